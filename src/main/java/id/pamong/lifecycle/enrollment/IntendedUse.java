package id.pamong.lifecycle.enrollment;

/** What a certificate is wanted for (MDN-7(5), CJR-8(5)). */
public enum IntendedUse {
    DIGITAL_SIGNATURE("SIG"),
    EMAIL_PROTECTION("MAIL"),
    DOCUMENT_PROTECTION("DOC"),
    TLS_SERVER("TLS_SERVER"),
    TLS_CLIENT("TLS_CLIENT");

    private final String settingCode;

    IntendedUse(String settingCode) {
        this.settingCode = settingCode;
    }

    /** How the setting {@code uses.enabled} names it. */
    public String settingCode() {
        return settingCode;
    }
}
