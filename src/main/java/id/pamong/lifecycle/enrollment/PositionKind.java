package id.pamong.lifecycle.enrollment;

/** What a position certificate stands for (MDN-6b, CJR-7b). */
public enum PositionKind {
    /** Jabatan, definitive or acting. */
    POST,
    /** Wewenang, such as bendahara or PPK; often ends with the year. */
    AUTHORITY,
    /** Organisasi: a seal, for which a person answers. */
    ORGANISATION
}
