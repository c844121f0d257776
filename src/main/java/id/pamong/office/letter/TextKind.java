package id.pamong.office.letter;

/** The standing texts that a subscriber accepts before a certificate is issued. */
public enum TextKind {
    /** Perjanjian Pemilik Sertifikat Elektronik (MDN-13(5)). */
    SUBSCRIBER_AGREEMENT("subscriber-agreement"),
    /** Ketentuan penggunaan dan pernyataan pelindungan kunci privat (MDN-16(1), 17). */
    KEY_PROTECTION("key-protection"),
    /** The same for a system, whose key stays at its own host (MDN-6c, 16(1)). */
    SYSTEM_KEY_PROTECTION("system-key-protection");

    private final String file;

    TextKind(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }
}
