package id.pamong.office.identity;

/** What an account may be besides a person of its local government. */
public enum Role {
    /** Not signed in. */
    VISITOR,
    /** Everyone with an account: applicant, owner, superior, head of agency. */
    PERSON,
    /** Pengelola Otoritas Pendaftaran (MDN-20(1)). */
    RA_OFFICER,
    /** Head of the office that is the RA. */
    RA_HEAD,
    /** Imports people, keeps the organisation; holds no one's certificate. */
    ADMINISTRATOR,
    /** Runs the official mailboxes. */
    MAIL_ADMINISTRATOR,
    /** Admin Perangkat Daerah: prepares for the people of one agency, never acts for them. */
    AGENCY_ADMIN,
    /** Reads everything and changes nothing, from day to day (CJR-27(2)). */
    AUDITOR
}
