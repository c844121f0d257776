package id.pamong.office.regulation;

import java.util.List;

/** A regulation's file is wrong; the program does not start. The message lists every problem. */
public final class InvalidRegulation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidRegulation(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Each as {@code file:line: reason}. */
    public List<String> problems() {
        return problems;
    }
}
