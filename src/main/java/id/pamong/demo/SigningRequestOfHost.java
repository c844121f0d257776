package id.pamong.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A request as a host makes it with {@code openssl req}: RFC 2986, a key of P-256, the host's name
 * as common name. The key is forgotten; nobody serves with it.
 */
final class SigningRequestOfHost {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
    private static final byte[] ECDSA_WITH_SHA256 = {
        0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
    };

    private SigningRequestOfHost() {}

    /** In PEM. */
    static String make(String host) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            byte[] name =
                    der(
                            SEQUENCE,
                            der(
                                    SET,
                                    der(
                                            SEQUENCE,
                                            COMMON_NAME,
                                            der(0x0c, host.getBytes(StandardCharsets.UTF_8)))));
            byte[] info =
                    der(
                            SEQUENCE,
                            new byte[] {0x02, 0x01, 0x00},
                            name,
                            keys.getPublic().getEncoded(),
                            der(0xa0));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(info);
            byte[] request =
                    der(
                            SEQUENCE,
                            info,
                            der(SEQUENCE, ECDSA_WITH_SHA256),
                            der(0x03, new byte[1], signature.sign()));
            return "-----BEGIN CERTIFICATE REQUEST-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(request)
                    + "\n-----END CERTIFICATE REQUEST-----\n";
        } catch (GeneralSecurityException e) {
            throw new StepFailed("this Java has no P-256", e);
        }
    }

    /** A value of DER: tag, length, parts. */
    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        int length = content.size();
        if (length > 255) {
            value.write(0x82);
            value.write(length >> 8);
        } else if (length > 127) {
            value.write(0x81);
        }
        value.write(length);
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }
}
