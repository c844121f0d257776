package id.pamong.office.regulation;

/** Where a setting's value comes from. */
public enum SettingSource {
    /** The text of the regulation. */
    LAW,
    /** The certification authority's rules. */
    CA,
    /** Our reading where the text is silent or unclear; a legal office may change it. */
    DEFAULT,
    /**
     * A question that the text leaves open; the value holds until the legal office of a local
     * government answers it.
     */
    OPEN
}
