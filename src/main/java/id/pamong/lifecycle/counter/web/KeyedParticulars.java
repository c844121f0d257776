package id.pamong.lifecycle.counter.web;

import id.pamong.lifecycle.enrollment.Particulars;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the fields about a post, a system or a sponsor, by the names of the fields. */
final class KeyedParticulars {
    private KeyedParticulars() {}

    static void texts(Particulars claimed, Map<String, String> texts) {
        Particulars.PositionClaim position = claimed.position();
        if (position != null) {
            texts.put("positionName", position.name());
            texts.put("decreeNumber", position.decreeNumber());
            texts.put("decreeOn", text(position.decreeOn()));
            texts.put("decreePost", position.decreePost());
            texts.put("decreeFrom", text(position.decreeFrom()));
            texts.put("decreeUntil", text(position.decreeUntil()));
            texts.put("designationNumber", position.designationNumber());
            texts.put("designationOn", text(position.designationOn()));
            texts.put("designationFor", position.designationFor());
            texts.put("designationUntil", text(position.designationUntil()));
        }
        Particulars.SystemClaim system = claimed.system();
        if (system != null) {
            texts.put("system", text(system.system()));
            texts.put("requestText", "");
        }
        Particulars.Sponsorship sponsorship = claimed.sponsorship();
        if (sponsorship != null) {
            texts.put("policy", text(sponsorship.policy()));
            texts.put("sponsor", text(sponsorship.sponsor()));
            texts.put("sponsoredUntil", text(sponsorship.until()));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
