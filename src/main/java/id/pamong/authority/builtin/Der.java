package id.pamong.authority.builtin;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.cert.X509CertificateHolder;

/** Encodings and fingerprints of certificates. */
final class Der {
    private Der() {}

    static byte[] of(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("the certificate cannot be encoded", e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String fingerprint(X509CertificateHolder certificate) {
        return HexFormat.of().formatHex(sha256(of(certificate)));
    }

    /** Lower-case hexadecimal, as registers hold a serial number. */
    static String serial(BigInteger serial) {
        return serial.toString(16);
    }
}
