package id.pamong.authority.signature;

import id.pamong.authority.gateway.Standing;
import id.pamong.testkit.TestPki;
import id.pamong.testkit.TestPki.Holder;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Signs and checks at a fixed time, with an authority of its own. */
final class SigningDesk {
    static final Instant NOW = Instant.parse("2026-11-21T03:42:00Z");

    final TestPki pki = new TestPki("Contoh", NOW);
    final Holder owner = pki.subscriber("CN=Siti Rahmawati,T=Camat Taman,O=Kota Contoh,C=ID");
    final DocumentCheck check = new DocumentCheck();
    final PdfSigning signing = new PdfSigning(check, Clock.fixed(NOW, ZoneOffset.UTC));

    SignatureBlock block(SignaturePlacement placement, Standing standing) {
        return new SignatureBlock(
                placement,
                "Camat Taman",
                "Dr. Siti Rahmawati, S.Kom., M.M.",
                "19671213 199503 1 003",
                standing,
                "Otoritas Sertifikat Contoh",
                URI.create("https://pamong.contoh.go.id/madiun/periksa/Zk3v9QnX2bT7aL0pR5sW1g"));
    }

    SigningRequest request(Holder signer, SignatureBlock block) {
        return new SigningRequest(
                pki.chain(signer),
                Standing.TRIAL,
                NOW,
                "Dokumen ini ditandatangani secara elektronik",
                "Pemerintah Kota Contoh",
                block,
                pki.timeStamps(),
                pki.revocations());
    }

    byte[] sign(byte[] pdf) {
        return sign(pdf, owner, new SignaturePlacement(1, 300, 600, 230, 100));
    }

    byte[] sign(byte[] pdf, Holder signer, SignaturePlacement placement) {
        return sign(
                pdf,
                signer,
                request(signer, placement == null ? null : block(placement, Standing.TRIAL)));
    }

    byte[] sign(byte[] pdf, Holder signer, SigningRequest request) {
        return switch (signing.prepare(DocumentSource.of(pdf), request)) {
            case PreparationOutcome.Refused refused ->
                    throw new AssertionError(refused.findings().toString());
            case PreparationOutcome.Prepared(PreparedSignature prepared) -> {
                try (prepared) {
                    yield switch (signing.complete(prepared, signer.sign(prepared.toBeSigned()))) {
                        case CompletionOutcome.Signed(SignedPdf signed, CheckReport report) ->
                                signed.bytes();
                        case CompletionOutcome other -> throw new AssertionError(other.toString());
                    };
                }
            }
        };
    }

    CheckReport check(byte[] pdf) {
        return check(pdf, Standing.TRIAL);
    }

    CheckReport check(byte[] pdf, Standing standing) {
        return check.check(DocumentSource.of(pdf), pki.trustedAs(standing), NOW);
    }
}
