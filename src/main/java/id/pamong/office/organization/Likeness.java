package id.pamong.office.organization;

/** Why two entries may be one person; the names are alike in every case. */
public enum Likeness {
    /** One digit wrong or two neighbours exchanged. */
    NIK_ONE_OFF,
    NIP_ONE_OFF,
    /** The same day of birth, told by NIP or NIK. */
    NAME_AND_BIRTH
}
