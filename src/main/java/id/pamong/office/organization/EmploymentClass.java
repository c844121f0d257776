package id.pamong.office.organization;

/** The one class of employment a person has (MDN-1.7, 7(1)). */
public enum EmploymentClass {
    /** Kepala daerah. */
    HEAD_OF_REGION,
    /** Wakil kepala daerah. */
    DEPUTY_HEAD_OF_REGION,
    PNS,
    CPNS,
    PPPK,
    /** PPPK paruh waktu. */
    PPPK_PART_TIME,
    /** Someone else, where the regulation allows it. */
    OTHER;

    /** Whether persons of this class serve by a contract with a last day. */
    public boolean hasContract() {
        return this == PPPK || this == PPPK_PART_TIME;
    }

    /** Whether persons of this class carry a NIP or NI PPPK. */
    public boolean hasNip() {
        return switch (this) {
            case PNS, CPNS, PPPK, PPPK_PART_TIME -> true;
            case HEAD_OF_REGION, DEPUTY_HEAD_OF_REGION, OTHER -> false;
        };
    }
}
