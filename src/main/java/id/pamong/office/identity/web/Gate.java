package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.means.SecondFactor;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.PageFrame;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before every handler: the command it performs must be open to a role of the one who asks,
 * and where the table says so the second factor must have been shown in the last ten minutes. The
 * room itself then judges the object: its state, and how the actor stands to it.
 */
@Component
class Gate implements HandlerInterceptor {
    private final Permissions permissions;
    private final SignedIn signedIn;
    private final SecondFactor factor;
    private final ShownFactors shownFactors;

    Gate(
            Permissions permissions,
            SignedIn signedIn,
            SecondFactor factor,
            ShownFactors shownFactors) {
        this.permissions = permissions;
        this.signedIn = signedIn;
        this.factor = factor;
        this.shownFactors = shownFactors;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || ErrorController.class.isAssignableFrom(method.getBeanType())) {
            return true;
        }
        String command = commandOf(method);
        LocalGovernment government = governmentOf(request);
        Optional<Actor> actor =
                government == null ? Optional.empty() : signedIn.actor(request, government);
        Set<Role> roles = actor.map(Actor::roles).orElse(Set.of(Role.VISITOR));
        if (!permissions.isOpenTo(roles, command)) {
            if (actor.isPresent() || government == null) {
                throw new Forbidden("command.not-allowed");
            }
            return askToSignIn(request, response, government);
        }
        actor.ifPresent(who -> permissions.requireStanding(who, command));
        if (!permissions.needsFactor(roles, command)) {
            return true;
        }
        if (actor.isEmpty() || government == null) {
            throw new Forbidden("command.not-allowed");
        }
        return permissions.hasFreshFactor(actor.get())
                || askForFactor(request, response, government, actor.get());
    }

    static String commandOf(HandlerMethod method) {
        Performs performs = method.getMethodAnnotation(Performs.class);
        if (performs == null) {
            throw new IllegalStateException(method.getShortLogMessage() + " performs no command");
        }
        return performs.value();
    }

    /** Null on a path of no local government; an unknown one is not found. */
    private static @Nullable LocalGovernment governmentOf(HttpServletRequest request) {
        boolean named =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        && variables.containsKey("government");
        LocalGovernment government =
                request.getAttribute(PageFrame.ATTRIBUTE) instanceof PageFrame frame
                        ? frame.government()
                        : null;
        if (named && government == null) {
            throw new NotFound("government.not-found");
        }
        return named ? government : null;
    }

    /** A page is opened after signing in; a form is offered back on a page that says so. */
    private static boolean askToSignIn(
            HttpServletRequest request, HttpServletResponse response, LocalGovernment government)
            throws IOException {
        if (!isReading(request)) {
            throw new SignInNeeded();
        }
        response.sendRedirect("/" + government.slug() + "/masuk?lanjut=" + here(request));
        return false;
    }

    private boolean askForFactor(
            HttpServletRequest request,
            HttpServletResponse response,
            LocalGovernment government,
            Actor actor)
            throws IOException {
        String base = "/" + government.slug();
        if (!factor.isEnrolled(actor.government(), actor.account())) {
            response.sendRedirect(base + "/akun/faktor?lanjut=" + here(request));
            return false;
        }
        if (isReading(request)) {
            response.sendRedirect(base + "/kode?lanjut=" + here(request));
            return false;
        }
        Optional<SecondFactor.Outcome> shown = judge(request, actor);
        if (shown.isPresent() && shown.get() instanceof SecondFactor.Outcome.Proven) {
            signedIn.factorShown(request, actor);
            return true;
        }
        throw new FactorNeeded(shown);
    }

    /** The code or passkey that came with the form, if one did. */
    private Optional<SecondFactor.Outcome> judge(HttpServletRequest request, Actor actor) {
        if (!(request.getAttribute(SubmittedForm.class.getName()) instanceof SubmittedForm form)) {
            return Optional.empty();
        }
        return shownFactors.judge(form, actor);
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
