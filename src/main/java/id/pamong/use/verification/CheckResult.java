package id.pamong.use.verification;

import id.pamong.authority.signature.CheckReport;
import id.pamong.use.signing.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the check page says of a file.
 *
 * @param registered the letter that was signed here with the same signature, or that the QR code
 *     points at
 * @param isRegisteredCopy whether the file is, byte for byte, the registered one
 * @param posts what the register of posts says of the signers it knows, by the mark of the
 *     signature
 * @param blockedHere since when the signer's certificate is blocked here without being revoked by
 *     its authority, by the mark of the signature
 * @param changedPages pages, from 1, that differ from what was signed; empty when not known
 */
public record CheckResult(
        CheckReport report,
        Optional<Letter> registered,
        boolean isRegisteredCopy,
        Map<String, SignerPosts> posts,
        Map<String, Instant> blockedHere,
        List<Integer> changedPages) {
    public CheckResult {
        posts = Map.copyOf(posts);
        blockedHere = Map.copyOf(blockedHere);
        changedPages = List.copyOf(changedPages);
    }
}
