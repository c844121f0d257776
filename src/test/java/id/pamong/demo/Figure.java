package id.pamong.demo;

/** The demo's people with their papers, lent to the journeys in the browser. */
public enum Figure {
    HEAD(DemoCity.HEAD),
    FIRST_OFFICER(DemoCity.FIRST_OFFICER),
    SECOND_OFFICER(DemoCity.SECOND_OFFICER),
    AGENCY_HEAD(DemoCity.AGENCY_HEAD),
    SUPERIOR(DemoCity.SUPERIOR),
    APPLICANT(DemoCity.APPLICANT);

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final DemoPerson person;

    Figure(DemoPerson person) {
        this.person = person;
    }

    /** The person's part in the demo: head, officer1, officer2, agencyHead, superior, applicant. */
    public String key() {
        return person.key();
    }

    public String before() {
        return person.before();
    }

    /** Without titles. */
    public String bareName() {
        return person.name();
    }

    public String after() {
        return person.after();
    }

    public String displayName() {
        return person.displayName();
    }

    public String nip() {
        return person.nip();
    }

    public String nik() {
        return person.nik();
    }

    public String rank() {
        return person.rank();
    }

    public String email() {
        return person.email();
    }

    public String post() {
        return person.post();
    }

    public String agencyCode() {
        return person.agencyCode();
    }

    public String agencyName() {
        return person.agencyName();
    }

    public String password() {
        return person.password();
    }

    /** A photo of the person's identity card, marked as an example; JPEG. */
    public byte[] identityCard() {
        return DemoPapers.identityCard(person, DemoCity.GOVERNMENT).content();
    }

    /** An official letter of two pages that ends with the person's name; PDF. */
    public byte[] letter() {
        return DemoPapers.letter(person, DemoCity.GOVERNMENT);
    }

    /** Everyone outside the office of the registration authority, as the file to import; CSV. */
    public static byte[] csv() {
        return DemoCity.GOVERNMENT.csv();
    }

    /**
     * What an authenticator app shows.
     *
     * @param secret base 32, spaces allowed
     * @param period number of the thirty seconds since the epoch
     */
    public static String totp(String secret, long period, java.time.Clock clock) {
        return new Totp(secret, clock).code(period);
    }
}
