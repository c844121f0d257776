package id.pamong.office.page;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.BrokenSeal;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What was typed into the search field of a list may be the name or number of somebody. In an
 * address, which browsers and proxies keep, it stands sealed.
 */
@Component
class SearchSeals {
    private static final String MARK = "~";
    private static final String CONTEXT = "list.search";

    private final Seals seals;

    SearchSeals(Seals seals) {
        this.seals = seals;
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
