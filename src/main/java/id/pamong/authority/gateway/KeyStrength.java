package id.pamong.authority.gateway;

import id.pamong.authority.custody.KeyAlgorithm;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/** What kind of key a public key is, and whether its kind alone gives it away. */
public final class KeyStrength {
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final int[] SMALL_PRIMES = {
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
        101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167
    };
    private static final int FERMAT_ROUNDS = 100;

    /** Bit n is set if a square can leave n modulo 64. */
    private static final long SQUARES_OF_64 = squaresOf64();

    private KeyStrength() {}

    private static long squaresOf64() {
        long bits = 0;
        for (int root = 0; root < 64; root++) {
            bits |= 1L << (root * root % 64);
        }
        return bits;
    }

    /** The kind of the key; null when no certificate is issued over such a key. */
    public static @Nullable KeyAlgorithm algorithmOf(PublicKey key, SubjectPublicKeyInfo encoded) {
        return switch (key) {
            case ECPublicKey _ -> curve(encoded.getAlgorithm().getParameters());
            case RSAPublicKey rsa when rsa.getPublicExponent().equals(EXPONENT) ->
                    switch (rsa.getModulus().bitLength()) {
                        case 2048 -> KeyAlgorithm.RSA_2048;
                        case 3072 -> KeyAlgorithm.RSA_3072;
                        case 4096 -> KeyAlgorithm.RSA_4096;
                        default -> null;
                    };
            default -> null;
        };
    }

    private static @Nullable KeyAlgorithm curve(@Nullable ASN1Encodable parameters) {
        if (SECObjectIdentifiers.secp256r1.equals(parameters)) {
            return KeyAlgorithm.EC_P256;
        }
        return SECObjectIdentifiers.secp384r1.equals(parameters) ? KeyAlgorithm.EC_P384 : null;
    }

    /**
     * Whether an RSA modulus can be taken apart by anyone: a small factor, two primes too close
     * together (Fermat), or the pattern of the Infineon library (CVE-2017-15361, ROCA).
     */
    static boolean isWeak(BigInteger modulus) {
        return !modulus.testBit(0)
                || hasSmallFactor(modulus)
                || isOfInfineon(modulus)
                || areFactorsClose(modulus);
    }

    private static boolean hasSmallFactor(BigInteger modulus) {
        for (int prime : SMALL_PRIMES) {
            if (modulus.mod(BigInteger.valueOf(prime)).signum() == 0) {
                return true;
            }
        }
        return false;
    }

    /** Modulo every one of the small primes it is a power of 65537; chance alone never is. */
    private static boolean isOfInfineon(BigInteger modulus) {
        for (int prime : SMALL_PRIMES) {
            int rest = modulus.mod(BigInteger.valueOf(prime)).intValueExact();
            int power = 1;
            boolean found = rest == 1;
            for (int step = 1; step < prime && !found; step++) {
                power = (int) ((long) power * 65_537 % prime);
                found = power == rest;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean areFactorsClose(BigInteger modulus) {
        BigInteger middle = modulus.sqrt();
        if (middle.multiply(middle).compareTo(modulus) < 0) {
            middle = middle.add(BigInteger.ONE);
        }
        for (int round = 0; round < FERMAT_ROUNDS; round++) {
            BigInteger rest = middle.multiply(middle).subtract(modulus);
            if (mayBeSquare(rest) && rest.sqrt().pow(2).equals(rest)) {
                return true;
            }
            middle = middle.add(BigInteger.ONE);
        }
        return false;
    }

    /** Few numbers leave a rest that squares leave; for the others no costly root is drawn. */
    private static boolean mayBeSquare(BigInteger number) {
        long low = number.and(BigInteger.valueOf(63)).longValueExact();
        if (((1L << low) & SQUARES_OF_64) == 0) {
            return false;
        }
        int rest = number.mod(BigInteger.valueOf(45_045)).intValueExact();
        return isSquare(rest % 63, 63) && isSquare(rest % 65, 65) && isSquare(rest % 11, 11);
    }

    private static boolean isSquare(int rest, int modulus) {
        for (int root = 0; root <= modulus / 2; root++) {
            if (root * root % modulus == rest) {
                return true;
            }
        }
        return false;
    }
}
