package id.pamong.authority.signature.check;

import id.pamong.authority.gateway.Standing;
import id.pamong.authority.signature.CheckReport;
import id.pamong.authority.signature.ReasonCode;
import id.pamong.authority.signature.SignatureReport;
import id.pamong.authority.signature.TimeSource;
import id.pamong.authority.signature.TrustedAuthorities;
import id.pamong.authority.signature.TrustedAuthority;
import id.pamong.authority.signature.check.Judge.Opinion;
import id.pamong.authority.signature.file.WorkingCopy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * One check: first what the bytes say, by our own strict reading; then what DSS says; the gravest
 * counts.
 */
public final class Checker {
    private static final int MOST_SIGNATURES = 100;

    private final WorkingCopy document;
    private final TrustedAuthorities trusted;
    private final Instant at;

    public Checker(WorkingCopy document, TrustedAuthorities trusted, Instant at) {
        this.document = document;
        this.trusted = trusted;
        this.at = at;
    }

    /** Checks; whatever is in the bytes ends in a report. */
    public CheckReport check() throws IOException {
        ByteBuffer bytes = document.buffer();
        int pages = 0;
        List<SignatureField> fields;
        try (PDDocument pdf = document.open()) {
            if (pdf.isEncrypted()) {
                return without(ReasonCode.ENCRYPTED, 0);
            }
            pages = pdf.getNumberOfPages();
            fields =
                    SignatureField.in(pdf, bytes, document.size()).stream()
                            .sorted(Comparator.comparingLong(SignatureField::end))
                            .toList();
        } catch (InvalidPasswordException e) {
            return without(ReasonCode.ENCRYPTED, 0);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return without(ReasonCode.UNREADABLE, pages);
        }
        if (fields.size() > MOST_SIGNATURES) {
            return without(ReasonCode.UNREADABLE, pages);
        }
        boolean stray = Stray.isIn(bytes, document.size(), fields);
        if (fields.stream().allMatch(field -> field.timeStamp()) && !stray) {
            return without(ReasonCode.NO_SIGNATURE, pages);
        }
        return signed(fields, stray, pages, bytes);
    }

    private CheckReport signed(
            List<SignatureField> fields, boolean stray, int pages, ByteBuffer bytes)
            throws IOException {
        List<SignatureReport> reports = new ArrayList<>();
        List<Opinion> opinions = opinions(fields);
        long lastSigned = fields.stream().mapToLong(SignatureField::end).max().orElse(-1);
        long lastSignature =
                fields.stream()
                        .filter(field -> !field.timeStamp())
                        .mapToLong(SignatureField::end)
                        .max()
                        .orElse(-1);
        boolean trailing = lastSigned >= 0 && !new Tail(document).isProper(lastSigned);
        for (SignatureField field : fields) {
            if (field.timeStamp() && !field.isBroken()) {
                continue;
            }
            Optional<Opinion> opinion =
                    opinions.stream().filter(each -> each.end() == field.end()).findFirst();
            if (field.isBroken() || opinion.isEmpty()) {
                reports.add(broken(field));
                continue;
            }
            ReasonCode reason = opinion.get().reason();
            if (field.end() == lastSignature) {
                reason = gravest(reason, afterLast(field, opinion.get(), trailing));
            }
            reports.add(report(field, opinion.get(), reason, changedPages(field, reason), bytes));
        }
        ReasonCode overall =
                reports.stream()
                        .map(SignatureReport::reason)
                        .reduce(ReasonCode.VALID_RECOGNISED, Checker::gravest);
        if (stray) {
            overall = gravest(overall, ReasonCode.BROKEN_SIGNATURE);
        }
        if (trailing) {
            overall = gravest(overall, ReasonCode.TRAILING_BYTES);
        }
        ReasonCode decided = overall;
        Standing standing =
                reports.stream()
                        .filter(report -> report.reason() == decided)
                        .map(SignatureReport::standing)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        List<Integer> changed =
                reports.stream()
                        .flatMap(report -> report.changedPages().stream())
                        .distinct()
                        .sorted()
                        .toList();
        return new CheckReport(
                overall, standing, reports, changed, document.hash(), document.size(), pages, at);
    }

