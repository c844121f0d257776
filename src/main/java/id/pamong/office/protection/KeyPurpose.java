package id.pamong.office.protection;

/** What a data key may be used for; one purpose never opens what another has sealed. */
public enum KeyPurpose {
    /** The keys of archived files. */
    ARCHIVE,
    /** NIK and other personal identifiers. */
    PERSONAL,
    /** TOTP secrets. */
    SECOND_FACTOR,
    /** The issuing keys of the built-in authority. */
    ISSUING_KEY,
    /** Uploads on their way through a request. */
    SESSION_FILES,
    /** Mail waiting in the outbox. */
    MAIL,
    /** What hosts of electronic systems prove themselves with. */
    HOST_SECRET
}
