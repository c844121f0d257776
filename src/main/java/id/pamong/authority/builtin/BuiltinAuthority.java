package id.pamong.authority.builtin;

import id.pamong.authority.gateway.RevocationReason;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.SecretBytes;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The built-in authority: one root per installation, one issuing CA per local government, OCSP
 * signer and time-stamping authority below it. Its standing is TRIAL, or INTERNAL by decision; it
 * never passes for a recognised one (MDN-5).
 *
 * <p>The ceremony of the first run: {@link #createRoot} (the key leaves as an encrypted file, and
 * the root's CRL is made), the file is downloaded, {@link #createIssuing} with the file uploaded
 * again (which proves that the copy opens), {@link #takeRootOffline}.
 */
@Component
public class BuiltinAuthority {

    /** The root certificate, if the ceremony has made one. */
    public Optional<AuthorityCertificate> root() {
        throw new UnsupportedOperationException();
    }

    /** The issuing CA that serves the local government now. */
    public Optional<AuthorityCertificate> issuing(LocalGovernmentId government) {
        throw new UnsupportedOperationException();
    }

    /** Root and issuing CAs, for publication. */
    public List<AuthorityCertificate> published() {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes the root: key, self-signed certificate, CRL. The key is kept only inside the encrypted
     * file, and the file only until {@link #takeRootOffline}. A root that has issued nothing yet is
     * replaced; another one is a Conflict.
     *
     * @param organization whose installation it is, such as {@code Pemerintah Kota Madiun}
     * @param publicBaseUrl where CRL, OCSP and AIA will be found for good, without a final slash
     */
    public RootFile createRoot(String organization, URI publicBaseUrl, SecretBytes filePassphrase) {
        throw new UnsupportedOperationException();
    }

    /** The root's file, as long as it has not been taken offline. */
    public Optional<RootFile> exportRoot() {
        throw new UnsupportedOperationException();
    }

    /** Erases the root's file from the database. */
    public void takeRootOffline() {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes the issuing CA of a local government with its OCSP signer, time-stamping authority and
     * first CRL. The root's file is opened for this one signature and wiped.
     *
     * @param slug of the local government, first part of the addresses
     * @param organization such as {@code Pemerintah Kota Madiun}
     */
    public RootOpening createIssuing(
            LocalGovernmentId government,
            String slug,
            String organization,
            byte[] rootFilePem,
            SecretBytes filePassphrase) {
        throw new UnsupportedOperationException();
    }

    /**
     * Revokes a certificate; OCSP says so at once, the next CRL is made at once. A certificate
     * already revoked stays as it is.
     */
    public void revoke(LocalGovernmentId government, BigInteger serial, RevocationReason reason) {
        throw new UnsupportedOperationException();
    }

    /** The current CRL of a CA of its own addresses, DER (for in-process use). */
    public Optional<byte[]> crl(String ca) {
        throw new UnsupportedOperationException();
    }

    /** Answers an OCSP request (RFC 6960), DER to DER. */
    public byte[] ocsp(String ca, byte[] request) {
        throw new UnsupportedOperationException();
    }

    /** Answers a time-stamp request (RFC 3161), DER to DER. */
    public byte[] timestamp(String ca, byte[] request) {
        throw new UnsupportedOperationException();
    }
}
