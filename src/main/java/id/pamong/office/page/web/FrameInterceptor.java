package id.pamong.office.page.web;

import id.pamong.office.page.FormProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Gives every page its frame, and stops a form that could not be read before any handler. */
final class FrameInterceptor implements HandlerInterceptor {
    private final PageFrames frames;

    FrameInterceptor(PageFrames frames) {
        this.frames = frames;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(FormProblem.ATTRIBUTE) instanceof FormProblem problem
                && !ErrorPages.isError(handler)) {
            throw new UnusableForm(problem);
        }
        frames.frameOf(request);
        if (handler instanceof HandlerMethod method
                && method.getReturnType().getParameterType() != ResponseEntity.class) {
            makeToken(request);
        }
        return true;
    }

    /** The token's cookie must go out before the first bytes of a long page do. */
    static void makeToken(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }
}
