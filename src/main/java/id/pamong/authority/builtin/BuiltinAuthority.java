package id.pamong.authority.builtin;

import id.pamong.authority.builtin.ceremony.RootCeremony;
import id.pamong.authority.builtin.key.Ca;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.status.OcspDesk;
import id.pamong.authority.signature.RevocationSource;
import id.pamong.authority.signature.TimeStampSource;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.SecretBytes;
import java.net.URI;
import java.time.LocalDate;
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
    private final RootCeremony ceremony;
    private final StatusServices services;
    private final OcspDesk ocsp;

    public BuiltinAuthority(RootCeremony ceremony, StatusServices services, OcspDesk ocsp) {
        this.ceremony = ceremony;
        this.services = services;
        this.ocsp = ocsp;
    }

    /** The root certificate, if the ceremony has made one. */
    public Optional<AuthorityCertificate> root() {
        return published().stream().filter(one -> one.government() == null).findFirst();
    }

    /** The issuing CA that serves the local government now. */
    public Optional<AuthorityCertificate> issuing(LocalGovernmentId government) {
        return published().stream()
                .filter(one -> government.equals(one.government()))
                .reduce((_, newer) -> newer);
    }

    /** Root and issuing CAs, for publication, oldest first. */
    public List<AuthorityCertificate> published() {
        return ceremony.published();
    }

    /**
     * Makes the root: key, self-signed certificate, CRL. The key is kept only inside the encrypted
     * file, and the file only until {@link #takeRootOffline}. A root that has issued nothing yet is
     * replaced; another one is a Conflict {@code authority.root-exists}.
     *
     * @param organization whose installation it is, such as {@code Pemerintah Kota Madiun}
     * @param publicBaseUrl where CRL, OCSP and AIA will be found for good
     */
    public RootFile createRoot(String organization, URI publicBaseUrl, SecretBytes filePassphrase) {
        return ceremony.createRoot(organization, publicBaseUrl, filePassphrase);
    }

    /** The root's file, as long as it has not been taken offline. */
    public Optional<RootFile> exportRoot() {
        return ceremony.exportRoot();
    }

    /** Erases the root's file from the database. */
    public void takeRootOffline() {
        ceremony.takeRootOffline();
    }

    /**
     * Makes the issuing CA of a local government with its OCSP signer, time-stamping authority and
     * first CRL. The root's file is opened for this one signature.
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
        return ceremony.createIssuing(government, slug, organization, rootFilePem, filePassphrase);
    }

    /** Signs the root's next CRL, due once a year; the file is opened for this one signature. */
    public RootOpening renewRootCrl(byte[] rootFilePem, SecretBytes filePassphrase) {
        return ceremony.renewRootCrl(rootFilePem, filePassphrase);
    }

    /**
     * Raises the issuing CA of a local government from TRIAL to INTERNAL, by the head's decision.
     *
     * @param decision its number and reason, a sentence
     */
    public void decideInternal(LocalGovernmentId government, String decision, LocalDate decidedOn) {
        ceremony.decideInternal(government, decision, decidedOn);
    }

    /** Time stamps for signatures made here. */
    public TimeStampSource timeStamps(LocalGovernmentId government) {
        return sha256 -> services.stamp(government, sha256);
    }

    /** Proof of revocation state of whatever the built-in authority issued. */
    public RevocationSource revocations() {
        return services::proofFor;
    }

    /** The certificate of a CA, DER. */
    public Optional<byte[]> certificate(String ca) {
        return published().stream()
                .filter(one -> one.ca().equals(ca))
                .findFirst()
                .map(AuthorityCertificate::der);
    }

    /** The current whole CRL of a shard. */
    public Optional<PublishedCrl> crl(String ca, int shard) {
        return crl(ca, shard, false);
    }

    /**
     * The current CRL of a shard.
     *
     * @param delta what changed since a whole list, instead of the whole list
     */
    public Optional<PublishedCrl> crl(String ca, int shard, boolean delta) {
        return services.crl(ca, shard, delta)
                .map(list ->
                        new PublishedCrl(
                                list.number(),
                                list.thisUpdate(),
                                list.nextUpdate(),
                                () ->
                                        services.crlOctets(ca, shard, delta, list.number())
                                                .orElseThrow()));
    }

    /** Answers an OCSP request (RFC 6960), DER to DER. */
    public OcspAnswer ocsp(String ca, byte[] request) {
        return ocsp.answer(ca, request);
    }

    /** Who signs the messages of an issuing CA; empty if there is no such CA. */
    public Optional<MessageSigner> messages(String ca) {
        return services.messages(ca);
    }

    /** Answers a time-stamp request (RFC 3161), DER to DER; empty if there is no such CA. */
    public Optional<byte[]> timestamp(String ca, byte[] request) {
        return services.timestamp(ca, request);
    }

    public static AuthorityCertificate published(Ca ca) {
        return new AuthorityCertificate(
                ca.name(),
                ca.government(),
                ca.standing(),
                ca.certificate().getSubject().toString(),
                ca.certificate().getNotBefore().toInstant(),
                ca.certificate().getNotAfter().toInstant(),
                Der.fingerprint(ca.certificate()),
                Der.of(ca.certificate()));
    }
}
