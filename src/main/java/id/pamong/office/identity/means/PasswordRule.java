package id.pamong.office.identity.means;

import id.pamong.office.organization.Person;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a new password must be (NIST SP 800-63B-4, section 3.1.1.2): long rather than mixed, not
 * known to be bad, not made of the person's own name and numbers. All findings at once.
 */
@Component
class PasswordRule {
    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private final Set<String> bad = readBad();

    List<Finding> check(
            Optional<SecretBytes> password, Optional<SecretBytes> repeat, Optional<Person> person) {
        if (password.isEmpty()) {
            return List.of(Finding.blocking("password.missing", "newPassword"));
        }
        List<Finding> findings = new ArrayList<>();
        SecretBytes typed = password.get();
        if (typed.length() > LONGEST) {
            findings.add(Finding.blocking("password.too-long", "newPassword", LONGEST));
        } else {
            String text = typed.reveal(bytes -> new String(bytes, StandardCharsets.UTF_8));
            String plain = text.toLowerCase(Locale.ROOT);
            if (text.codePointCount(0, text.length()) < SHORTEST) {
                findings.add(Finding.blocking("password.too-short", "newPassword", SHORTEST));
            }
            if (isBad(plain)) {
                findings.add(Finding.blocking("password.known-bad", "newPassword"));
            }
            if (person.isPresent() && isOf(plain, person.get())) {
                findings.add(Finding.blocking("password.own-data", "newPassword"));
            }
        }
        if (repeat.isEmpty() || !repeat.get().sameAs(typed)) {
            findings.add(Finding.blocking("password.differs", "passwordRepeat"));
        }
        return findings;
    }

    /** Known to be bad, also with digits or signs added, or of very few different signs. */
    private boolean isBad(String plain) {
        String stem = plain.replaceAll("[^a-z]+$", "").replaceAll("^[^a-z]+", "");
        return bad.contains(plain)
                || bad.contains(stem)
                || bad.contains(unleet(stem))
                || plain.chars().distinct().count() < 5
                || isRun(plain);
    }

    private static String unleet(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('@', 'a')
                .replace('$', 's');
    }

    private static boolean isRun(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            steps += step == 1 || step == -1 || step == 0 ? 1 : 0;
        }
        return steps >= text.length() - 2;
    }

    private static boolean isOf(String plain, Person person) {
        String nip = person.nip() == null ? "" : person.nip();
        String digits = plain.replaceAll("\\D", "");
        boolean number = nip.length() == 18 && digits.length() >= 8 && nip.contains(digits);
        boolean named =
                Arrays.stream(person.nameOnly().toLowerCase(Locale.ROOT).split("\\P{L}+"))
                        .filter(part -> part.length() >= 4)
                        .anyMatch(
                                part -> plain.contains(part) && plain.length() - part.length() < 6);
        return number || named;
    }

    private static Set<String> readBad() {
        try (InputStream in = PasswordRule.class.getResourceAsStream("/known-bad-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of known bad passwords is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
