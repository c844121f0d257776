package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.registration.CaseView;
import id.pamong.office.archive.Archive;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Regulations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lists the papers of a dossier in the order of the regulation's checklist. */
@Component
class ShownPapers {
    private final Archive archive;
    private final Regulations regulations;
    private final Dates dates;

    ShownPapers(Archive archive, Regulations regulations, Dates dates) {
        this.archive = archive;
        this.regulations = regulations;
        this.dates = dates;
    }

    List<ShownPaper> of(LocalGovernment government, CaseView view, Locale locale) {
        Dossier dossier = view.dossier();
        List<ChecklistItem> checklist =
                regulations.byHash(dossier.regulationHash()).checklist(dossier.type());
        List<ShownPaper> shown = new ArrayList<>();
        for (ChecklistItem item : checklist) {
            String title = item.name().in(locale);
            dossier.paper(item.item()).ifPresent(paper -> shown.add(paper(view, paper, title)));
            dossier.endorsements().stream()
                    .filter(letter -> letter.kind().name().equals(item.item()))
                    .forEach(letter -> shown.add(letter(government, letter, title)));
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
                false,
                paper.pages(),
                !card || view.identityVisible());
    }

    private ShownPaper letter(LocalGovernment government, Endorsement letter, String title) {
        return new ShownPaper(
                letter.file().value(),
                title,
                "%s, %s, %s (%s)"
                        .formatted(
                                letter.number(),
                                dates.on(letter.datedOn()),
                                letter.giverName(),
                                letter.giverTitle()),
                letter.form() == Endorsement.Form.SCAN,
                archive.describe(government.id(), letter.file()).pages(),
                true);
    }
}
