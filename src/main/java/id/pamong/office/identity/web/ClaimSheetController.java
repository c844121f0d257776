package id.pamong.office.identity.web;

import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.means.ClaimSheets;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The administrator prints claim sheets for people without official e-mail. */
@Controller
class ClaimSheetController {
    private static final int SHOWN = 50;

    private final ClaimSheets sheets;
    private final Accounts accounts;
    private final SheetListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    ClaimSheetController(
            ClaimSheets sheets,
            Accounts accounts,
            SheetListing listing,
            ListPages pages,
            Permissions permissions) {
        this.sheets = sheets;
        this.accounts = accounts;
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
    }

    @Bean
    static NavItem sheetsEntry() {
        return new NavItem(
                81,
                "identity.nav.sheets",
                "/pengelola/lembar-klaim",
                "identity.claim-sheet",
                "printer");
    }

    @Performs("identity.claim-sheet")
    @GetMapping("/{government}/pengelola/lembar-klaim")
    String page(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        return form(government, actor, form, List.of(), model);
    }

    @Performs("identity.claim-sheet")
    @PostMapping("/{government}/pengelola/lembar-klaim")
    Object print(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        List<PersonId> chosen =
                form.texts("person").stream()
                        .map(ClaimSheetController::uuid)
                        .flatMap(Optional::stream)
                        .map(PersonId::new)
                        .distinct()
                        .toList();
        if (chosen.isEmpty() || chosen.size() > SHOWN) {
            return form(
                    government,
                    actor,
                    form,
                    List.of(Finding.blocking("sheet.nobody", "person", SHOWN)),
                    model);
        }
        byte[] pdf = sheets.print(actor, government, chosen);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("lembar-klaim.pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private String form(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            List<Finding> findings,
            Model model) {
        ListPages.Page<Person> page =
                pages.rows(listing, permissions.reader(government, actor), form);
        model.addAttribute("findings", findings);
        model.addAttribute("list", page.view());
        model.addAttribute("people", page.rows());
        model.addAttribute(
                "claimed",
                page.rows().stream()
                        .map(Person::id)
                        .filter(one -> accounts.accountOf(government.id(), one).isPresent())
                        .toList());
        return "identity/sheets";
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
