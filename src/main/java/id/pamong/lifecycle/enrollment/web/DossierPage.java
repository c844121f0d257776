package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationDesk.Fields;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.CertificateOffers;
import id.pamong.lifecycle.enrollment.Collectives;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.enrollment.LetterDesk;
import id.pamong.lifecycle.enrollment.MailboxStep;
import id.pamong.lifecycle.enrollment.MailboxWish;
import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.lifecycle.enrollment.ParticularsDesk;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The one page of an application, filled for reading or with what was typed and refused. */
@Component
class DossierPage {
    private static final String VIEW = "enrollment/application";

    private final ApplicationDesk desk;
    private final LetterDesk letters;
    private final MailboxStep mailbox;
    private final ParticularsDesk particulars;
    private final CertificateOffers offers;
    private final MailboxWish wish;
    private final Regulations regulations;
    private final DossierView view;
    private final Collectives collectives;

    DossierPage(
            ApplicationDesk desk,
            LetterDesk letters,
            MailboxStep mailbox,
            ParticularsDesk particulars,
            CertificateOffers offers,
            MailboxWish wish,
            Regulations regulations,
            DossierView view,
            Collectives collectives) {
        this.desk = desk;
        this.letters = letters;
        this.mailbox = mailbox;
        this.particulars = particulars;
        this.offers = offers;
        this.wish = wish;
        this.regulations = regulations;
        this.view = view;
        this.collectives = collectives;
    }

    /**
     * The page as it is; notes that block nothing are shown, what is missing is in the checklist.
     */
    String show(Actor actor, LocalGovernment government, ApplicationId id, Model model) {
        Dossier dossier = desk.view(actor, id);
        List<Finding> all =
                dossier.state().isEditable() ? desk.findings(actor, dossier) : List.of();
        return fill(
                actor,
                government,
                dossier,
                fieldsOf(dossier),
                all,
                all.stream().filter(finding -> !finding.isBlocking()).toList(),
                null,
                model);
    }

    /** The page with what was typed and every finding beside its field. */
    String refused(
            Actor actor,
            LocalGovernment government,
            ApplicationId id,
            SubmittedForm form,
            List<Finding> findings,
            Model model) {
        Dossier dossier = desk.view(actor, id);
        Fields typed = form.has("version") ? fieldsOf(form) : fieldsOf(dossier);
        return fill(actor, government, dossier, typed, findings, findings, form, model);
    }

    /**
     * Keeps what was typed into the form, whatever button was pressed.
     *
     * @return the view to show when it could not be kept
     */
    Optional<String> keep(
            Actor actor,
            LocalGovernment government,
            ApplicationId id,
            SubmittedForm form,
            Model model) {
        if (!form.has("version")) {
            desk.view(actor, id);
            return Optional.empty();
        }
        try {
            return switch (desk.save(actor, id, version(form), fieldsOf(form))) {
                case ApplicationDesk.Saving.Saved saved -> Optional.empty();
                case ApplicationDesk.Saving.Refused(List<Finding> findings) ->
                        Optional.of(refused(actor, government, id, form, findings, model));
            };
        } catch (Conflict conflict) {
            if (!conflict.code().equals("stale")) {
                throw conflict;
            }
            return Optional.of(
                    refused(
                            actor,
                            government,
                            id,
                            form,
                            List.of(Finding.blocking("enrollment.stale", "isian")),
                            model));
        }
    }

