package id.pamong.office.regulation;

import java.util.List;

/**
 * A question that the text of a regulation leaves open.
 *
 * @param setting what holds until it is answered, with the clauses that disagree and the legal note
 * @param answers the codes to choose from; what stands for the missing answer is none
 */
public record OpenQuestion(Setting setting, List<String> answers) {
    /** Stands in a setting until the question is answered. */
    public static final String UNANSWERED = "UNANSWERED";

    public OpenQuestion {
        answers = answers.stream().filter(code -> !code.equals(UNANSWERED)).toList();
    }
}
