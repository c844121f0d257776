package id.pamong.office.organization;

/** Where a post stands: the three of the government itself, the head of an agency, any other. */
public enum PostRole {
    /** Kepala daerah. */
    HEAD_OF_REGION,
    /** Wakil kepala daerah. */
    DEPUTY_HEAD_OF_REGION,
    /** Sekretaris Daerah. */
    SECRETARY,
    /** Kepala Perangkat Daerah (MDN-1.4). */
    AGENCY_HEAD,
    /** Jabatan lain, such as Sekretaris Dinas or Kepala Bidang. */
    OTHER
}
