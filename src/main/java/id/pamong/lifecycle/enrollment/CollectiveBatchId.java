package id.pamong.lifecycle.enrollment;

import java.util.UUID;

/** A collective application: applications prepared together for one agency. */
public record CollectiveBatchId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
