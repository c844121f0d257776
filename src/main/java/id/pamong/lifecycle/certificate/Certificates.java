package id.pamong.lifecycle.certificate;

import id.pamong.authority.gateway.CertificateProfiles;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.office.database.Keyset;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.PersonId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register of certificates of one local government (MDN-1.9, 5, 8(2)). */
@Component
public class Certificates {
    private final CertificateRows rows;
    private final CertificateLifeRows life;
    private final CertificateProfiles profiles;
    private final TenantTransactions transactions;
    private final Clock clock;

    Certificates(
            CertificateRows rows,
            CertificateLifeRows life,
            CertificateProfiles profiles,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.life = life;
        this.profiles = profiles;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Checks what came back against its order and profile and registers it. Joins the open
     * transaction; the caller's command leaves the audit record.
     */
    public RegistrationOutcome register(LocalGovernmentId government, NewCertificate returned) {
        return transactions.inTenant(
                government,
                () -> {
                    List<String> faults = faults(government, returned);
                    if (!faults.isEmpty()) {
                        return new RegistrationOutcome.Unfit(faults);
                    }
                    RegisteredCertificate certificate = registered(returned, clock.instant());
                    rows.insert(certificate, sha256(returned.publicKeySpki()));
                    return new RegistrationOutcome.Registered(certificate);
                });
    }

    /** Everything that stands against registering what came back, as stable codes. */
    public List<String> faults(LocalGovernmentId government, NewCertificate returned) {
        return transactions.inTenant(
                government,
                () -> {
                    List<String> faults =
                            new ArrayList<>(
                                    ReturnedCertificate.faults(
                                            returned.certificateDer(),
                                            returned.chainDer(),
                                            returned.order(),
                                            profiles.of(returned.order().profile()),
                                            returned.publicKeySpki(),
                                            clock.instant()));
                    if (rows.knowsKey(sha256(returned.publicKeySpki()))) {
                        faults.add("certificate.key-used-before");
                    }
                    return faults;
                });
    }

    /** Empty also for a certificate of another local government. */
    public Optional<RegisteredCertificate> byId(LocalGovernmentId government, CertificateId id) {
        return transactions.inTenant(government, () -> rows.byId(id));
    }

    /**
     * The certificate with that fingerprint.
     *
     * @param sha256 of the DER, lower-case hexadecimal
     */
    public Optional<RegisteredCertificate> bySha256(LocalGovernmentId government, String sha256) {
        return transactions.inTenant(government, () -> rows.bySha256(sha256));
    }

    /**
     * The certificate with that serial number, the newest if several authorities have used it.
     *
     * @param serial hexadecimal; capitals, spaces and colons do not matter
     */
    public Optional<RegisteredCertificate> bySerial(LocalGovernmentId government, String serial) {
        String plain = serial.toLowerCase(java.util.Locale.ROOT).replaceAll("[^0-9a-f]", "");
        return plain.isEmpty()
                ? Optional.empty()
                : transactions.inTenant(government, () -> rows.bySerial(plain));
    }

    /**
     * A page of the register.
     *
     * @param text beginning of a word of the subject, or a serial number; empty for all
     * @param validity only what stands so now, or null
     * @param byEnd by the end of validity instead of by registration
     * @param after last entry of the page before, or null
     */
    public List<RegisterEntry> register(
            LocalGovernmentId government,
            String text,
            RegisterEntry.@Nullable Validity validity,
            boolean byEnd,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government,
                () ->
                        rows.register(
                                text.strip(),
                                validity,
                                clock.instant(),
                                new Keyset(
                                        "certificate",
                                        "c",
                                        byEnd ? "not_after" : "registered_at",
                                        descending),
                                after,
                                limit));
    }

    /**
     * In force, ending between two instants, and without a newer one of the same owner, profile and
     * system; the earliest end first. Officers' certificates are not among them.
     */
    public List<RegisteredCertificate> ending(
            LocalGovernmentId government, Instant from, Instant until, int limit) {
        return transactions.inTenant(government, () -> rows.ending(from, until, limit));
    }

