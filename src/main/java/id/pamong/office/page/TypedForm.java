package id.pamong.office.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What someone typed into a form that could not be accepted, to be offered back: the texts, never a
 * secret, a passkey's answer (it counts once) or a file.
 *
 * @param action where the form was sent
 * @param fields texts by name, in the order of the form
 * @param leftOut whether it had secrets or files, which must be given again
 */
public record TypedForm(String action, Map<String, List<String>> fields, boolean leftOut) {
    /** Request attribute under which the reader of forms leaves it. */
    public static final String ATTRIBUTE = TypedForm.class.getName();

    public TypedForm {
        fields = new LinkedHashMap<>(fields);
        fields.remove("_csrf");
        fields.remove("passkey");
    }

    /** What the running request brought, if it was a form. */
    public static Optional<TypedForm> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE))
                .map(TypedForm.class::cast)
                .filter(typed -> !typed.fields().isEmpty());
    }
}
