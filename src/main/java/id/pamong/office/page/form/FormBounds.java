package id.pamong.office.page.form;

import id.pamong.office.page.FormProblem;
import org.jspecify.annotations.Nullable;

/** The limits of one form while it is read; beyond them the rest is read but thrown away. */
final class FormBounds {
    /** Fields of one form, files and secrets among them. */
    static final int FIELDS = 2000;

    /** Bytes of one secret. */
    static final int SECRET = 1024;

    /** Bytes of all texts together. */
    static final long TEXTS = 2L << 20;

    /** Bytes of the head of one part. */
    static final int HEAD = 8192;

    /** Bytes beyond the limit that are read and thrown away, so that the answer arrives. */
    private static final long POLITELY = 512L << 20;

    private final long limit;
    private final long announced;
    private long body;
    private long texts;
    private @Nullable FormProblem problem;

    /**
     * @param limit bytes of the whole body
     * @param announced its length as announced, -1 if unknown
     */
    FormBounds(long limit, long announced) {
        this.limit = limit;
        this.announced = announced;
        if (announced > limit) {
            problem = FormProblem.tooLarge(limit);
        }
    }

    boolean isExceeded() {
        return problem != null;
    }

    /** Whether more has come than the limit allows; before that an announced excess is kept. */
    boolean isFull() {
        return body > limit || (problem != null && announced <= limit);
    }

    /** Whether so much has come that reading on is no politeness any more. */
    boolean isHopeless() {
        return body > limit + POLITELY;
    }

    void countBody(int bytes) {
        body += bytes;
        if (problem == null && body > limit) {
            problem = FormProblem.tooLarge(limit);
        }
    }

    void afterField(ParsedForm form) {
        if (problem == null && form.count() > FIELDS) {
            problem = FormProblem.tooMany();
        }
    }

    void countText(int bytes) {
        texts += bytes;
        if (problem == null && texts > TEXTS) {
            problem = FormProblem.tooLarge(TEXTS);
        }
    }

    @Nullable FormProblem problem() {
        return problem;
    }
}
