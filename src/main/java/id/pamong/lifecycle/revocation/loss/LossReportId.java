package id.pamong.lifecycle.revocation.loss;

import java.util.UUID;

/** A report of a lost, damaged or inaccessible key. */
public record LossReportId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
