package id.pamong.office.refusal;

/** The one who asks may not do this. HTTP 403. */
public final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param code stable English code, also the message key below {@code refusal.}
     */
    public Forbidden(String code, Object... arguments) {
        super(code, arguments);
    }
}
