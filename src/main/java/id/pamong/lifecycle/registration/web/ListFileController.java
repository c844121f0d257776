package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.registration.DecisionList;
import id.pamong.lifecycle.registration.DecisionListId;
import id.pamong.lifecycle.registration.ListDecisionDesk;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.refusal.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of a signed list: what was signed, the signature, the answer letter. */
@Controller
class ListFileController {
    private static final String LIST = "/{government}/petugas/daftar-putusan/{id}";

    private final ListDecisionDesk desk;
    private final Archive archive;

    ListFileController(ListDecisionDesk desk, Archive archive) {
        this.desk = desk;
        this.archive = archive;
    }

    @Performs("registration.grid")
    @GetMapping(LIST + "/daftar.json")
    ResponseEntity<byte[]> manifest(
            LocalGovernment government, Actor actor, @PathVariable UUID id) {
        return download(
                government, list(actor, id).manifest(), MediaType.APPLICATION_JSON, "daftar.json");
    }

    @Performs("registration.grid")
    @GetMapping(LIST + "/daftar.p7s")
    ResponseEntity<byte[]> signature(
            LocalGovernment government, Actor actor, @PathVariable UUID id) {
        return download(
                government,
                list(actor, id).signature(),
                MediaType.parseMediaType("application/pkcs7-signature"),
                "daftar.p7s");
    }

    @Performs("registration.grid")
    @GetMapping(LIST + "/jawaban.pdf")
    ResponseEntity<byte[]> answer(LocalGovernment government, Actor actor, @PathVariable UUID id) {
        DecisionList list = list(actor, id);
        return download(
                government,
                Optional.ofNullable(list.answer())
                        .orElseThrow(() -> new NotFound("registration.no-such-list")),
                MediaType.APPLICATION_PDF,
                list.answerNumber().replace('/', '-') + ".pdf");
    }

    private DecisionList list(Actor actor, UUID id) {
        return desk.progress(actor, new DecisionListId(id)).list();
    }

    private ResponseEntity<byte[]> download(
            LocalGovernment government, FileId file, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(archive.read(government.id(), file));
    }
}
