package id.pamong.lifecycle.enrollment;

import java.util.List;

/**
 * What the registration authority answers (MDN-11(2), 11(3)). Returned (belum dapat diterima) is
 * not rejected (tidak dapat diterima); both need reasons.
 */
public sealed interface Decision {
    /** The step of {@link Transitions} that this decision takes. */
    default Step step() {
        return switch (this) {
            case Approved approved -> Step.APPROVE;
            case Returned returned -> Step.RETURN;
            case Rejected rejected -> Step.REJECT;
        };
    }

    /** Stable code: APPROVED, RETURNED, REJECTED. */
    default String code() {
        return switch (this) {
            case Approved approved -> "APPROVED";
            case Returned returned -> "RETURNED";
            case Rejected rejected -> "REJECTED";
        };
    }

    /** The reasons given; empty for an approval. */
    default List<Reason> why() {
        return switch (this) {
            case Approved approved -> List.of();
            case Returned(List<Reason> reasons) -> reasons;
            case Rejected(List<Reason> reasons) -> reasons;
        };
    }

    record Approved() implements Decision {}

    record Returned(List<Reason> reasons) implements Decision {
        public Returned {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a returned application needs a reason");
            }
        }
    }

    record Rejected(List<Reason> reasons) implements Decision {
        public Rejected {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a rejection needs a reason");
            }
        }
    }
}
