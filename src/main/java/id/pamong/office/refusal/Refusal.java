package id.pamong.office.refusal;

import java.util.List;
import java.util.Objects;

/**
 * A refusal that no caller handles: mapped once, to an error page or an RFC 9457 problem document.
 * The sentences are in the message files under {@code refusal.<code>}; arguments never hold
 * personal data or secrets.
 */
public abstract sealed class Refusal extends RuntimeException
        permits NotFound, Forbidden, Conflict, TooLarge {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    Refusal(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = Objects.requireNonNull(code);
        this.arguments = List.of(arguments);
    }

    /** Stable English code such as {@code application.not-found}. */
    public String code() {
        return code;
    }

    /** Values for the sentence of the message file. */
    public List<Object> arguments() {
        return arguments;
    }
}
