package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.office.audit.CanonicalJson;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an officer signs: the hash of the dossier, the outcome, each check and each reason, as
 * canonical JSON (RFC 8785). Anyone can check it later with {@code openssl cms -verify -binary}.
 *
 * @param bytes UTF-8
 * @param sha256 lower-case hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record DecisionStatement(byte[] bytes, String sha256) {
    static DecisionStatement of(
            LocalGovernmentId government,
            Dossier dossier,
            Map<CheckGroup, CheckAnswer> answers,
            DecisionDraft draft,
            PersonId officer,
            String certificateSerial,
            Instant decidedAt) {
        TreeMap<String, @Nullable Object> form = new TreeMap<>();
        form.put("form", "pamong-decision-1");
        form.put("government", government.toString());
        form.put("application", dossier.id().toString());
        form.put("number", dossier.number());
        form.put("dossierSha256", dossier.sha256());
        form.put("regulationSha256", dossier.regulationHash());
        form.put("decision", draft.decision().code());
        form.put("checks", checks(answers));
        form.put(
                "reasons",
                draft.decision().why().stream()
                        .map(reason -> Map.of("code", reason.code(), "text", reason.text()))
                        .toList());
        form.put("officer", officer.toString());
        form.put("certificate", certificateSerial);
        form.put("decidedAt", decidedAt.toString());
        byte[] bytes = CanonicalJson.write(form).getBytes(StandardCharsets.UTF_8);
        try {
            return new DecisionStatement(
                    bytes,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static TreeMap<String, Object> checks(Map<CheckGroup, CheckAnswer> answers) {
        TreeMap<String, Object> checks = new TreeMap<>();
        answers.forEach((group, answer) ->
                checks.put(
                        group.name(),
                        Map.of("result", String.valueOf(answer.result()), "note", answer.note())));
        return checks;
    }
}