    static int version(SubmittedForm form) {
        String text = form.text("version");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    static Fields fieldsOf(SubmittedForm form) {
        return new Fields(
                known(form.texts("uses"), IntendedUse.values()),
                known(form.texts("duties"), Duty.values()),
                form.text("purpose"),
                form.text("officialEmail"),
                ParticularsForm.read(form));
    }

    private static Fields fieldsOf(Dossier dossier) {
        String email = dossier.officialEmail();
        return new Fields(
                dossier.uses(),
                dossier.duties(),
                dossier.purpose(),
                email == null ? "" : email,
                dossier.particulars());
    }

    private String fill(
            Actor actor,
            LocalGovernment government,
            Dossier dossier,
            Fields fields,
            List<Finding> all,
            List<Finding> shown,
            @Nullable SubmittedForm form,
            Model model) {
        RegulationProfile profile = regulations.byHash(dossier.regulationHash());
        Map<Endorsement.Kind, LetterDesk.Standing> standings = letters.standings(actor, dossier);
        model.addAttribute("dossier", dossier);
        model.addAttribute(
                "member", collectives.member(government.id(), dossier.id()).orElse(null));
        model.addAttribute("fields", fields);
        model.addAttribute("findings", new ArrayList<>(shown));
        model.addAttribute("standings", standings);
        model.addAttribute("steps", view.steps(government, dossier, standings));
        model.addAttribute("waits", view.waitsFor(dossier, standings));
        model.addAttribute("checklist", view.checklist(profile, dossier, standings, all));
        model.addAttribute("uses", uses(profile, dossier.type()));
        model.addAttribute(
                "listed",
                profile.checklist(dossier.type()).stream()
                        .map(ChecklistItem::item)
                        .collect(Collectors.toUnmodifiableSet()));
        model.addAttribute("served", served(government, dossier.type()));
        model.addAttribute("claimed", claimed(dossier, fields));
        model.addAttribute("choices", particulars.choices(actor, dossier));
        Particulars.SystemClaim system = dossier.particulars().system();
        model.addAttribute("request", system == null ? null : system.readRequest().orElse(null));
        model.addAttribute("positionKinds", PositionKind.values());
        model.addAttribute("endsOn", dossier.particulars().endsOn().orElse(null));
        model.addAttribute("duties", Duty.values());
        model.addAttribute("kinds", letters.kinds(dossier));
        model.addAttribute("wish", wish.of(actor).orElse(null));
        model.addAttribute("whyNot", form == null ? "" : form.text("whyNot"));
        model.addAttribute("waiting", mailbox.waiting(actor).orElse(null));
        model.addAttribute("typedLetters", typedLetters(form));
        model.addAttribute("megabytes", profile.setting("paper.maximumMegabytes").number());
        model.addAttribute(
                "domains",
                Stream.concat(
                                government.mailDomains().stream(),
                                profile.setting("mail.nationalDomains").values().stream())
                        .collect(Collectors.joining(", ")));
        return VIEW;
    }

    /** What was typed about scans, so that a refused one need not be typed again. */
    private static Map<String, String> typedLetters(@Nullable SubmittedForm form) {
        return form == null
                ? Map.of()
                : Arrays.stream(Endorsement.Kind.values())
                        .flatMap(kind ->
                                Stream.of("-number", "-date", "-giver", "-title")
                                        .map(part -> kind + part))
                        .collect(Collectors.toMap(Function.identity(), form::text));
    }

    /**
     * What was just typed where the form has it, else what is kept. A system is shown as kept: the
     * register names it and offers its hosts.
     */
    private static Particulars claimed(Dossier dossier, Fields fields) {
        Particulars kept = dossier.particulars();
        Particulars typed = fields.particulars() == null ? kept : fields.particulars();
        return new Particulars(
                typed.position() == null ? kept.position() : typed.position(),
                kept.system(),
                typed.sponsorship() == null ? kept.sponsorship() : typed.sponsorship());
    }

    private Set<IntendedUse> served(LocalGovernment government, CertificateType type) {
        return offers.of(government).stream()
                .filter(offer -> offer.type() == type)
                .flatMap(offer -> offer.uses().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<IntendedUse> uses(RegulationProfile profile, CertificateType type) {
        Set<String> enabled = CertificateOffers.enabled(profile);
        return Arrays.stream(IntendedUse.values())
                .filter(use -> enabled.contains(use.settingCode()) && use.suits(type))
                .toList();
    }

    private static <T extends Enum<T>> Set<T> known(List<String> names, T[] values) {
        return Arrays.stream(values)
                .filter(value -> names.contains(value.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
