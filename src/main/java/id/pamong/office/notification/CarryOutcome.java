package id.pamong.office.notification;

/** What became of an attempt to hand an e-mail over. */
sealed interface CarryOutcome {
    record Taken() implements CarryOutcome {}

    /** No relay is set; the mail stays in the visible outbox. */
    record NoRelay() implements CarryOutcome {}

    /**
     * It was not taken.
     *
     * @param problem CONNECTION, LOGIN, ADDRESS or OTHER
     */
    record Failed(String problem) implements CarryOutcome {}
}
