package id.pamong.office.identity.means;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.Seals;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Codes that are typed once, such as {@code 7K3MQ-2TX9B}: ten signs of an alphabet without
 * look-alikes (49 bits), kept only as a hash under the service's key.
 */
@Component
class OneTimeCodes {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;

    private final SecureRandom random = new SecureRandom();
    private final Seals seals;
    private final TenantTransactions transactions;

    OneTimeCodes(Seals seals, TenantTransactions transactions) {
        this.seals = seals;
        this.transactions = transactions;
    }

    String make() {
        StringBuilder code = new StringBuilder(LENGTH + 1);
        for (int i = 0; i < LENGTH; i++) {
            if (i == LENGTH / 2) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /**
     * The hash by which a code is found; small letters, spaces and hyphens do not matter.
     *
     * @param kind codes of two kinds never match
     */
    byte[] hash(String kind, String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return seals.blindIndex(transactions.current(), "code." + kind, plain);
    }
}
