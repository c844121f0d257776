package id.pamong.authority.signature;

import id.pamong.authority.signature.pades.Preparation;

/**
 * A PDF made ready for its signature. Close it in any case: a large document lies in a private
 * temporary file until then.
 */
public final class PreparedSignature implements AutoCloseable {
    private final Preparation preparation;

    PreparedSignature(Preparation preparation) {
        this.preparation = preparation;
    }

    /** What the owner's key signs: DER of the CMS signed attributes (RFC 5652, section 5.4). */
    public byte[] toBeSigned() {
        return preparation.toBeSigned();
    }

    Preparation preparation() {
        return preparation;
    }

    @Override
    public void close() {
        preparation.close();
    }
}
