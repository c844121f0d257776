package id.pamong.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An authenticator and its browser in software, for tests (W3C Web Authentication, sections 6.1,
 * 6.5; CTAP2 canonical CBOR): one ES256 key, a counter, and switches for everything that can be
 * wrong.
 */
public final class SoftAuthenticator {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair key;
    private final byte[] credential;
    private long counter;

    /** Origin that its browser believes to be on. */
    public String origin = "https://pamong.contoh.go.id";

    /** Relying party whose hash it signs. */
    public String relyingParty = "pamong.contoh.go.id";

    /** Whether it asks for finger, face or PIN. */
    public boolean verifiesUser = true;

    /** The user handle it answers with; set by {@link #create}. */
    public String userHandle = "";

    public SoftAuthenticator() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            key = keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        credential = new byte[32];
        RANDOM.nextBytes(credential);
    }

    private SoftAuthenticator(SoftAuthenticator original) {
        key = original.key;
        credential = original.credential;
        counter = original.counter;
        userHandle = original.userHandle;
    }

    /** A copy as a thief would make it: same key, same counter. */
    public SoftAuthenticator stolenCopy() {
        return new SoftAuthenticator(this);
    }

    /** Answers {@code navigator.credentials.create}. */
    public String create(String question) {
        userHandle = field(question, "\"user\":\\{\"id\":\"([^\"]+)\"");
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xa3);
        text(object, "fmt");
        text(object, "none");
        text(object, "attStmt");
        object.write(0xa0);
        text(object, "authData");
        byteString(object, newData());
        return answer(
                "\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]"
                        .formatted(
                                base64(clientData("webauthn.create", question)),
                                base64(object.toByteArray())));
    }

    /** Answers {@code navigator.credentials.get}. */
    public String show(String question) {
        byte[] clientData = clientData("webauthn.get", question);
        counter++;
        byte[] data = data(0);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(data);
            signature.update(sha256(clientData));
            return answer(
                    "\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\""
                            .formatted(
                                    base64(clientData),
                                    base64(data),
                                    base64(signature.sign()),
                                    userHandle));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String answer(String response) {
        return "{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{%s}}"
                .formatted(base64(credential), base64(credential), response);
    }

    private byte[] clientData(String type, String question) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, field(question, "\"challenge\":\"([^\"]+)\""), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int furtherFlags) {
        int flags = 0x01 | (verifiesUser ? 0x04 : 0) | furtherFlags;
        return ByteBuffer.allocate(37)
                .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt((int) counter)
                .array();
    }

    private byte[] newData() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(data(0x40));
        all.writeBytes(new byte[16]);
        all.writeBytes(ByteBuffer.allocate(2).putShort((short) credential.length).array());
        all.writeBytes(credential);
        ECPublicKey point = (ECPublicKey) key.getPublic();
        all.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        byteString(all, coordinate(point.getW().getAffineX().toByteArray()));
        all.write(0x22);
        byteString(all, coordinate(point.getW().getAffineY().toByteArray()));
        return all.toByteArray();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] padded = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, padded, 32 - length, length);
        return padded;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 | text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void byteString(ByteArrayOutputStream out, byte[] bytes) {
        if (bytes.length < 256) {
            out.write(0x58);
            out.write(bytes.length);
        } else {
            out.write(0x59);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) bytes.length).array());
        }
        out.writeBytes(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String field(String json, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(json);
        if (!found.find()) {
            throw new AssertionError("the question lacks " + pattern + ": " + json);
        }
        return found.group(1);
    }
}
