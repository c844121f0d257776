package id.pamong.lifecycle.certificate.web;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.NavItem;
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

/** My certificates. */
@Controller
class CertificateController {
    private final Certificates certificates;
    private final Permissions permissions;
    private final Clock clock;

    CertificateController(Certificates certificates, Permissions permissions, Clock clock) {
        this.certificates = certificates;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Bean
    static NavItem certificatesEntry() {
        return new NavItem(30, "certificate.nav", "/sertifikat", "certificate.list", "shield");
    }

    @Performs("certificate.list")
    @GetMapping("/{government}/sertifikat")
    String list(Actor actor, LocalGovernment government, Model model) {
        model.addAttribute("certificates", certificates.of(government.id(), actor.person()));
        model.addAttribute("now", clock.instant());
        return "certificate/list";
    }

    @Performs("certificate.view")
    @GetMapping("/{government}/sertifikat/{id}")
    String view(Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        model.addAttribute("certificate", own(actor, government, id, "certificate.view"));
        model.addAttribute("now", clock.instant());
        return "certificate/view";
    }

    @Performs("certificate.download")
    @GetMapping("/{government}/sertifikat/{id}/unduh")
    ResponseEntity<byte[]> download(
            Actor actor, LocalGovernment government, @PathVariable UUID id) {
        RegisteredCertificate certificate = own(actor, government, id, "certificate.download");
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
        RegisteredCertificate certificate = own(actor, government, id, "certificate.download");
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

    private RegisteredCertificate own(
            Actor actor, LocalGovernment government, UUID id, String command) {
        RegisteredCertificate certificate =
                certificates
                        .byId(government.id(), new CertificateId(id))
                        .orElseThrow(() -> new NotFound("certificate.not-found"));
        if (!certificate.person().equals(actor.person())) {
            throw new NotFound("certificate.not-found");
        }
        permissions.require(actor, command, "*", Set.of(Scope.OWN));
        return certificate;
    }
}
