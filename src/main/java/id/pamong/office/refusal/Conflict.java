package id.pamong.office.refusal;

/** The object has changed or is in a state that does not allow this. HTTP 409. */
public final class Conflict extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param code stable English code, also the message key below {@code refusal.}
     */
    public Conflict(String code, Object... arguments) {
        super(code, arguments);
    }
}
