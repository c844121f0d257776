package id.pamong.office.page.form;

import id.pamong.office.page.BodyGate;
import id.pamong.office.page.FormProblem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.page.TypedForm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before every other filter and reads each form itself. What it cannot accept goes on as a
 * {@link FormProblem} without touching a handler, so that the answer is a page in the reader's
 * language.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class FormReaderFilter extends OncePerRequestFilter {
    private final FormLimits limits;
    private final Path folder;
    private final ObjectProvider<BodyGate> gates;

    /**
     * @param folder where files lie encrypted while their request lasts
     */
    FormReaderFilter(
            FormLimits limits,
            @Value("${pamong.spool:${java.io.tmpdir}}") Path folder,
            ObjectProvider<BodyGate> gates) {
        this.gates = gates;
        this.limits = limits;
        this.folder = folder;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (ParsedForm form = new ParsedForm()) {
            Optional<MediaType> type = formType(request);
            FormProblem problem = queryHoldsSecret(request) ? FormProblem.secretInQuery() : null;
            if (type.isPresent()) {
                FormProblem found = read(request, type.get(), form);
                problem = problem == null ? found : problem;
            }
            TypedForm typed =
                    new TypedForm(request.getRequestURI(), form.texts(), form.leavesSomethingOut());
            if (problem == null || problem.status() == 413) {
                problem = addQuery(request, form, problem);
            }
            FormRequest wrapped = new FormRequest(request, form.texts(), type.isPresent());
            if (type.isPresent()) {
                wrapped.setAttribute(TypedForm.ATTRIBUTE, typed);
            }
            wrapped.setAttribute(SubmittedForm.class.getName(), form);
            if (problem != null) {
                wrapped.setAttribute(FormProblem.ATTRIBUTE, problem);
            }
            chain.doFilter(wrapped, response);
        } finally {
            request.removeAttribute(SubmittedForm.class.getName());
        }
    }

    private @Nullable FormProblem read(HttpServletRequest request, MediaType type, ParsedForm form)
            throws IOException {
        Optional<FormProblem> objection =
                gates.stream().flatMap(gate -> gate.objection(request).stream()).findFirst();
        if (objection.isPresent()) {
            return objection.get();
        }
        long limit = limits.of(request);
        FormBounds bounds = new FormBounds(limit, request.getContentLengthLong());
        if (bounds.isExceeded() && request.getHeader("Expect") != null) {
            return bounds.problem();
        }
        try (BoundedBody body = new BoundedBody(request.getInputStream(), bounds)) {
            if (type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)) {
                String boundary = type.getParameter("boundary");
                if (boundary == null) {
                    throw new UnreadableForm("no boundary");
                }
                MultipartReader.read(body, unquoted(boundary), form, bounds, folder);
            } else {
                UrlencodedReader.read(body, form, bounds);
            }
        } catch (UnreadableForm e) {
            return bounds.isExceeded() ? bounds.problem() : FormProblem.malformed();
        }
        return bounds.problem();
    }

    /** The parameters of the query, cleaned as those of the body are. */
    private static @Nullable FormProblem addQuery(
            HttpServletRequest request, ParsedForm form, @Nullable FormProblem problem) {
        try {
            request.getParameterMap()
                    .forEach((name, values) ->
                            Arrays.stream(values)
                                    .forEach(value ->
                                            form.addText(
                                                    WipedBuffer.withoutControls(name),
                                                    WipedBuffer.withoutControls(value))));
            return problem;
        } catch (IllegalStateException e) {
            return FormProblem.malformed();
        }
    }

    /** A reading request has no form, whatever type a client leaves standing after a redirect. */
    private static Optional<MediaType> formType(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null
                || request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD")) {
            return Optional.empty();
        }
        try {
            MediaType parsed = MediaType.parseMediaType(type);
            boolean form =
                    parsed.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)
                            || parsed.isCompatibleWith(MediaType.MULTIPART_FORM_DATA);
            return form ? Optional.of(parsed) : Optional.empty();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    private static String unquoted(String boundary) {
        return boundary.length() > 1 && boundary.startsWith("\"") && boundary.endsWith("\"")
                ? boundary.substring(1, boundary.length() - 1)
                : boundary;
    }

    private static boolean queryHoldsSecret(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null
                && Arrays.stream(query.split("[&;]"))
                        .map(pair -> pair.split("=", 2)[0])
                        .map(FormReaderFilter::decoded)
                        .anyMatch(SubmittedForm.SECRETS::contains);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
