package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.GiverRights;
import id.pamong.lifecycle.registration.CaseView;
import id.pamong.office.archive.Archive;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Regulations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lists the papers of a dossier in the order of the regulation's checklist. */
@Component
class ShownPapers {
    private final Archive archive;
    private final Regulations regulations;
    private final GiverRights rights;
    private final Dates dates;
    private final MessageSource messages;

    ShownPapers(
            Archive archive,
            Regulations regulations,
            GiverRights rights,
            Dates dates,
            MessageSource messages) {
        this.archive = archive;
        this.regulations = regulations;
        this.rights = rights;
        this.dates = dates;
        this.messages = messages;
    }

    List<ShownPaper> of(LocalGovernment government, CaseView view, Locale locale) {
        Dossier dossier = view.dossier();
        List<ChecklistItem> checklist =
                regulations.byHash(dossier.regulationHash()).checklist(dossier.type());
        Map<UUID, String> by = rights.of(government.id(), dossier.id(), locale);
        String unknown =
                messages.getMessage("registration.paper.right-unknown", new Object[0], locale);
        List<ShownPaper> shown = new ArrayList<>();
        for (ChecklistItem item : checklist) {
            String title = item.name().in(locale);
            dossier.paper(item.item()).ifPresent(paper -> shown.add(paper(view, paper, title)));
            dossier.endorsements().stream()
                    .filter(letter -> letter.kind().name().equals(item.item()))
                    .forEach(letter ->
                            shown.add(
                                    letter(
                                            government,
                                            letter,
                                            title,
                                            by.getOrDefault(letter.letter(), unknown))));
        }
        Set<String> listed =
                checklist.stream().map(ChecklistItem::item).collect(Collectors.toSet());
        dossier.papers().stream()
                .filter(paper -> !listed.contains(paper.item()))
                .forEach(paper -> shown.add(paper(view, paper, paper.name())));
        return shown;
    }

    private static ShownPaper paper(CaseView view, DossierPaper paper, String title) {
        boolean card = paper.item().equals(DossierPaper.IDENTITY_CARD);
        return new ShownPaper(
                paper.file().value(),
                title,
                "",
                "",
                false,
                paper.pages(),
                !card || view.identityVisible());
    }

    private ShownPaper letter(
            LocalGovernment government, Endorsement letter, String title, String right) {
        return new ShownPaper(
                letter.file().value(),
                title,
                "%s, %s, %s (%s)"
                        .formatted(
                                letter.number(),
                                dates.on(letter.datedOn()),
                                letter.giverName(),
                                letter.giverTitle()),
                right,
                letter.form() == Endorsement.Form.SCAN,
                archive.describe(government.id(), letter.file()).pages(),
                true);
    }
}
