package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.means.SecondFactor;
import id.pamong.office.identity.passkey.Passkeys;
import id.pamong.office.page.SubmittedForm;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The second factor that came with a form: a passkey, a code of the authenticator, a backup code.
 */
@Component
class ShownFactors {
    private final SecondFactor factor;
    private final Passkeys passkeys;

    ShownFactors(SecondFactor factor, Passkeys passkeys) {
        this.factor = factor;
        this.passkeys = passkeys;
    }

    /** Empty when none came. */
    Optional<SecondFactor.Outcome> judge(SubmittedForm form, Actor actor) {
        String passkey = form.text("passkey");
        if (!passkey.isEmpty()) {
            return Optional.of(passkeys.prove(actor, passkey));
        }
        return form.secret("totp")
                .map(code -> factor.prove(actor, code))
                .or(() ->
                        form.secret("backupCode")
                                .map(code -> factor.proveByBackupCode(actor, code)));
    }
}
