package id.pamong.use.signing;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.OpenKey;
import id.pamong.authority.custody.OpeningOutcome;
import id.pamong.authority.signature.DocumentSource;
import id.pamong.authority.signature.PdfInspection;
import id.pamong.authority.signature.PdfSigning;
import id.pamong.authority.signature.SignaturePlacement;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.SigningCapacity;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The owner signs letters (MDN-7(5)a, 8): upload, place, sign, fetch. The intent is committed
 * before the key is touched and the outcome after; a signing that was cut off leaves the draft as
 * it was.
 */
@Component
public class Signing {
    private static final Duration CUT_OFF_AFTER = Duration.ofMinutes(2);
    private static final int MOST_PAGES = 2000;

    private final LetterRows letters;
    private final LetterSize size;
    private final WaitingLetters waiting;
    private final LetterSigners signers;
    private final SigningBench bench;
    private final PdfSigning pdfs;
    private final Custody custody;
    private final Archive archive;
    private final AuditTrail trail;
    private final Permissions permissions;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Signing(
            LetterRows letters,
            LetterSize size,
            WaitingLetters waiting,
            LetterSigners signers,
            SigningBench bench,
            PdfSigning pdfs,
            Custody custody,
            Archive archive,
            AuditTrail trail,
            Permissions permissions,
            TenantTransactions transactions,
            Clock clock) {
        this.letters = letters;
        this.size = size;
        this.waiting = waiting;
        this.signers = signers;
        this.bench = bench;
        this.pdfs = pdfs;
        this.custody = custody;
        this.archive = archive;
        this.trail = trail;
        this.permissions = permissions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether this person can sign now. */
    public Readiness readiness(LocalGovernment government, PersonId person) {
        return readiness(government, person, Optional.empty());
    }

    /** Whether this person can sign now with that one of their certificates. */
    public Readiness readiness(
            LocalGovernment government, PersonId person, Optional<CertificateId> chosen) {
        return signers.readiness(government, person, chosen, clock.instant());
    }

    /**
     * In which posts and in whose names this person may sign today, the own post first; with a
     * certificate of a post in that post and in the names it signs for.
     */
    public List<SigningCapacity> capacities(
            LocalGovernment government,
            PersonId person,
            @Nullable RegisteredCertificate certificate) {
        return LetterSigners.fitting(
                signers.capacities(government, person, clock.instant()), certificate);
    }

    /**
     * Keeps a PDF to sign, byte for byte.
     *
     * @param fileName as the browser gave it
     */
    public UploadOutcome upload(Actor actor, String fileName, DocumentSource pdf) {
        permissions.require(actor, "signing.upload");
        List<Finding> tooLarge = size.objections(actor.government(), pdf.size());
        if (!tooLarge.isEmpty()) {
            return new UploadOutcome.Refused(tooLarge);
        }
        List<Finding> room = waiting.objections(actor, pdf.size());
        if (!room.isEmpty()) {
            return new UploadOutcome.Refused(room);
        }
        PdfInspection inspection = pdfs.inspect(pdf);
        if (!inspection.findings().isEmpty()) {
            return new UploadOutcome.Refused(inspection.findings());
        }
        if (inspection.pages().size() > MOST_PAGES) {
            return new UploadOutcome.Refused(
                    List.of(Finding.blocking("signing.too-many-pages", "document", MOST_PAGES)));
        }
        LetterId id = new LetterId(UUID.randomUUID());
        return transactions.inTenant(
                actor.government(),
                () -> {
                    List<Finding> stillRoom = waiting.objections(actor, pdf.size());
                    if (!stillRoom.isEmpty()) {
                        return new UploadOutcome.Refused(stillRoom);
                    }
                    FileId original = store(actor, FileKind.LETTER_TO_SIGN, pdf);
                    letters.add(
                            new Letter(
                                    id,
                                    actor.person(),
                                    Letter.State.DRAFT,
                                    fileName.isBlank() ? "surat.pdf" : fileName,
                                    original,
                                    pdf.size(),
                                    inspection.pages(),
                                    firstPlacement(inspection.pages()),
                                    token(),
                                    now(),
                                    null));
                    record(actor, "signing.upload", id, "KEPT", Map.of("size", pdf.size()));
                    return new UploadOutcome.Kept(id);
                });
    }

    /** One's own letter; not found for anyone else. */
    public Letter mine(Actor actor, LetterId id) {
        Letter letter =
                transactions
                        .inTenant(actor.government(), () -> letters.find(id))
                        .filter(found -> found.owner().equals(actor.person()))
                        .orElseThrow(() -> new NotFound("letter.not-found"));
        permissions.require(actor, "signing.view", letter.state(), Scope.OWN);
        return letter;
    }

    /** One's own letters, newest first, after the one given. */
    public List<Letter> mine(Actor actor, Optional<LetterId> after, int most) {
        permissions.require(actor, "signing.list");
        return transactions.inTenant(
                actor.government(),
                () -> {
                    @Nullable Letter last =
                            after.flatMap(letters::find)
                                    .filter(found -> found.owner().equals(actor.person()))
                                    .orElse(null);
                    return letters.of(actor.person(), last, most);
                });
    }

    /**
     * A page of a person's own letters; whoever is asked for the right asks first.
     *
     * @param text part of subject, number or file name, or empty
     * @param signed whether signed, or null for either
     * @param after last one of the page before, or null
     */
    public List<Letter> list(
            LocalGovernmentId government,
            PersonId owner,
            String text,
            @Nullable Boolean signed,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government, () -> letters.list(owner, text, signed, descending, after, limit));
    }

