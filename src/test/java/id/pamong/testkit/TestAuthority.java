package id.pamong.testkit;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.builtin.RootOpening;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.SecretBytes;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.time.Instant;
import java.util.Map;
import java.util.WeakHashMap;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * The built-in authority for tests: the one root of the context's installation, made by whoever
 * needs it first, and an issuing CA for a local government.
 */
public final class TestAuthority {
    /** Opens the root's file of every test installation. */
    public static final String ROOT_PASSPHRASE = "berkas akar untuk pengujian";

    /** The root's file of each context, sealed so that it opens quickly. */
    private static final Map<BuiltinAuthority, byte[]> QUICK = new WeakHashMap<>();

    private TestAuthority() {}

    /** Makes root (once) and issuing CA. */
    public static synchronized void serve(
            BuiltinAuthority authority,
            MutableClock clock,
            LocalGovernmentId government,
            String slug) {
        byte[] file = QUICK.computeIfAbsent(authority, key -> quick(rootFile(authority, clock)));
        try (SecretBytes passphrase = passphrase()) {
            RootOpening opening =
                    authority.createIssuing(
                            government, slug, "Pemerintah Kota Contoh", file, passphrase);
            if (!(opening instanceof RootOpening.Done)) {
                throw new IllegalStateException("the test root does not open: " + opening);
            }
        }
    }

    /** The root's file; the root is made if there is none. It never goes offline in tests. */
    public static synchronized byte[] rootFile(BuiltinAuthority authority, MutableClock clock) {
        Instant now = clock.instant();
        // As old as the clock of any test, so that no certificate begins before its root.
        clock.reset();
        try (SecretBytes passphrase = passphrase()) {
            return authority
                    .exportRoot()
                    .orElseGet(() ->
                            authority.createRoot(
                                    "Pemerintah Kota Contoh",
                                    URI.create("http://pamong.contoh.example"),
                                    passphrase))
                    .pem();
        } finally {
            clock.set(now);
        }
    }

    /** The same root, sealed again with few rounds: hundreds of tests open it. */
    private static byte[] quick(byte[] file) {
        StringWriter text = new StringWriter();
        char[] passphrase = ROOT_PASSPHRASE.toCharArray();
        Provider provider = new BouncyCastleProvider();
        try (PEMParser parser =
                        new PEMParser(
                                new StringReader(new String(file, StandardCharsets.US_ASCII)));
                JcaPEMWriter pem = new JcaPEMWriter(text)) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof PKCS8EncryptedPrivateKeyInfo sealed) {
                    pem.writeObject(
                            new PKCS8Generator(
                                    sealed.decryptPrivateKeyInfo(
                                            new JceOpenSSLPKCS8DecryptorProviderBuilder()
                                                    .setProvider(provider)
                                                    .build(passphrase)),
                                    new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                            .setProvider(provider)
                                            .setPRF(PKCS8Generator.PRF_HMACSHA256)
                                            .setIterationCount(1_000)
                                            .setPassword(passphrase)
                                            .build()));
                } else {
                    pem.writeObject(part);
                }
            }
        } catch (IOException | OperatorCreationException | PKCSException unreadable) {
            throw new IllegalStateException("the test root cannot be sealed again", unreadable);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static SecretBytes passphrase() {
        return SecretBytes.takeOver(ROOT_PASSPHRASE.getBytes(StandardCharsets.UTF_8));
    }
}
