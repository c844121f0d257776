package id.pamong.office.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Asked before a byte of a form's body is read; a room that limits how often it takes one is one.
 */
public interface BodyGate {
    /** Why the body is not read, or empty when it is. Asked once for each request with a form. */
    Optional<FormProblem> objection(HttpServletRequest request);
}
