package id.pamong.authority.builtin.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.cert.X509CertificateHolder;

/** Encodings and fingerprints of certificates. */
public final class Der {
    private Der() {}

    public static byte[] of(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("the certificate cannot be encoded", e);
        }
    }

    public static byte[] sha256(byte[] bytes) {
        return digest("SHA-256", bytes);
    }

    /** For identifiers that the standards make of SHA-1; no protection. */
    public static byte[] sha1(byte[] bytes) {
        return digest("SHA-1", bytes);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String fingerprint(X509CertificateHolder certificate) {
        return HexFormat.of().formatHex(sha256(of(certificate)));
    }

    /** A SEQUENCE of parts that are DER already. */
    public static byte[] sequence(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] head = head(0x30, length);
        byte[] whole = Arrays.copyOf(head, head.length + length);
        int at = head.length;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    /** Tag and length octets. */
    public static byte[] head(int tag, int length) {
        if (length < 0x80) {
            return new byte[] {(byte) tag, (byte) length};
        }
        int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        byte[] head = new byte[2 + octets];
        head[0] = (byte) tag;
        head[1] = (byte) (0x80 | octets);
        for (int i = 0; i < octets; i++) {
            head[2 + i] = (byte) (length >>> (8 * (octets - 1 - i)));
        }
        return head;
    }

    /** Lower-case hexadecimal, as registers hold a serial number. */
    public static String serial(BigInteger serial) {
        return serial.toString(16);
    }
}
