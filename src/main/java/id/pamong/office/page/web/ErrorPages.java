package id.pamong.office.page.web;

import id.pamong.office.page.PageFrame;
import id.pamong.office.page.TypedForm;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.refusal.Refusal;
import id.pamong.office.refusal.TooLarge;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where a refusal or a failure becomes an answer: a page in the reader's language
 * that keeps what was typed, or a problem document (RFC 9457) for programs. Both carry the
 * correlation id.
 */
@Controller
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> WITH_OWN_WORDS = Set.of(400, 401, 403, 404, 405, 409, 413);

    private final PageFrames frames;
    private final MessageSource messages;

    ErrorPages(PageFrames frames, MessageSource messages) {
        this.frames = frames;
        this.messages = messages;
    }

    static boolean isError(Object handler) {
        return handler instanceof HandlerMethod method
                && ErrorController.class.isAssignableFrom(method.getBeanType());
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        HttpStatus status =
                switch (refusal) {
                    case NotFound _ -> HttpStatus.NOT_FOUND;
                    case Forbidden _ -> HttpStatus.FORBIDDEN;
                    case Conflict _ -> HttpStatus.CONFLICT;
                    case TooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
                };
        return answer(request, status, refusal.code(), refusal.arguments());
    }

    /** The reader went away while the answer was sent: there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException nobodyReads) {}

    @ExceptionHandler
    Object unusableForm(UnusableForm form, HttpServletRequest request) {
        return answer(
                request,
                HttpStatusCode.valueOf(form.problem().status()),
                form.problem().code(),
                form.problem().arguments());
    }

    /** An id in the path that is none. */
    @ExceptionHandler
    Object mismatched(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, "path.not-found", List.of());
    }

    /**
     * The address that a form was sent to, opened by the link to the other language or a reload:
     * its page stands above it.
     */
    @ExceptionHandler
    Object opened(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        String path = PageFrames.originalPath(request);
        int above = path.lastIndexOf('/');
        boolean sent =
                request.getMethod().equals("GET")
                        && Optional.ofNullable(wrong.getSupportedHttpMethods())
                                .filter(supported -> supported.contains(HttpMethod.POST))
                                .isPresent();
        if (!sent || above < 1 || path.startsWith("/pki/") || wantsProblem(request)) {
            return answer(request, wrong.getStatusCode(), "", List.of());
        }
        String query = request.getQueryString();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        path.substring(0, above) + (query == null ? "" : "?" + query))
                .build();
    }

    @ExceptionHandler
    Object failed(Exception failure, HttpServletRequest request) throws Exception {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(request, known.getStatusCode(), "", List.of());
        }
        LOG.error("{} {} failed", request.getMethod(), pattern(request), failure);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "", List.of());
    }

    /** What the container or a filter refused. */
    @RequestMapping("/error")
    Object dispatched(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object code = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        return answer(
                request,
                HttpStatusCode.valueOf(status instanceof Integer known ? known : 404),
                code instanceof String text && text.matches("[a-z.-]{3,60}") ? text : "",
                List.of());
    }

    private Object answer(
            HttpServletRequest request,
            HttpStatusCode status,
            String code,
            List<Object> arguments) {
        String kind = WITH_OWN_WORDS.contains(status.value()) ? "" + status.value() : "500";
        kind = status.is4xxClientError() && kind.equals("500") ? "400" : kind;
        String title = own(code, ".title", text("error." + kind + ".title", List.of(), ""));
        String general = text("error." + kind + ".text", List.of(), "");
        String sentence = code.isEmpty() ? general : text("refusal." + code, arguments, general);
        if (wantsProblem(request)) {
            return problem(request, status, code, title, sentence);
        }
        FrameInterceptor.makeToken(request);
        ModelAndView page = new ModelAndView("page/error", HttpStatus.valueOf(status.value()));
        page.addObject(PageFrame.ATTRIBUTE, frames.frameOf(request));
        page.addObject("title", title);
        page.addObject("sentence", sentence);
        page.addObject("next", own(code, ".next", text("error." + kind + ".next", List.of(), "")));
        page.addObject("typed", TypedForm.of(request).orElse(null));
        return page;
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpServletRequest request,
            HttpStatusCode status,
            String code,
            String title,
            String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setTitle(title);
        problem.setProperty("code", code.isEmpty() ? "http." + status.value() : code);
        problem.setProperty("correlation", Correlation.of(request));
        problem.setInstance(URI.create("urn:pamong:correlation:" + Correlation.of(request)));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean wantsProblem(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return PageFrames.originalPath(request).contains("/api/")
                || (accept != null
                        && accept.toLowerCase(Locale.ROOT).contains("json")
                        && !accept.contains("html"));
    }

    /** A refusal may have a heading and a next step of its own. */
    private String own(String code, String part, String otherwise) {
        return code.isEmpty() ? otherwise : text("refusal." + code + part, List.of(), otherwise);
    }

    private String text(String key, List<Object> arguments, String otherwise) {
        @Nullable String found =
                messages.getMessage(
                        key, arguments.toArray(), null, LocaleContextHolder.getLocale());
        return found == null ? otherwise : found;
    }

    /** The pattern of the route, since a path may name a person's object. */
    private static Object pattern(HttpServletRequest request) {
        Object pattern =
                request.getAttribute(
                        "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
        return pattern == null ? "(no route)" : pattern;
    }
}
