package id.pamong.office.identity.web;

import id.pamong.office.identity.means.SecondFactor;
import java.util.Optional;

/** A form needs the second factor: it is offered back beside a field for the code. */
final class FactorNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<SecondFactor.Outcome> shown;

    /**
     * @param shown what a code that came with the form was, if one came
     */
    FactorNeeded(Optional<SecondFactor.Outcome> shown) {
        super("second factor needed", null, false, false);
        this.shown = shown;
    }

    Optional<SecondFactor.Outcome> shown() {
        return shown;
    }
}
