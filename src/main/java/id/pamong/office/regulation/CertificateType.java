package id.pamong.office.regulation;

/** The three types of certificate (MDN-6, CJR-7). */
public enum CertificateType {
    /** Individu. */
    INDIVIDUAL,
    /** Jabatan, wewenang, organisasi. */
    POSITION,
    /** Sistem elektronik. */
    SYSTEM
}
