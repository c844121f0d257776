package id.pamong.lifecycle.registration;

import java.util.Map;
import java.util.UUID;

/**
 * What an officer typed on the page of a case.
 *
 * @param claim token that the page was made with
 * @param dossierSha256 hash of the dossier that the page showed
 */
public record Notes(
        UUID claim,
        String dossierSha256,
        Map<CheckGroup, CheckAnswer> answers,
        DecisionDraft draft) {
    public Notes {
        answers = Map.copyOf(answers);
    }

    public CheckAnswer answer(CheckGroup group) {
        return answers.getOrDefault(group, CheckAnswer.OPEN);
    }
}
