package id.pamong.office.page;

import java.util.List;

/**
 * Why a form cannot be used. It travels with the request to the first place that can answer in the
 * reader's language.
 *
 * @param status HTTP status, 400, 413 or 429
 * @param code stable English code, also the message key below {@code refusal.}
 * @param arguments values for the sentence
 */
public record FormProblem(int status, String code, List<Object> arguments) {
    /** Request attribute. */
    public static final String ATTRIBUTE = FormProblem.class.getName();

    public FormProblem {
        arguments = List.copyOf(arguments);
    }

    public static FormProblem malformed() {
        return new FormProblem(400, "form.unreadable", List.of());
    }

    public static FormProblem secretInQuery() {
        return new FormProblem(400, "form.secret-in-query", List.of());
    }

    public static FormProblem tooLarge(long limit) {
        return new FormProblem(413, "form.too-large", List.of(Math.max(1, limit >> 20)));
    }

    public static FormProblem tooOften() {
        return new FormProblem(429, "form.too-often", List.of());
    }

    public static FormProblem tooMany() {
        return new FormProblem(413, "form.too-many-fields", List.of());
    }
}
