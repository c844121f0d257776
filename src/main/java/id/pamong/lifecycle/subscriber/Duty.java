package id.pamong.lifecycle.subscriber;

/** The official duties for which a certificate is used (MDN-8(1), CJR-9(1)). */
public enum Duty {
    /** Penggunaan e-mail. */
    MAIL,
    /** Naskah kedinasan. */
    LETTER,
    /** Dokumen elektronik lainnya. */
    OTHER
}
