package id.pamong.authority.signature.pades;

import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import id.pamong.authority.signature.SigningRequest;
import id.pamong.authority.signature.file.WorkingCopy;

/** A PDF between its two steps; the same parameters serve both. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Preparation(
        WorkingCopy document,
        SigningRequest request,
        PAdESSignatureParameters parameters,
        PAdESService service,
        byte[] toBeSigned)
        implements AutoCloseable {

    @Override
    public void close() {
        document.close();
    }
}
