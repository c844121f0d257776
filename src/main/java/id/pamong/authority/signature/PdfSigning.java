package id.pamong.authority.signature;

import org.springframework.stereotype.Component;

/**
 * Signs PDFs as PAdES-BASELINE-LT (ETSI EN 319 142-1) in two steps, so that the owner's key may be
 * anywhere: {@link #prepare} gives the bytes to sign, {@link #complete} puts the signature, a time
 * stamp and the proof of revocation state into the file. Earlier bytes, signatures and forms stay
 * untouched. Nothing leaves that our own check does not accept, and a missing time stamp is an
 * outcome, never a lesser signature.
 */
@Component
public class PdfSigning {

    /**
     * Makes a PDF ready for its signature.
     *
     * @return refused with findings for a file that is no PDF, damaged, encrypted, of the XFA kind,
     *     locked against further signatures, or a placement outside its page
     */
    public PreparationOutcome prepare(DocumentSource pdf, SigningRequest request) {
        throw new UnsupportedOperationException(pdf + " " + request);
    }

    /**
     * Finishes the signature.
     *
     * @param signatureValue over {@link PreparedSignature#toBeSigned}; DER for ECDSA
     */
    public CompletionOutcome complete(PreparedSignature prepared, byte[] signatureValue) {
        throw new UnsupportedOperationException(String.valueOf(signatureValue.length));
    }
}
