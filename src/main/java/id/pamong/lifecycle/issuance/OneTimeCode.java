package id.pamong.lifecycle.issuance;

import java.security.SecureRandom;
import java.util.Locale;

/** Ten characters without look-alikes, read aloud and typed as {@code ABCDE-FGHJK}. */
final class OneTimeCode {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 10;

    private OneTimeCode() {}

    static String fresh(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i == LENGTH / 2) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** As it is compared: capital letters and digits only. */
    static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
