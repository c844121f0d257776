package id.pamong.office.refusal;

/** More was sent than the limit allows. HTTP 413. */
public final class TooLarge extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param code stable English code, also the message key below {@code refusal.}
     */
    public TooLarge(String code, Object... arguments) {
        super(code, arguments);
    }
}
