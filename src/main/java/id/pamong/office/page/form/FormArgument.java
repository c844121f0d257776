package id.pamong.office.page.form;

import id.pamong.office.page.SubmittedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller the form of its request. */
@Component
final class FormArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SubmittedForm.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object form =
                request.getAttribute(
                        SubmittedForm.class.getName(), RequestAttributes.SCOPE_REQUEST);
        if (form == null) {
            throw new IllegalStateException("the form reader did not see this request");
        }
        return form;
    }
}