    /** As {@link #ending}, as a page of lines; see {@link #register}. */
    public List<RegisterEntry> endingEntries(
            LocalGovernmentId government,
            String text,
            Instant before,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government,
                () ->
                        rows.endingEntries(
                                text.strip(),
                                clock.instant(),
                                before,
                                new Keyset("certificate", "c", "not_after", descending),
                                after,
                                limit));
    }

    /** Not revoked and not over, naming a post of the register; the ones behind that id. */
    public List<RegisteredCertificate> ofPosts(
            LocalGovernmentId government, @Nullable CertificateId after, int limit) {
        return transactions.inTenant(
                government,
                () -> rows.ofPosts(clock.instant(), after == null ? null : after.value(), limit));
    }

    /** All of a person, newest first. */
    public List<RegisteredCertificate> of(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> rows.of(person));
    }

    /**
     * A page of a person's own.
     *
     * @param validity only these, or null
     * @param after last one of the page before, or null
     */
    public List<RegisteredCertificate> ownPage(
            LocalGovernmentId government,
            PersonId person,
            RegisterEntry.@Nullable Validity validity,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government,
                () -> rows.page(person, validity, clock.instant(), descending, after, limit));
    }

    /** The newest one of a person for the use that is neither revoked nor outside its validity. */
    public Optional<RegisteredCertificate> usable(
            LocalGovernmentId government, PersonId person, ProfileId profile, Instant when) {
        return of(government, person).stream()
                .filter(one -> one.profile() == profile && one.isUsableAt(when))
                .findFirst();
    }

    /**
     * Those of a person that sign documents and are neither revoked nor outside their validity: the
     * individual ones first, of each kind the newest first.
     */
    public List<RegisteredCertificate> signing(
            LocalGovernmentId government, PersonId person, Instant when) {
        return of(government, person).stream()
                .filter(one -> one.profile().signsDocuments() && one.isUsableAt(when))
                .sorted(Comparator.comparing(RegisteredCertificate::profile))
                .toList();
    }

    /**
     * Blocks a certificate here and now: nothing signs with it any more. What weighs more stays:
     * one that was reported lost is not only held. Joins the open transaction; the caller's command
     * leaves the audit record.
     *
     * @return false when it is revoked or expired
     */
    public boolean block(LocalGovernmentId government, CertificateId id, BlockKind kind) {
        return transactions.inTenant(
                government,
                () -> {
                    CertificatePhase phase = phase(id);
                    if (phase.isOver()) {
                        return false;
                    }
                    if (CertificateTransitions.after(phase, CertificateStep.to(kind)).isPresent()) {
                        life.block(id, kind, clock.instant());
                    }
                    return true;
                });
    }

    /** Lifts the block of {@link #block}; one that is over stays so. */
    public void unblock(LocalGovernmentId government, CertificateId id) {
        transactions.inTenant(
                government,
                () -> {
                    if (CertificateTransitions.after(phase(id), CertificateStep.LIFT).isPresent()) {
                        life.unblock(id);
                    }
                });
    }

    /** Its authority has revoked it; the caller's command leaves the audit record. */
    public void revoked(
            LocalGovernmentId government, CertificateId id, RevocationReason reason, Instant at) {
        transactions.inTenant(government, () -> life.revoke(id, reason, at));
    }

    /** The entry stays locked until the transaction ends. */
    private CertificatePhase phase(CertificateId id) {
        return life.hold(id).orElseThrow().phaseAt(clock.instant());
    }

    /** Locks the entry until the open transaction ends, so that a block waits or was seen. */
    public Optional<RegisteredCertificate> hold(LocalGovernmentId government, CertificateId id) {
        return transactions.inTenant(government, () -> life.hold(id));
    }

    /** Records that one certificate was made to take the place of another (MDN-14(1)). */
    public void follow(
            LocalGovernmentId government, CertificateId successor, CertificateId predecessor) {
        transactions.inTenant(government, () -> life.follow(successor, predecessor));
    }

    /** The one that took its place, if one did. */
    public Optional<CertificateId> successorOf(LocalGovernmentId government, CertificateId id) {
        return transactions.inTenant(government, () -> life.successorOf(id));
    }

    /** The one whose place it took, if it took one. */
    public Optional<CertificateId> predecessorOf(LocalGovernmentId government, CertificateId id) {
        return transactions.inTenant(government, () -> life.predecessorOf(id));
    }

    private static RegisteredCertificate registered(NewCertificate returned, Instant now) {
        try {
            X509Certificate certificate = ReturnedCertificate.read(returned.certificateDer());
            return new RegisteredCertificate(
                    new CertificateId(UUID.randomUUID()),
                    returned.person(),
                    returned.order().profile(),
                    returned.order().requestKey(),
                    returned.key(),
                    returned.custody(),
                    returned.system(),
                    returned.algorithm(),
                    returned.standing(),
                    new CertificateState.InForce(),
                    returned.post(),
                    returned.designated(),
                    returned.agency(),
                    returned.order().subject().commonName(),
                    commonName(certificate.getIssuerX500Principal()),
                    certificate.getSerialNumber().toString(16),
                    HexFormat.of().formatHex(sha256(returned.certificateDer())),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    now,
                    returned.certificateDer(),
                    returned.chainDer());
        } catch (CertificateException e) {
            throw new IllegalStateException("a checked certificate cannot be read", e);
        }
    }

    private static String commonName(X500Principal name) {
        try {
            for (Rdn part : new LdapName(name.getName(X500Principal.RFC2253)).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(part.getValue());
                }
            }
            return name.getName();
        } catch (InvalidNameException e) {
            return name.getName();
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
