package id.pamong.lifecycle.enrollment;

import java.time.Instant;
import java.util.List;

/**
 * A step that was taken.
 *
 * @param reasons of a return or rejection; else empty
 */
public record StateChange(
        Step step, ApplicationState from, ApplicationState to, Instant at, List<Reason> reasons) {
    public StateChange {
        reasons = List.copyOf(reasons);
    }
}
