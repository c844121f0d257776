package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.Decision;
import id.pamong.lifecycle.enrollment.Reason;
import id.pamong.office.regulation.RegulationProfile;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decision while it is being prepared; kept with the checks, so that nothing typed is lost.
 *
 * @param outcome null while none is chosen
 */
public record DecisionDraft(@Nullable Outcome outcome, List<DraftReason> reasons) {
    public static final DecisionDraft EMPTY = new DecisionDraft(null, List.of());

    public DecisionDraft {
        reasons = List.copyOf(reasons);
    }

    /** The three answers (MDN-11(2), 11(3)). */
    public enum Outcome {
        /** Diterima. */
        APPROVED,
        /** Belum dapat diterima. */
        RETURNED,
        /** Tidak dapat diterima. */
        REJECTED;

        /** Those that the regulation knows, by its setting {@code answer.kinds}. */
        public static Set<Outcome> knownTo(RegulationProfile profile) {
            List<String> kinds = profile.setting("answer.kinds").values();
            return Arrays.stream(values())
                    .filter(outcome -> kinds.contains(outcome.settingCode()))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
        }

        private String settingCode() {
            return switch (this) {
                case APPROVED -> "ACCEPT";
                case RETURNED -> "NOT_YET";
                case REJECTED -> "REJECT";
            };
        }

        /** Whether the law asks for reasons. */
        public boolean needsReasons() {
            return switch (this) {
                case APPROVED -> false;
                case RETURNED, REJECTED -> true;
            };
        }
    }

    /** A reason as typed so far; it may be too short yet. */
    public record DraftReason(ReasonCode code, String text) {
        public DraftReason {
            text = text.strip();
        }

        public boolean isComplete() {
            return text.length() >= 10 && text.length() <= 1000;
        }

        @Override
        public String toString() {
            return "DraftReason[" + code + "]";
        }
    }

    /** What was typed for a code of the catalogue, if it was chosen. */
    public Optional<DraftReason> reason(ReasonCode code) {
        return reasons.stream().filter(reason -> reason.code() == code).findFirst();
    }

    /**
     * The decision that this draft has become.
     *
     * @throws IllegalArgumentException while something is missing; the rules on decisions say what
     */
    Decision decision() {
        if (outcome == null) {
            throw new IllegalArgumentException("no outcome is chosen");
        }
        List<Reason> why =
                reasons.stream().map(one -> new Reason(one.code().name(), one.text())).toList();
        return switch (outcome) {
            case APPROVED -> new Decision.Approved();
            case RETURNED -> new Decision.Returned(why);
            case REJECTED -> new Decision.Rejected(why);
        };
    }
}
