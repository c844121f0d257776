package id.pamong.use.verification.web;

import id.pamong.authority.signature.ReasonCode;
import id.pamong.authority.signature.SignatureReport;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.use.signing.Letter;
import id.pamong.use.verification.CheckResult;
import id.pamong.use.verification.SignerPosts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The verdict as a reader meets it first.
 *
 * @param kind ok, wait or bad: the colour, which never stands alone
 * @param code of the reason, below {@code verdict.} in the messages
 * @param signer name of the deciding signature's signer, or empty
 * @param post of the signer, or empty
 * @param contradicted whether the register of posts knows another post, or none, on the day of
 *     signing; then no post is named
 * @param seal whether an organisation sealed and no person signed
 * @param when of the deciding signature, or empty
 */
public record VerdictView(
        String kind,
        String code,
        String signer,
        String post,
        boolean contradicted,
        boolean seal,
        String when) {

    static VerdictView of(CheckResult result, LocalGovernment government, Dates dates) {
        ReasonCode reason = result.report().reason();
        Optional<SignatureReport> deciding =
                result.report().signatures().stream()
                        .filter(each -> each.reason() == reason)
                        .reduce((first, second) -> second);
        Optional<Letter.Signature> known =
                result.registered()
                        .map(Letter::signature)
                        .filter(signature ->
                                deciding.isPresent()
                                        && signature.mark().equals(deciding.get().mark()));
        boolean contradicted =
                deciding.map(each -> result.posts().get(each.mark()))
                        .filter(Objects::nonNull)
                        .filter(SignerPosts::isContradicted)
                        .isPresent();
        return new VerdictView(
                switch (reason.verdict()) {
                    case ASLI -> "ok";
                    case TIDAK_DAPAT_DIPASTIKAN -> "wait";
                    case BERUBAH -> "bad";
                },
                reason.name(),
                known.map(Letter.Signature::name)
                        .or(() -> deciding.map(SignatureReport::signer))
                        .orElse(""),
                contradicted
                        ? ""
                        : known.map(Letter.Signature::post)
                                .or(() ->
                                        deciding.map(SignatureReport::post)
                                                .filter(Objects::nonNull))
                                .orElse(""),
                contradicted,
                deciding.map(each -> result.posts().get(each.mark()))
                        .filter(Objects::nonNull)
                        .filter(SignerPosts::isSeal)
                        .isPresent(),
                deciding.map(SignatureReport::signedAt)
                        .filter(Objects::nonNull)
                        .map(at -> dates.at(at, government))
                        .orElse(""));
    }

    /** Name, or name and post: the key of the phrase. */
    public String whoKey() {
        return signer.isEmpty()
                ? "verification.who.nobody"
                : seal
                        ? "verification.who.seal"
                        : post.isEmpty()
                                ? "verification.who.name"
                                : post.startsWith("a.n. ")
                                        ? "verification.who.on-behalf"
                                        : "verification.who.post";
    }

    /** The six points of UU ITE Pasal 11 ayat (1), with whether this check could confirm each. */
    public List<Point> points() {
        boolean known =
                switch (ReasonCode.valueOf(code)) {
                    case VALID_RECOGNISED, VALID_INTERNAL, VALID_TRIAL -> true;
                    case PROOF_MISSING,
                            CERTIFICATE_NOT_IN_TIME,
                            CERTIFICATE_REVOKED,
                            CERTIFICATE_UNFIT,
                            UNKNOWN_AUTHORITY,
                            NO_SIGNATURE,
                            ENCRYPTED,
                            UNREADABLE,
                            FORBIDDEN_CHANGE,
                            CONTENT_CHANGED,
                            TRAILING_BYTES,
                            BROKEN_SIGNATURE,
                            WRONG_DIGEST ->
                            false;
                };
        boolean intact = kind.equals("ok") || (kind.equals("wait") && !signer.isEmpty());
        return List.of(
                new Point("a", known),
                new Point("b", known),
                new Point("c", intact),
                new Point("d", intact),
                new Point("e", known),
                new Point("f", intact));
    }

    /** One of the six points. */
    public record Point(String letter, boolean confirmed) {}
}
