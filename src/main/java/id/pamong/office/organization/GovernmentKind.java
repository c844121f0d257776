package id.pamong.office.organization;

/** What a local government is in law. */
public enum GovernmentKind {
    KOTA,
    KABUPATEN,
    PROVINSI
}
