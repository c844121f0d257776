package id.pamong.office.page.web;

import id.pamong.office.page.form.FormProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
        return true;
    }
}
