package id.pamong.office.protection;

/**
 * A sealed value that does not open: altered, cut, or sealed for another local government, purpose
 * or context. Which of these it is cannot be told.
 */
public final class BrokenSeal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenSeal(String what) {
        super(what);
    }
}
