package id.pamong.lifecycle.subscriber.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An address of e-mail as we compare it: lower case, ASCII, without a plus part. */
public sealed interface OfficialEmail {
    /**
     * A mailbox.
     *
     * @param local before the at sign, lower case
     * @param domain after it, lower case
     */
    record Address(String local, String domain) implements OfficialEmail {
        /** Whether the host is one of the domains or a sub-domain of one. */
        boolean isBelow(List<String> domains) {
            return domains.stream()
                    .map(official -> official.toLowerCase(Locale.ROOT))
                    .anyMatch(
                            official -> domain.equals(official) || domain.endsWith("." + official));
        }

        /** As kept and compared. */
        public String text() {
            return local + "@" + domain;
        }

        @Override
        public String toString() {
            return "Address[…]";
        }
    }

    /** Not an address we take, and why. */
    record Malformed(String code) implements OfficialEmail {}

    /**
     * Reads an address. Letters outside ASCII are refused, so that no look-alike domain passes; a
     * plus part is refused, so that one mailbox is one address.
     */
    static OfficialEmail read(String text) {
        String address = text.strip();
        int at = address.lastIndexOf('@');
        if (!address.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            return new Malformed("email.characters");
        }
        if (at < 1 || at > 64 || address.length() > 254) {
            return new Malformed("email.form");
        }
        String local = address.substring(0, at).toLowerCase(Locale.ROOT);
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        if (local.contains("+")) {
            return new Malformed("email.plus");
        }
        if (!Form.LOCAL.matcher(local).matches() || !Form.DOMAIN.matcher(domain).matches()) {
            return new Malformed("email.form");
        }
        return new Address(local, domain);
    }

    /** The forms of the two parts. */
    final class Form {
        private static final Pattern LOCAL = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");
        private static final Pattern DOMAIN =
                Pattern.compile(
                        "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

        private Form() {}
    }
}
