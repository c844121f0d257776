package id.pamong.office.regulation;

import java.util.List;

/**
 * A question that the text of a regulation leaves open.
 *
 * @param setting what holds until it is answered, with the clauses that disagree and the legal note
 * @param answers the codes to choose from
 */
public record OpenQuestion(Setting setting, List<String> answers) {
    public OpenQuestion {
        answers = List.copyOf(answers);
    }
}
