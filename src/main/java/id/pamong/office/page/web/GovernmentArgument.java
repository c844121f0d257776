package id.pamong.office.page.web;

import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.refusal.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The local government of a path {@code /{government}/…}; an unknown one is not found. */
@Component
final class GovernmentArgument implements HandlerMethodArgumentResolver {
    private final PageFrames frames;

    GovernmentArgument(PageFrames frames) {
        this.frames = frames;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == LocalGovernment.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        LocalGovernment government = servlet == null ? null : frames.frameOf(servlet).government();
        if (government == null) {
            throw new NotFound("government.not-found");
        }
        return government;
    }
}
