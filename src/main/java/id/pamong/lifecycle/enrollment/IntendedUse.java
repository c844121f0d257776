package id.pamong.lifecycle.enrollment;

import id.pamong.office.regulation.CertificateType;

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

    /** Whether a certificate of the type can have this use at all. */
    public boolean suits(CertificateType type) {
        return switch (this) {
            case DIGITAL_SIGNATURE -> type != CertificateType.SYSTEM;
            case EMAIL_PROTECTION, DOCUMENT_PROTECTION -> type == CertificateType.INDIVIDUAL;
            case TLS_SERVER, TLS_CLIENT -> type == CertificateType.SYSTEM;
        };
    }

    /** How the setting {@code uses.enabled} names it. */
    public String settingCode() {
        return settingCode;
    }
}
