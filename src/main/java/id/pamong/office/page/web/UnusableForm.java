package id.pamong.office.page.web;

import id.pamong.office.page.FormProblem;

/** Carries the problem of a form to its error page. */
final class UnusableForm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FormProblem problem;

    UnusableForm(FormProblem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    FormProblem problem() {
        return problem;
    }
}
