package id.pamong.office.page;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.protection.BrokenSeal;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What was typed into the search field of a list or of a page that finds people may be the name or
 * number of somebody. In an address, which browsers and proxies keep, it stands sealed: such a
 * field is sent as a form, which leads on to {@link #address}.
 */
@Component
public class SearchSeals {
    /** Characters of a search at most; what is longer is cut. */
    public static final int LONGEST = 100;

    private static final String MARK = "~";
    private static final String CONTEXT = "list.search";

    private final Seals seals;

    SearchSeals(Seals seals) {
        this.seals = seals;
    }

    /** The page at this path with what was typed into the field, sealed. */
    public String address(
            LocalGovernment government, String path, SubmittedForm form, String field) {
        String text = cut(form.text(field));
        String base = "/" + government.slug() + path;
        return text.isEmpty() ? base : base + "?" + field + "=" + seal(government.id(), text);
    }

    /** What was typed into the field, whether it came sealed in an address or in a form. */
    public String typed(LocalGovernment government, SubmittedForm form, String field) {
        return cut(open(government.id(), form.text(field)));
    }

    private static String cut(String text) {
        String whole = text.replace("\0", "").strip();
        return whole.substring(0, Math.min(LONGEST, whole.length()));
    }

    /** For an address; nothing stays nothing. */
    String seal(LocalGovernmentId government, String text) {
        if (text.isEmpty()) {
            return "";
        }
        byte[] sealed =
                seals.seal(
                        KeyPurpose.PERSONAL,
                        government,
                        text.getBytes(StandardCharsets.UTF_8),
                        CONTEXT);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** As it was typed; what was never sealed stands for itself, what does not open for nothing. */
    String open(LocalGovernmentId government, String written) {
        if (!written.startsWith(MARK)) {
            return written;
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(written.substring(MARK.length()));
            return new String(
                    seals.open(KeyPurpose.PERSONAL, government, sealed, CONTEXT),
                    StandardCharsets.UTF_8);
        } catch (BrokenSeal | IllegalArgumentException unreadable) {
            return "";
        }
    }
}
