package id.pamong.testkit;

/** The regulations that come with the program, as tests run under them. */
public enum Law {
    MADIUN("perwal-30-2019", "MDN"),
    CIANJUR("perbup-18-2018", "CJR");

    private static volatile Law running = MADIUN;

    private final String regulation;
    private final String code;

    Law(String regulation, String code) {
        this.regulation = regulation;
        this.code = code;
    }

    /** Of the test that runs now: Madiun's, unless it runs {@link UnderEachLaw}. */
    public static Law running() {
        return running;
    }

    static void run(Law law) {
        running = law;
    }

    /** Id of the regulation, such as {@code perwal-30-2019}. */
    public String regulation() {
        return regulation;
    }

    /** The clause as its ids are written, such as {@code MDN-10(1)}. */
    public String clause(String madiuns, String cianjurs) {
        return code + "-" + pick(madiuns, cianjurs);
    }

    /** What the running law has in this place. */
    public <T> T pick(T madiuns, T cianjurs) {
        return this == MADIUN ? madiuns : cianjurs;
    }

    boolean has(String clause) {
        return clause.startsWith(code + "-");
    }
}
