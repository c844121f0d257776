package id.pamong.office.refusal;

/** What was asked for does not exist, or does not exist for the one who asks. HTTP 404. */
public final class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param code stable English code, also the message key below {@code refusal.}
     */
    public NotFound(String code, Object... arguments) {
        super(code, arguments);
    }
}