    private List<Opinion> opinions(List<SignatureField> fields) {
        if (fields.stream().allMatch(SignatureField::isBroken)) {
            return List.of();
        }
        try {
            return Judge.ask(document, trusted, at);
        } catch (RuntimeException | StackOverflowError e) {
            return List.of();
        }
    }

    /** What nobody has signed: no form change without leave, no new face for a signature. */
    private ReasonCode afterLast(SignatureField field, Opinion opinion, boolean trailing) {
        if (trailing) {
            return ReasonCode.TRAILING_BYTES;
        }
        if (field.end() == document.size()) {
            return ReasonCode.VALID_RECOGNISED;
        }
        if ((opinion.formChanged() && !opinion.formMayChange()) || !sameFaces(field.end())) {
            return ReasonCode.CONTENT_CHANGED;
        }
        return ReasonCode.VALID_RECOGNISED;
    }

    /** Whether the signature fields look as they did when the last of them was signed. */
    private boolean sameFaces(long end) {
        try (PDDocument then = document.openRevision(end);
                PDDocument now = document.open()) {
            return faces(then, end).equals(faces(now, end));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    private List<String> faces(PDDocument pdf, long end) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        return SignatureField.in(pdf, document.buffer(), document.size()).stream()
                .filter(field -> field.end() <= end)
                .map(field ->
                        field.name()
                                + face(fingerprint, field, COSName.AP)
                                + face(fingerprint, field, COSName.RECT)
                                + face(fingerprint, field, COSName.F))
                .sorted()
                .toList();
    }

    private static String face(Fingerprint fingerprint, SignatureField field, COSName key) {
        COSBase value = field.field().getDictionaryObject(key);
        return value == null ? "-" : HexFormat.of().formatHex(fingerprint.of(value));
    }

    private List<Integer> changedPages(SignatureField field, ReasonCode reason) {
        if (field.end() == document.size()) {
            return List.of();
        }
        return switch (reason) {
            case CONTENT_CHANGED, FORBIDDEN_CHANGE, TRAILING_BYTES -> {
                try (PDDocument then = document.openRevision(field.end());
                        PDDocument now = document.open()) {
                    yield Pages.different(then, now);
                } catch (IOException | RuntimeException | StackOverflowError e) {
                    yield List.of();
                }
            }
            case VALID_RECOGNISED,
                    VALID_INTERNAL,
                    VALID_TRIAL,
                    PROOF_MISSING,
                    CERTIFICATE_NOT_IN_TIME,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_UNFIT,
                    UNKNOWN_AUTHORITY,
                    NO_SIGNATURE,
                    ENCRYPTED,
                    UNREADABLE,
                    BROKEN_SIGNATURE,
                    WRONG_DIGEST ->
                    List.of();
        };
    }

    private SignatureReport report(
            SignatureField field,
            Opinion opinion,
            ReasonCode reason,
            List<Integer> changed,
            ByteBuffer bytes) {
        @Nullable Instant proven = opinion.provenAt();
        return new SignatureReport(
                field.name(),
                reason,
                opinion.signer() == null ? "" : opinion.signer(),
                opinion.post(),
                opinion.organization(),
                opinion.certificate(),
                opinion.authority().map(TrustedAuthority::name).orElse(opinion.issuer()),
                opinion.authority().map(TrustedAuthority::standing).orElse(null),
                proven != null ? proven : opinion.claimedAt(),
                proven != null ? TimeSource.TIME_STAMP : TimeSource.CLAIMED,
                proven != null ? opinion.timeStampedBy() : null,
                opinion.level(),
                field.end() == document.size(),
                mark(field, bytes),
                changed);
    }

    private static SignatureReport broken(SignatureField field) {
        return new SignatureReport(
                field.name(),
                ReasonCode.BROKEN_SIGNATURE,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                TimeSource.CLAIMED,
                null,
                null,
                false,
                "",
                List.of());
    }

    /** SHA-256 of the signature as it stands in the file, hex. */
    private static String mark(SignatureField field, ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.slice((int) field.gap(), (int) (field.gapEnd() - field.gap())));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private CheckReport without(ReasonCode reason, int pages) {
        return new CheckReport(
                reason, null, List.of(), List.of(), document.hash(), document.size(), pages, at);
    }

    private static ReasonCode gravest(ReasonCode one, ReasonCode other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
