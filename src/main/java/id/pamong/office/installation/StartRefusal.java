package id.pamong.office.installation;

/**
 * The program cannot start, and the person at the console can do something about it: one clear
 * sentence in Indonesian and in English, printed without a stack trace.
 */
public final class StartRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String indonesian;
    private final String english;

    public StartRefusal(String indonesian, String english) {
        super(english);
        this.indonesian = indonesian;
        this.english = english;
    }

    public StartRefusal(String indonesian, String english, Throwable cause) {
        super(english, cause);
        this.indonesian = indonesian;
        this.english = english;
    }

    public String indonesian() {
        return indonesian;
    }

    public String english() {
        return english;
    }
}
