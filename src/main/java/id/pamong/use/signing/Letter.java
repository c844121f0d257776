package id.pamong.use.signing;

import id.pamong.authority.gateway.Standing;
import id.pamong.authority.signature.PdfInspection;
import id.pamong.office.archive.FileId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter on its way to its signature.
 *
 * @param original the file as uploaded, byte for byte
 * @param size of the original in bytes
 * @param pages sizes as seen
 * @param token of the check page, decided before signing
 * @param signature null until signed
 */
public record Letter(
        LetterId id,
        PersonId owner,
        State state,
        String fileName,
        FileId original,
        long size,
        List<PdfInspection.Page> pages,
        Placement placement,
        String token,
        Instant createdAt,
        @Nullable Signature signature) {
    public Letter {
        pages = List.copyOf(pages);
    }

    /** How far a letter has come. */
    public enum State {
        /** Uploaded; block and duty may change. */
        DRAFT,
        /** A signing is under way, or was cut off. */
        SIGNING,
        /** Signed and registered; nothing changes any more. */
        SIGNED
    }

    /**
     * The registered signature.
     *
     * @param file the signed letter
     * @param sha256 of the signed letter, lower-case hex
     * @param mark SHA-256 of the signature in the file, lower-case hex
     * @param name of the signer with titles, on that day
     * @param post in which it was signed, as held on that day: {@code Plt. Kepala Dinas …}, {@code
     *     a.n. … / …}
     * @param certificateSha256 of the DER, lower-case hex
     * @param authority common name of the issuing CA
     */
    public record Signature(
            FileId file,
            String sha256,
            String mark,
            Instant at,
            String name,
            String post,
            String agency,
            String certificateSha256,
            String authority,
            Standing standing) {}
}
