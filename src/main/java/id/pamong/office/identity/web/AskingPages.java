package id.pamong.office.identity.web;

import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.PageFrame;
import id.pamong.office.page.TypedForm;
import id.pamong.office.refusal.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Pages that ask for a sign-in or a code and hold the form that was sent meanwhile. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AskingPages {
    private final Dates dates;

    AskingPages(Dates dates) {
        this.dates = dates;
    }

    @ExceptionHandler
    ModelAndView signIn(SignInNeeded needed, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("identity/sign-in-again", HttpStatus.UNAUTHORIZED);
        page.addObject("typed", TypedForm.of(request).orElse(null));
        return page;
    }

    @ExceptionHandler
    ModelAndView factor(FactorNeeded needed, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("identity/prove-and-send", HttpStatus.FORBIDDEN);
        page.addObject("typed", TypedForm.of(request).orElse(null));
        page.addObject("action", request.getRequestURI());
        if (needed.shown().isPresent()) {
            LocalGovernment government = governmentOf(request);
            page.addObject(
                    "findings",
                    List.of(FactorController.finding(needed.shown(), government, dates)));
        }
        return page;
    }

    private static LocalGovernment governmentOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(PageFrame.ATTRIBUTE))
                .map(PageFrame.class::cast)
                .map(PageFrame::government)
                .orElseThrow(() -> new NotFound("government.not-found"));
    }
}
