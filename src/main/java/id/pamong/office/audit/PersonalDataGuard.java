package id.pamong.office.audit;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds the promise that no personal data enters the trail: what looks like a NIK (16 digits), a
 * NIP (18 digits, also in groups) or an e-mail address fails the command that wanted to record it.
 */
final class PersonalDataGuard {
    /** Digits inside a longer hexadecimal word are a hash, a serial number or an id. */
    private static final Pattern IDENTITY_NUMBER =
            Pattern.compile(
                    "(?<![0-9A-Fa-f-])[0-9](?:[ .]?[0-9]){15}(?:(?:[ .]?[0-9]){2})?(?![0-9A-Fa-f])");

    private static final long SIXTEEN_DIGITS = 1_000_000_000_000_000L;

    private PersonalDataGuard() {}

    static void check(String where, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> checkText(where, text);
            case Number number -> {
                if (Math.abs(number.longValue()) >= SIXTEEN_DIGITS) {
                    throw refused(where);
                }
            }
            case List<?> list -> list.forEach(item -> check(where, item));
            case Map<?, ?> map ->
                    map.forEach((name, member) -> {
                        checkText(where, String.valueOf(name));
                        check(where + "." + name, member);
                    });
            default -> {}
        }
    }

    private static void checkText(String where, String text) {
        if (text.indexOf('@') >= 0 || IDENTITY_NUMBER.matcher(text).find()) {
            throw refused(where);
        }
    }

    /** Names the place, never the value. */
    private static IllegalArgumentException refused(String where) {
        return new IllegalArgumentException(
                "the audit record holds what looks like personal data: " + where);
    }
}
