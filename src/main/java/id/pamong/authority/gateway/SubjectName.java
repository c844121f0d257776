package id.pamong.authority.gateway;

import java.util.regex.Pattern;
import javax.naming.ldap.Rdn;

/**
 * Subject of a certificate. Never a NIK, NIP or e-mail (UU 27/2022; as in BSrE's certificates).
 *
 * @param commonName name as the population register writes it, an organisation or a host; 1 to 64
 *     characters
 * @param title post or authority of a position certificate (X.520 title), or empty; at most 64
 *     characters
 * @param unit agency (OU), or empty; at most 64 characters
 * @param organization such as {@code Pemerintah Kota Madiun}; 1 to 64 characters
 * @param country ISO 3166 code of two letters
 */
public record SubjectName(
        String commonName, String title, String unit, String organization, String country) {
    /** Upper bound of each attribute (RFC 5280 appendix A.1). */
    public static final int LONGEST = 64;

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("(?:\\d[ .-]?){16,}");

    public SubjectName {
        commonName = attribute(commonName);
        title = title.isBlank() ? "" : attribute(title);
        unit = unit.isBlank() ? "" : attribute(unit);
        organization = attribute(organization);
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("a country has two capital letters");
        }
    }

    /** A subject without post and agency. */
    public SubjectName(String commonName, String organization, String country) {
        this(commonName, "", "", organization, country);
    }

    /** Whether a text can stand in an attribute of a subject. */
    public static boolean isFit(String text) {
        try {
            return !attribute(text).isEmpty();
        } catch (IllegalArgumentException unfit) {
            return false;
        }
    }

    private static String attribute(String value) {
        String text = value.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException("an attribute of a subject has 1 to 64 characters");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "an attribute of a subject has no control characters");
        }
        if (text.contains("@") || NUMBER_OF_A_PERSON.matcher(text).find()) {
            throw new IllegalArgumentException("a subject holds no e-mail, NIK or NIP");
        }
        return text;
    }

    /** RFC 4514 text, most specific first: {@code T=…,CN=…,OU=…,O=…,C=ID}. */
    public String rfc4514() {
        return part("T", title)
                + part("CN", commonName)
                + part("OU", unit)
                + part("O", organization)
                + "C="
                + country;
    }

    private static String part(String type, String value) {
        return value.isEmpty() ? "" : type + "=" + Rdn.escapeValue(value) + ",";
    }
}
