package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.registration.DecisionId;
import id.pamong.lifecycle.registration.RecordedDecision;
import id.pamong.lifecycle.registration.VerificationDesk;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Pictures of the papers of a case, and the files of its decision. Nothing of it is kept by a
 * browser or on the way: these are people's identity cards.
 */
@Controller
class PaperController {
    private static final int NARROW = 1000;
    private static final int WIDE = 2000;

    private final VerificationDesk desk;
    private final Archive archive;

    PaperController(VerificationDesk desk, Archive archive) {
        this.desk = desk;
        this.archive = archive;
    }

    @Performs("registration.view")
    @GetMapping("/{government}/petugas/permohonan/{id}/berkas/{file}/{page}")
    ResponseEntity<byte[]> picture(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @PathVariable int page,
            SubmittedForm form) {
        FileId allowed = desk.paper(actor, new ApplicationId(id), new FileId(file));
        int width = form.has("besar") ? WIDE : NARROW;
        return unkept(MediaType.IMAGE_PNG)
                .body(archive.picture(government.id(), allowed, page, width));
    }

    /** What was signed; with the signature anyone can check it by {@code openssl cms -verify}. */
    @Performs("registration.view")
    @GetMapping("/{government}/petugas/permohonan/{id}/putusan/{decision}/putusan.json")
    ResponseEntity<byte[]> statement(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID decision) {
        return download(
                government,
                decision(actor, id, decision).statement(),
                MediaType.APPLICATION_JSON,
                "putusan.json");
    }

    @Performs("registration.view")
    @GetMapping("/{government}/petugas/permohonan/{id}/putusan/{decision}/putusan.p7s")
    ResponseEntity<byte[]> signature(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID decision) {
        return download(
                government,
                decision(actor, id, decision).signature(),
                MediaType.parseMediaType("application/pkcs7-signature"),
                "putusan.p7s");
    }

    /** The signed list that holds the hash of this decision, when it was decided in one. */
    @Performs("registration.view")
    @GetMapping("/{government}/petugas/permohonan/{id}/putusan/{decision}/daftar.json")
    ResponseEntity<byte[]> manifest(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID decision) {
        return download(
                government,
                there(decision(actor, id, decision).manifest()),
                MediaType.APPLICATION_JSON,
                "daftar.json");
    }

    @Performs("registration.view")
    @GetMapping("/{government}/petugas/permohonan/{id}/putusan/{decision}/jawaban.pdf")
    ResponseEntity<byte[]> answer(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID decision) {
        RecordedDecision recorded = decision(actor, id, decision);
        return download(
                government,
                there(recorded.answer()),
                MediaType.APPLICATION_PDF,
                recorded.answerNumber().replace('/', '-') + ".pdf");
    }

    private static FileId there(@Nullable FileId file) {
        return Optional.ofNullable(file)
                .orElseThrow(() -> new NotFound("registration.no-such-decision"));
    }

    private RecordedDecision decision(Actor actor, UUID id, UUID decision) {
        return desk.view(actor, new ApplicationId(id)).decisions().stream()
                .filter(one -> one.id().equals(new DecisionId(decision)))
                .findFirst()
                .orElseThrow(() -> new NotFound("registration.no-such-decision"));
    }

    private ResponseEntity<byte[]> download(
            LocalGovernment government, FileId file, MediaType type, String name) {
        return unkept(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(archive.read(government.id(), file));
    }

    private static ResponseEntity.BodyBuilder unkept(MediaType type) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore());
    }
}
