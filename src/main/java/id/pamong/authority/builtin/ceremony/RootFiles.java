package id.pamong.authority.builtin.ceremony;

import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.KeyMatch;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.office.protection.SecretBytes;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * The root's file: its certificate, and its private key as PKCS#8 under PBES2 (RFC 8018) with
 * PBKDF2-HMAC-SHA-256 and AES-256-CBC, which OpenSSL opens in twenty years too.
 */
public final class RootFiles {
    static final int LARGEST_BYTES = 64 * 1024;
    private static final int ITERATIONS = 600_000;
    private static final int MOST_ITERATIONS = 10_000_000;

    /** What came of opening a file. */
    public sealed interface Opening {
        record Opened(SigningAuthority root) implements Opening {}

        record WrongPassphrase() implements Opening {}

        record NoRootFile() implements Opening {}

        record OtherRoot() implements Opening {}
    }

    private final Provider provider = new BouncyCastleProvider();

    public byte[] write(SigningAuthority root, SecretBytes passphrase) {
        char[] password = characters(passphrase);
        try {
            StringWriter text = new StringWriter();
            try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
                pem.writeObject(root.certificate());
                pem.writeObject(
                        new JcaPKCS8Generator(
                                root.key(),
                                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                        .setProvider(provider)
                                        .setPRF(PKCS8Generator.PRF_HMACSHA256)
                                        .setIterationCount(ITERATIONS)
                                        .setPassword(password)
                                        .build()));
            }
            return text.toString().getBytes(StandardCharsets.US_ASCII);
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("the root's file cannot be written", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    public Opening open(byte[] pem, SecretBytes passphrase, X509CertificateHolder root) {
        if (pem.length > LARGEST_BYTES) {
            return new Opening.NoRootFile();
        }
        X509CertificateHolder certificate = null;
        PKCS8EncryptedPrivateKeyInfo sealed = null;
        try (PEMParser parser =
                new PEMParser(new StringReader(new String(pem, StandardCharsets.US_ASCII)))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof X509CertificateHolder found) {
                    certificate = found;
                } else if (part instanceof PKCS8EncryptedPrivateKeyInfo found) {
                    sealed = found;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return new Opening.NoRootFile();
        }
        if (certificate == null || sealed == null || !isBearable(sealed)) {
            return new Opening.NoRootFile();
        }
        if (!certificate.equals(root)) {
            return new Opening.OtherRoot();
        }
        return decrypt(sealed, passphrase, root);
    }

    private Opening decrypt(
            PKCS8EncryptedPrivateKeyInfo sealed,
            SecretBytes passphrase,
            X509CertificateHolder root) {
        char[] password = characters(passphrase);
        try {
            PrivateKeyInfo info =
                    sealed.decryptPrivateKeyInfo(
                            new JceOpenSSLPKCS8DecryptorProviderBuilder()
                                    .setProvider(provider)
                                    .build(password));
            PrivateKey key = new JcaPEMKeyConverter().getPrivateKey(info);
            SigningAuthority opened = new SigningAuthority(AuthorityNames.ROOT, root, key);
            return KeyMatch.belongTogether(opened)
                    ? new Opening.Opened(opened)
                    : new Opening.OtherRoot();
        } catch (PKCSException | IOException | OperatorCreationException e) {
            return new Opening.WrongPassphrase();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** A file made to keep the machine busy for hours is no root file. */
    private static boolean isBearable(PKCS8EncryptedPrivateKeyInfo sealed) {
        var algorithm = sealed.toASN1Structure().getEncryptionAlgorithm();
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            return false;
        }
        var derivation =
                PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
        return derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
                && PBKDF2Params.getInstance(derivation.getParameters())
                                .getIterationCount()
                                .bitLength()
                        <= Integer.SIZE - 1
                && PBKDF2Params.getInstance(derivation.getParameters())
                                .getIterationCount()
                                .intValue()
                        <= MOST_ITERATIONS;
    }

    private static char[] characters(SecretBytes passphrase) {
        return passphrase.reveal(bytes -> {
            try {
                CharBuffer decoded =
                        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                char[] characters = new char[decoded.remaining()];
                decoded.get(characters);
                Arrays.fill(decoded.array(), '\0');
                return characters;
            } catch (CharacterCodingException e) {
                return new char[0];
            }
        });
    }
}
