package id.pamong.lifecycle.registration;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What officers have noted on one application as its dossier now is; an edit of the dossier begins
 * a new one.
 *
 * @param claim who has it on the desk, be it in force or not
 * @param savedAt when something was last noted, or null
 */
public record Verification(
        Optional<Claim> claim,
        Map<CheckGroup, CheckAnswer> answers,
        DecisionDraft draft,
        @Nullable Instant savedAt) {
    public Verification {
        EnumMap<CheckGroup, CheckAnswer> all = new EnumMap<>(CheckGroup.class);
        for (CheckGroup group : CheckGroup.values()) {
            all.put(group, answers.getOrDefault(group, CheckAnswer.OPEN));
        }
        answers = Map.copyOf(all);
    }

    public CheckAnswer answer(CheckGroup group) {
        return answers.getOrDefault(group, CheckAnswer.OPEN);
    }
}