    /**
     * Keeps where the block is to stand and what for; what cannot be is kept too and found later.
     */
    public List<Finding> place(Actor actor, LetterId id, Placement placement) {
        Letter letter = mine(actor, id);
        permissions.require(actor, "signing.place", letter.state(), Scope.OWN);
        List<Finding> findings = PlacementRules.check(letter, placement);
        if (findings.isEmpty()) {
            transactions.inTenant(
                    actor.government(),
                    () -> {
                        if (!letters.place(id, placement)) {
                            throw new Conflict("letter.signed-already");
                        }
                        record(
                                actor,
                                "signing.place",
                                id,
                                "PLACED",
                                Map.of(
                                        "duty",
                                        placement.duty().name(),
                                        "capacity",
                                        placement.capacity(),
                                        "page",
                                        placement.at().page()));
                    });
        }
        return findings;
    }

    /** Signs with the owner's key, which only the passphrase opens; the caller closes it. */
    public SigningOutcome sign(
            LocalGovernment government, Actor actor, LetterId id, SecretBytes passphrase) {
        return sign(government, actor, id, Optional.empty(), passphrase);
    }

    /**
     * As above, with the chosen one of several certificates.
     *
     * @param chosen one of the owner's, or empty for the first
     */
    public SigningOutcome sign(
            LocalGovernment government,
            Actor actor,
            LetterId id,
            Optional<CertificateId> chosen,
            SecretBytes passphrase) {
        Letter letter = mine(actor, id);
        if (letter.state() == Letter.State.SIGNED) {
            return new SigningOutcome.Signed(letter);
        }
        permissions.require(actor, "signing.sign", letter.state(), Scope.OWN);
        Instant begun = now();
        Readiness readiness = signers.readiness(government, actor.person(), chosen, begun);
        RegisteredCertificate certificate = readiness.certificate();
        if (certificate == null || !readiness.isReady()) {
            return notSigned(actor, letter, Optional.empty(), readiness.findings());
        }
        Optional<SigningCapacity> capacity =
                signers.capacity(government, actor.person(), letter.placement().capacity(), begun);
        if (capacity.isEmpty()) {
            return notSigned(
                    actor,
                    letter,
                    Optional.empty(),
                    List.of(Finding.blocking("signing.capacity-gone", "capacity")));
        }
        LetterSigners.Signer signer =
                signers.signer(government, actor.person(), capacity.get(), certificate);
        boolean taken =
                transactions.inTenant(
                        actor.government(),
                        () -> letters.begin(id, begun, begun.minus(CUT_OFF_AFTER)));
        if (!taken) {
            Letter now = mine(actor, id);
            return now.state() == Letter.State.SIGNED
                    ? new SigningOutcome.Signed(now)
                    : new SigningOutcome.NotSigned(
                            now, List.of(Finding.blocking("signing.under-way", null)));
        }
        try {
            return switch (custody.open(actor.government(), certificate.key(), passphrase)) {
                case OpeningOutcome.WrongPassphrase(int left) ->
                        notSigned(
                                actor,
                                letter,
                                Optional.of(begun),
                                List.of(
                                        Finding.blocking(
                                                "signing.wrong-passphrase", "passphrase", left)));
                case OpeningOutcome.Blocked(Instant until) ->
                        notSigned(
                                actor,
                                letter,
                                Optional.of(begun),
                                List.of(signers.blocked(government, until)));
                case OpeningOutcome.Opened(OpenKey key) -> {
                    try (key) {
                        yield signed(government, actor, letter, begun, signer, key);
                    }
                }
            };
        } catch (RuntimeException e) {
            transactions.inTenant(actor.government(), () -> letters.giveBack(id, begun));
            throw e;
        }
    }

