package id.pamong.office.installation;

/** What an installation is for. Its data folder belongs to one mode for ever. */
public enum Mode {
    /** Real use. */
    RUN,
    /** Synthetic data on loopback, marked CONTOH everywhere; no mail leaves the machine. */
    DEMO
}
