package id.pamong.use.signing;

/** The official duty that a signature serves (MDN-7(2), 8(1)). */
public enum Duty {
    /** Making an official letter, a naskah kedinasan (MDN-8(1)b). */
    OFFICIAL_LETTER,
    /** Use of e-mail (MDN-8(1)a). */
    EMAIL,
    /** Another electronic document that uses the certificate (MDN-8(1)c). */
    OTHER
}
