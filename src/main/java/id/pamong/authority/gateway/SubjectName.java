package id.pamong.authority.gateway;

import java.util.regex.Pattern;
import javax.naming.ldap.Rdn;

/**
 * Subject of a certificate. Never a NIK, NIP or e-mail (UU 27/2022; as in BSrE's certificates).
 *
 * @param commonName name as the population register writes it, or a host; 1 to 64 characters
 * @param organization such as {@code Pemerintah Kota Madiun}; 1 to 64 characters
 * @param country ISO 3166 code of two letters
 */
public record SubjectName(String commonName, String organization, String country) {
    private static final int LONGEST = 64;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("(?:\\d[ .-]?){16,}");

    public SubjectName {
        commonName = attribute(commonName);
        organization = attribute(organization);
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("a country has two capital letters");
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

    /** RFC 4514 text, most specific first: {@code CN=…,O=…,C=ID}. */
    public String rfc4514() {
        return "CN=%s,O=%s,C=%s"
                .formatted(Rdn.escapeValue(commonName), Rdn.escapeValue(organization), country);
    }
}
