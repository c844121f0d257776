package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.registration.CheckAnswer;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.lifecycle.registration.CheckResult;
import id.pamong.lifecycle.registration.DecisionDraft;
import id.pamong.lifecycle.registration.Notes;
import id.pamong.lifecycle.registration.ReasonCode;
import id.pamong.office.page.SubmittedForm;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the form of a case; what is not one of its words counts as not answered. */
final class NotesForm {
    private NotesForm() {}

    static Notes read(SubmittedForm form) {
        Map<CheckGroup, CheckAnswer> answers = new EnumMap<>(CheckGroup.class);
        for (CheckGroup group : CheckGroup.values()) {
            answers.put(
                    group,
                    new CheckAnswer(
                            word(CheckResult.values(), form.text("result." + group)),
                            form.text("note." + group)));
        }
        List<DecisionDraft.DraftReason> reasons =
                Arrays.stream(ReasonCode.values())
                        .filter(code -> form.texts("reason").contains(code.name()))
                        .map(code -> new DecisionDraft.DraftReason(code, form.text("text." + code)))
                        .toList();
        return new Notes(
                token(form.text("claim")),
                form.text("dossier"),
                answers,
                new DecisionDraft(
                        word(DecisionDraft.Outcome.values(), form.text("outcome")), reasons));
    }

    private static <E extends Enum<E>> @Nullable E word(E[] words, String text) {
        return Arrays.stream(words)
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** A token that is none belongs to no claim. */
    private static UUID token(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }
}
