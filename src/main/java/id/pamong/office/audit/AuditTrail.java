package id.pamong.office.audit;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes one record per command, in the command's own transaction. */
@Component
public class AuditTrail {
    private final Clock clock;

    AuditTrail(Clock clock) {
        this.clock = clock;
    }

    /** Appends the record to the trail of the open transaction's local government. */
    public void record(AuditRecord entry) {
        throw new UnsupportedOperationException(entry + " at " + clock.instant());
    }
}
