package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.office.audit.CanonicalJson;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an officer signs for many decisions at once, as canonical JSON (RFC 8785): for each
 * application its id, the hash of its dossier, the decision, and the SHA-256 of its own {@link
 * DecisionStatement}. Whoever holds one statement checks it by its hash in the list, and the list
 * by {@code openssl cms -verify -binary}, without the statements of others. It holds no name.
 *
 * @param bytes UTF-8
 * @param sha256 lower-case hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record ListManifest(byte[] bytes, String sha256) {
    /** One decision of the list. */
    record Line(String application, String dossierSha256, String decision, String statement) {}

    static ListManifest of(
            LocalGovernmentId government,
            DecisionListId list,
            CollectiveBatchId batch,
            PersonId officer,
            String certificateSerial,
            Instant decidedAt,
            List<Line> lines) {
        TreeMap<String, Object> form = new TreeMap<>();
        form.put("form", "pamong-decision-list-1");
        form.put("government", government.toString());
        form.put("list", list.toString());
        form.put("batch", batch.toString());
        form.put("officer", officer.toString());
        form.put("certificate", certificateSerial);
        form.put("decidedAt", decidedAt.toString());
        form.put(
                "entries",
                lines.stream()
                        .sorted(Comparator.comparing(Line::application))
                        .map(line ->
                                Map.of(
                                        "application", line.application(),
                                        "dossierSha256", line.dossierSha256(),
                                        "decision", line.decision(),
                                        "statementSha256", line.statement()))
                        .toList());
        byte[] bytes = CanonicalJson.write(form).getBytes(StandardCharsets.UTF_8);
        try {
            return new ListManifest(
                    bytes,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
