package id.pamong.office.organization;

/** By which right someone holds a post. */
public enum HeadshipKind {
    /** Pejabat definitif. */
    DEFINITIVE(""),
    /** Pelaksana tugas. */
    PLT("Plt."),
    /** Pelaksana harian. */
    PLH("Plh."),
    /** Penjabat. */
    PJ("Pj.");

    private final String prefix;

    HeadshipKind(String prefix) {
        this.prefix = prefix;
    }

    /** What stands before the post's title in a letter; empty for a definitive holder. */
    public String prefix() {
        return prefix;
    }

    /** The post's title as written under a letter. */
    String before(String title) {
        return prefix.isEmpty() ? title : prefix + " " + title;
    }
}
