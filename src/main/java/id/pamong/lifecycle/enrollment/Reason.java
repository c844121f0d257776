package id.pamong.lifecycle.enrollment;

import java.util.regex.Pattern;

/**
 * Why an application is returned or rejected: a code for statistics and a sentence for the person.
 *
 * @param code such as {@code PAPER_UNREADABLE}
 * @param text 10 to 1000 characters
 */
public record Reason(String code, String text) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,40}");

    public Reason {
        text = text.strip();
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a reason needs a code");
        }
        if (text.length() < 10 || text.length() > 1000) {
            throw new IllegalArgumentException("a reason needs a sentence");
        }
    }
}