    private SigningOutcome signed(
            LocalGovernment government,
            Actor actor,
            Letter letter,
            Instant begun,
            LetterSigners.Signer signer,
            OpenKey key) {
        DocumentSource original = content(actor.government(), letter.original(), letter.size());
        return bench.sign(
                government,
                letter,
                signer,
                original,
                begun,
                key,
                (pdf, report) ->
                        transactions.inTenant(
                                actor.government(),
                                () -> {
                                    List<Finding> meanwhile =
                                            signers.stillUsable(government, signer, now());
                                    if (!meanwhile.isEmpty()) {
                                        return notSigned(
                                                actor, letter, Optional.of(begun), meanwhile);
                                    }
                                    Letter.Signature signature =
                                            bench.signature(
                                                    store(actor, FileKind.SIGNED_LETTER, pdf),
                                                    report,
                                                    signer);
                                    if (!letters.finish(letter.id(), begun, signature)) {
                                        throw new Conflict("letter.signed-already");
                                    }
                                    record(
                                            actor,
                                            "signing.sign",
                                            letter.id(),
                                            "SIGNED",
                                            Map.of(
                                                    "duty",
                                                    letter.placement().duty().name(),
                                                    "capacity",
                                                    signer.capacity().key(),
                                                    "sha256",
                                                    signature.sha256(),
                                                    "certificate",
                                                    signature.certificateSha256()));
                                    return new SigningOutcome.Signed(mine(actor, letter.id()));
                                }),
                findings -> notSigned(actor, letter, Optional.of(begun), findings));
    }

    private SigningOutcome notSigned(
            Actor actor, Letter letter, Optional<Instant> begun, List<Finding> findings) {
        transactions.inTenant(
                actor.government(),
                () -> {
                    begun.ifPresent(at -> letters.giveBack(letter.id(), at));
                    record(
                            actor,
                            "signing.sign",
                            letter.id(),
                            "NOT_SIGNED",
                            Map.of("findings", findings.stream().map(Finding::code).toList()));
                });
        return new SigningOutcome.NotSigned(letter, findings);
    }

    /** The letter that a QR code points at, once signed. */
    public Optional<Letter> byToken(LocalGovernmentId government, String token) {
        return token.length() > 64
                ? Optional.empty()
                : transactions.inTenant(government, () -> letters.signedWithToken(token));
    }

    /** The letter that holds this signature, whatever became of the content around it. */
    public Optional<Letter> byMark(LocalGovernmentId government, String mark) {
        return transactions.inTenant(government, () -> letters.signedWithMark(mark));
    }

    /** The signed file of a letter, for its owner or for a comparison. */
    public DocumentSource signedFile(LocalGovernmentId government, Letter letter) {
        Letter.Signature signature = letter.signature();
        if (signature == null) {
            throw new NotFound("letter.not-signed");
        }
        return content(
                government,
                signature.file(),
                archive.describe(government, signature.file()).size());
    }

    /** The address of the check page of a letter, which its QR code carries. */
    public URI checkPage(LocalGovernment government, Letter letter) {
        return bench.checkPage(government, letter);
    }

    /** Picture of a page of one's own letter, as uploaded. */
    public byte[] picture(Actor actor, LetterId id, int page, int width) {
        return archive.picture(actor.government(), mine(actor, id).original(), page, width);
    }

    private DocumentSource content(LocalGovernmentId government, FileId file, long size) {
        return new DocumentSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() {
                return archive.open(government, file);
            }
        };
    }

    private FileId store(Actor actor, FileKind kind, DocumentSource pdf) {
        try (InputStream in = pdf.open()) {
            return archive.store(actor.government(), kind, "application/pdf", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(
            Actor actor, String command, LetterId id, String outcome, Map<String, Object> facts) {
        trail.record(
                new AuditRecord(
                        command, actor.account().value(), "letter", id.value(), outcome, facts));
    }

    /** PostgreSQL keeps microseconds; what is compared later must be what was kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String token() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Lower right of the last page, where letters are signed. */
    private static Placement firstPlacement(List<PdfInspection.Page> pages) {
        PdfInspection.Page last = pages.getLast();
        double width = Math.min(230, last.width() - 20);
        double height = Math.min(100, last.height() - 20);
        return new Placement(
                new SignaturePlacement(
                        pages.size(),
                        Math.max(5, last.width() - width - 50),
                        Math.max(5, last.height() * 0.68),
                        width,
                        Math.min(height, last.height() * 0.3)),
                Duty.OFFICIAL_LETTER,
                "",
                "",
                "");
    }
}
