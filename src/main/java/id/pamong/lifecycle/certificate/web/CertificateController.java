package id.pamong.lifecycle.certificate.web;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** My certificates, and one of the register for who may read it. */
@Controller
class CertificateController {
    private final Certificates certificates;
    private final Permissions permissions;
    private final Clock clock;
    private final OwnCertificateListing listing;
    private final ListPages pages;

    CertificateController(
            Certificates certificates,
            Permissions permissions,
            Clock clock,
            OwnCertificateListing listing,
            ListPages pages) {
        this.certificates = certificates;
        this.permissions = permissions;
        this.clock = clock;
        this.listing = listing;
        this.pages = pages;
    }

    @Bean
    static NavItem certificatesEntry() {
        return new NavItem(30, "certificate.nav", "/sertifikat", "certificate.list", "shield");
    }

    @Performs("certificate.list")
    @GetMapping("/{government}/sertifikat")
    String list(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        ListPages.Page<RegisteredCertificate> page =
                pages.rows(listing, permissions.reader(government, actor), form);
        model.addAttribute("certificates", page.rows());
        model.addAttribute("list", page.view());
        model.addAttribute("now", clock.instant());
        return "certificate/list";
    }

    @Performs("certificate.view")
    @GetMapping("/{government}/sertifikat/{id}")
    String view(Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        RegisteredCertificate certificate = visible(actor, government, id, "certificate.view");
        model.addAttribute("certificate", certificate);
        model.addAttribute("now", clock.instant());
        return certificate.person().equals(actor.person())
                ? "certificate/view"
                : "certificate/registered";
    }

    @Performs("certificate.download")
    @GetMapping("/{government}/sertifikat/{id}/unduh")
    ResponseEntity<byte[]> download(
            Actor actor, LocalGovernment government, @PathVariable UUID id) {
        RegisteredCertificate certificate = visible(actor, government, id, "certificate.download");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/pkix-cert"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("sertifikat-" + certificate.serial() + ".cer")
                                .build()
                                .toString())
                .body(certificate.der());
    }

    /** With its issuing certificate, as servers want it: nearest first, without the root. */
    @Performs("certificate.download")
    @GetMapping("/{government}/sertifikat/{id}/rantai.pem")
    ResponseEntity<byte[]> chain(Actor actor, LocalGovernment government, @PathVariable UUID id) {
        RegisteredCertificate certificate = visible(actor, government, id, "certificate.download");
        StringBuilder pem = new StringBuilder(pem(certificate.der()));
        List<byte[]> issuers = certificate.chainDer();
        issuers.subList(0, Math.max(0, issuers.size() - 1)).forEach(der -> pem.append(pem(der)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/pem-certificate-chain"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("rantai-" + certificate.serial() + ".pem")
                                .build()
                                .toString())
                .body(pem.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    /** The owner's own, or that of another for the office and for auditors. */
    private RegisteredCertificate visible(
            Actor actor, LocalGovernment government, UUID id, String command) {
        RegisteredCertificate certificate =
                certificates
                        .byId(government.id(), new CertificateId(id))
                        .orElseThrow(() -> new NotFound("certificate.not-found"));
        Scope relation = certificate.person().equals(actor.person()) ? Scope.OWN : Scope.OTHERS;
        if (!permissions.allows(actor, command, "*", Set.of(relation))) {
            throw new NotFound("certificate.not-found");
        }
        return certificate;
    }
}
