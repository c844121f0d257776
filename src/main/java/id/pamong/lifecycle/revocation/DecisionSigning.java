package id.pamong.lifecycle.revocation;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.SigningOutcome;
import id.pamong.authority.signature.CmsRequest;
import id.pamong.authority.signature.RawSignatures;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.registration.OfficerCertificate;
import id.pamong.lifecycle.registration.RaOfficers;
import id.pamong.office.audit.CanonicalJson;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.page.Dates;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An officer's decision on a case, signed with the officer's certificate over the case's canonical
 * content (RFC 8785), as decisions on applications are. Outside of any transaction: the step that
 * follows finds the case unchanged or gives up, and the signature with it.
 */
@Component
class DecisionSigning {
    private static final String FIELD = "passphrase";

    private final Certificates certificates;
    private final RaOfficers officers;
    private final Custody custody;
    private final RawSignatures signatures;
    private final LocalGovernments governments;
    private final Dates dates;
    private final Clock clock;

    DecisionSigning(
            Certificates certificates,
            RaOfficers officers,
            Custody custody,
            RawSignatures signatures,
            LocalGovernments governments,
            Dates dates,
            Clock clock) {
        this.certificates = certificates;
        this.officers = officers;
        this.custody = custody;
        this.signatures = signatures;
        this.governments = governments;
        this.dates = dates;
        this.clock = clock;
    }

    /** What came of signing. */
    sealed interface Outcome {
        /**
         * Signed.
         *
         * @param statement canonical JSON, UTF-8
         * @param signature CMS, detached, over the statement
         */
        @SuppressWarnings("ArrayRecordComponent") // carried, never compared
        record Signed(byte[] statement, String sha256, byte[] signature) implements Outcome {}

        /**
         * Nothing was signed.
         *
         * @param code for the audit record
         */
        record NotSigned(Finding finding, String code) implements Outcome {}
    }

    Outcome sign(
            Actor actor,
            RevocationCase it,
            CaseStep step,
            String note,
            Optional<SecretBytes> passphrase) {
        LocalGovernmentId government = actor.government();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        @Nullable OfficerCertificate own =
                officers.certificate(government, actor.person(), now).orElse(null);
        if (passphrase.isEmpty() || own == null) {
            return new Outcome.NotSigned(
                    Finding.blocking("revocation.no-passphrase", FIELD), "NOT_SIGNED");
        }
        byte[] statement = statement(government, it, step, note, actor, own, now);
        String sha256 = sha256(statement);
        CmsRequest request = new CmsRequest(sha256, own.chain(), now);
        return switch (custody.sign(
                government, own.key(), passphrase.get(), signatures.toBeSigned(request))) {
            case SigningOutcome.Signed(byte[] value) ->
                    new Outcome.Signed(statement, sha256, signatures.complete(request, value));
            case SigningOutcome.WrongPassphrase(int left) ->
                    new Outcome.NotSigned(
                            Finding.blocking("revocation.passphrase-wrong", FIELD, left),
                            "WRONG_PASSPHRASE");
            case SigningOutcome.Blocked(Instant until) ->
                    new Outcome.NotSigned(
                            Finding.blocking(
                                    "revocation.passphrase-blocked",
                                    FIELD,
                                    dates.time(until, governments.get(government))),
                            "KEY_BLOCKED");
        };
    }

    private byte[] statement(
            LocalGovernmentId government,
            RevocationCase it,
            CaseStep step,
            String note,
            Actor actor,
            OfficerCertificate own,
            Instant now) {
        RegisteredCertificate certificate =
                certificates.byId(government, it.certificate()).orElseThrow();
        TreeMap<String, @Nullable Object> form = new TreeMap<>();
        form.put("form", "pamong-revocation-decision-1");
        form.put("government", government.toString());
        form.put("revocation", it.id().toString());
        form.put("number", it.number());
        form.put("version", it.version());
        form.put("state", it.state().name());
        form.put("origin", it.origin().name());
        form.put("ground", it.ground().name());
        form.put("reason", it.ground().reason().name());
        form.put("emergency", it.emergency());
        form.put("explanation", it.explanation());
        Instant since = it.invalidSince();
        form.put("invalidSince", since == null ? null : since.toString());
        form.put("revokes", certificate.serial());
        form.put("revokesSha256", certificate.sha256());
        form.put("decision", step.name());
        form.put("note", note.strip());
        form.put("officer", actor.person().toString());
        form.put("certificate", own.serial());
        form.put("decidedAt", now.toString());
        return CanonicalJson.write(form).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
