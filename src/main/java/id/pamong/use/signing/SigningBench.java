package id.pamong.use.signing;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.custody.OpenKey;
import id.pamong.authority.signature.CheckReport;
import id.pamong.authority.signature.CompletionOutcome;
import id.pamong.authority.signature.DocumentSource;
import id.pamong.authority.signature.PdfSigning;
import id.pamong.authority.signature.PreparationOutcome;
import id.pamong.authority.signature.PreparedSignature;
import id.pamong.authority.signature.SignatureBlock;
import id.pamong.authority.signature.SignatureReport;
import id.pamong.authority.signature.SignedPdf;
import id.pamong.authority.signature.SigningRequest;
import id.pamong.office.archive.FileId;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.regulation.Finding;
import id.pamong.use.signing.LetterSigners.Signer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Puts the owner's signature into the file: outside any transaction, and nothing is stored here.
 */
@Component
class SigningBench {
    private final PdfSigning pdfs;
    private final BuiltinAuthority builtin;
    private final PublicAddress address;

    SigningBench(PdfSigning pdfs, BuiltinAuthority builtin, PublicAddress address) {
        this.pdfs = pdfs;
        this.builtin = builtin;
        this.address = address;
    }

    SigningOutcome sign(
            LocalGovernment government,
            Letter letter,
            Signer signer,
            DocumentSource original,
            Instant at,
            OpenKey key,
            BiFunction<SignedPdf, CheckReport, SigningOutcome> keep,
            Function<List<Finding>, SigningOutcome> refuse) {
        SigningRequest request = request(government, letter, signer, at);
        return switch (pdfs.prepare(original, request)) {
            case PreparationOutcome.Refused(List<Finding> findings) -> refuse.apply(findings);
            case PreparationOutcome.Prepared(PreparedSignature prepared) -> {
                try (prepared) {
                    yield switch (pdfs.complete(prepared, key.sign(prepared.toBeSigned()))) {
                        case CompletionOutcome.Signed(SignedPdf pdf, CheckReport report) ->
                                keep.apply(pdf, report);
                        case CompletionOutcome.TimeStampUnavailable() ->
                                refuse.apply(trouble("signing.time-stamp-unavailable"));
                        case CompletionOutcome.RevocationUnavailable() ->
                                refuse.apply(trouble("signing.revocation-unavailable"));
                        case CompletionOutcome.NotAccepted(CheckReport report) ->
                                refuse.apply(
                                        List.of(
                                                Finding.blocking(
                                                        "signing.not-accepted",
                                                        "document",
                                                        report.reason().name())));
                    };
                }
            }
        };
    }

    Letter.Signature signature(FileId file, CheckReport report, Signer signer) {
        SignatureReport own = report.signatures().getLast();
        return new Letter.Signature(
                file,
                report.sha256(),
                own.mark(),
                Optional.ofNullable(own.signedAt()).orElse(report.checkedAt()),
                signer.name(),
                String.join(" / ", signer.post()),
                signer.agency(),
                signer.certificate().sha256(),
                signer.certificate().issuer(),
                signer.certificate().standing());
    }

    private SigningRequest request(
            LocalGovernment government, Letter letter, Signer signer, Instant at) {
        return new SigningRequest(
                signer.chain(),
                signer.certificate().standing(),
                at,
                "Dokumen ini telah ditandatangani secara elektronik",
                government.name(),
                new SignatureBlock(
                        letter.placement().at(),
                        String.join("\n", signer.post()),
                        signer.name(),
                        signer.nip(),
                        signer.certificate().standing(),
                        signer.certificate().issuer(),
                        checkPage(government, letter)),
                builtin.timeStamps(government.id()),
                builtin.revocations());
    }

    /** What the QR code says. */
    URI checkPage(LocalGovernment government, Letter letter) {
        return URI.create(address.web() + "/" + government.slug() + "/periksa/" + letter.token());
    }

    private static List<Finding> trouble(String code) {
        return List.of(Finding.blocking(code, null));
    }
}
