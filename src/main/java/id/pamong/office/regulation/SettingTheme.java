package id.pamong.office.regulation;

/** What settings are about; the order in which a legal officer reads them. */
public enum SettingTheme {
    /** The regulation itself: aims, legal bases, what has replaced them. */
    REGULATION,
    /** The local government and its titles. */
    GOVERNMENT,
    /** The office that is the registration authority, its people and its SOPs. */
    OFFICE,
    /** Who may or must have a certificate, and what for. */
    USERS,
    /** The certification authorities. */
    AUTHORITY,
    /** Needs, plans, money. */
    PLANNING,
    /** Applications, letters, decisions, archive. */
    APPLICATION,
    /** Issuance and handing over. */
    ISSUANCE,
    /** Renewal, lost keys, revocation. */
    LATER,
    /** Help, complaints, training, coordination. */
    HELP,
    /** Supervision, incidents, reports, audit. */
    SUPERVISION,
    /** Sizes, ages and codes. */
    LIMITS
}
