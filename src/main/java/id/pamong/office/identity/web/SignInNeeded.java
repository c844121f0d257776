package id.pamong.office.identity.web;

/** A form was sent without a session: it is offered back beside a way to sign in. */
final class SignInNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInNeeded() {
        super("sign-in needed", null, false, false);
    }
}
