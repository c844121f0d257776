package id.pamong.lifecycle.registration;

/** The steps of the first run, in order; each is done before the next begins. */
public enum CeremonyStep {
    /** The local government, its regulation, the open question of law, the public address. */
    GOVERNMENT,
    /** The standing of the built-in authority (MDN-5). */
    STANDING,
    /** The root key is made and leaves as an encrypted file. */
    ROOT_KEY,
    /** The file comes back as proof, the issuing key is made, the root key is erased here. */
    ROOT_FILE,
    /** RA office, its head, two officers, appointment and agreement (MDN-3, 18, 20(1)). */
    OFFICE,
    /** The mail relay, or printed sheets. */
    MAIL,
    /** The minutes, and the codes by which the three claim their accounts. */
    MINUTES,
    /** The officers make their certificates in their own sessions. */
    OFFICERS,
    /** The power of the first run has ended. */
    DONE;

    /** The step that follows. */
    CeremonyStep next() {
        return switch (this) {
            case GOVERNMENT -> STANDING;
            case STANDING -> ROOT_KEY;
            case ROOT_KEY -> ROOT_FILE;
            case ROOT_FILE -> OFFICE;
            case OFFICE -> MAIL;
            case MAIL -> MINUTES;
            case MINUTES -> OFFICERS;
            case OFFICERS, DONE -> DONE;
        };
    }
}
