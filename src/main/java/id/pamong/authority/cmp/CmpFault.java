package id.pamong.authority.cmp;

/** Why a message is not served, as its sender is told (PKIFailureInfo, RFC 9810 section 5.2.3). */
final class CmpFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int failure;

    /**
     * A refusal.
     *
     * @param failure bit of {@code PKIFailureInfo}
     * @param text for whoever reads the client's log; English, nothing of the message in it
     */
    CmpFault(int failure, String text) {
        super(text);
        this.failure = failure;
    }

    int failure() {
        return failure;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
