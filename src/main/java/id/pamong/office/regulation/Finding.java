package id.pamong.office.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say about something, shown beside its field.
 *
 * @param code stable English code; its sentence is the message {@code finding.<code>}
 * @param field the form field it belongs to, or null for the whole
 * @param arguments values for the sentence; no secrets
 * @param citations the clauses that ask for it, by the regulation in force for the case
 */
public record Finding(
        String code,
        Severity severity,
        @Nullable String field,
        List<Object> arguments,
        List<Citation> citations) {
    public Finding {
        arguments = List.copyOf(arguments);
        citations = List.copyOf(citations);
    }

    public static Finding blocking(String code, @Nullable String field, Object... arguments) {
        return new Finding(code, Severity.BLOCKING, field, List.of(arguments), List.of());
    }

    public static Finding soft(String code, @Nullable String field, Object... arguments) {
        return new Finding(code, Severity.SOFT, field, List.of(arguments), List.of());
    }

    public Finding citing(List<Citation> clauses) {
        return new Finding(code, severity, field, arguments, clauses);
    }

    public boolean isBlocking() {
        return severity == Severity.BLOCKING;
    }
}
