package id.pamong.office.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a command did: who, what, on which object, with which outcome. Facts hold codes, internal
 * ids, numbers and hashes; never a name, NIK, NIP, e-mail or secret.
 *
 * @param command name of the command in the table of permissions, such as {@code
 *     registration.decide}
 * @param actor account id, or null for the system itself or a visitor
 * @param objectKind such as {@code application}
 * @param object internal id of the object
 * @param outcome stable English code such as {@code APPROVED}
 * @param facts further values: strings, numbers, booleans, lists and maps of these
 */
public record AuditRecord(
        String command,
        @Nullable UUID actor,
        String objectKind,
        @Nullable UUID object,
        String outcome,
        Map<String, Object> facts) {
    public AuditRecord {
        facts = Map.copyOf(facts);
    }
}
