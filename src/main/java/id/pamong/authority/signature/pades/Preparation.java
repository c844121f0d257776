package id.pamong.authority.signature.pades;

/** A PDF between its two steps. */
public final class Preparation implements AutoCloseable {
    private final byte[] toBeSigned;

    Preparation(byte[] toBeSigned) {
        this.toBeSigned = toBeSigned;
    }

    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }

    @Override
    public void close() {}
}
