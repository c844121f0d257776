package id.pamong.lifecycle.counter.web;

import id.pamong.lifecycle.counter.CounterDeed;
import id.pamong.lifecycle.counter.CounterDesk;
import id.pamong.lifecycle.counter.CounterFile;
import id.pamong.lifecycle.counter.CounterFileId;
import id.pamong.lifecycle.counter.CounterPaper;
import id.pamong.lifecycle.counter.CounterState;
import id.pamong.lifecycle.enrollment.CertificateOffers;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.lifecycle.enrollment.ParticularsDesk;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one file: what is kept, or what was typed and refused. */
@Component
class CounterFilePage {
    private static final List<CounterState> ROAD =
            List.of(
                    CounterState.RECEIVED,
                    CounterState.SCANNED,
                    CounterState.DIVIDED,
                    CounterState.KEYED,
                    CounterState.CERTIFIED,
                    CounterState.SUBMITTED);

    private final CounterDesk desk;
    private final ParticularsDesk particulars;
    private final Regulations regulations;
    private final Dates dates;

    CounterFilePage(
            CounterDesk desk, ParticularsDesk particulars, Regulations regulations, Dates dates) {
        this.desk = desk;
        this.particulars = particulars;
        this.regulations = regulations;
        this.dates = dates;
    }

    /** A step of the line. */
    public record StepView(String key, boolean done, boolean current, @Nullable String note) {}

    /** What stands in the fields; empty where nothing does. */
    public record Typed(Map<String, String> texts, Set<String> ticked) {
        public Typed {
            texts = Map.copyOf(texts);
            ticked = Set.copyOf(ticked);
        }

        public String text(String field) {
            return texts.getOrDefault(field, "");
        }

        public boolean has(String field) {
            return ticked.contains(field);
        }

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    String show(
            Actor actor,
            LocalGovernment government,
            CounterFileId id,
            @Nullable SubmittedForm form,
            List<Finding> findings,
            Model model) {
        CounterDesk.View view = desk.view(actor, id);
        CounterFile file = view.file();
        RegulationProfile profile = regulations.profile(government.regulationId());
        Particulars claimed = claimed(view);
        model.addAttribute("view", view);
        model.addAttribute("file", file);
        model.addAttribute("steps", steps(file, government));
        model.addAttribute("names", names(actor));
        model.addAttribute("typed", typed(view, form));
        model.addAttribute("findings", findings);
        model.addAttribute(
                "dividing",
                findings.stream()
                        .map(Finding::field)
                        .anyMatch(field ->
                                field != null
                                        && (field.equals("blank") || field.startsWith("pages-"))));
        model.addAttribute("kinds", Endorsement.Kind.values());
        model.addAttribute("duties", Duty.values());
        model.addAttribute("uses", uses(actor, file));
        model.addAttribute("claimed", claimed);
        model.addAttribute(
                "choices", particulars.choices(government.id(), view.applicant().id(), claimed));
        model.addAttribute("listed", listed(profile, file));
        model.addAttribute("mayWork", actor.is(Role.RA_OFFICER));
        model.addAttribute("megabytes", profile.setting("paper.maximumMegabytes").number());
        model.addAttribute("maximumPages", profile.setting("paper.maximumPages").number());
        return "counter/file";
    }

    private List<IntendedUse> uses(Actor actor, CounterFile file) {
        return desk.offers(actor).stream()
                .filter(offer -> offer.type() == file.type() && offer.kind() == file.kind())
                .findFirst()
                .map(CertificateOffers.Offer::uses)
                .orElse(List.of());
    }

    private static Set<String> listed(RegulationProfile profile, CounterFile file) {
        return profile.checklist(file.type()).stream()
                .map(ChecklistItem::item)
                .collect(Collectors.toSet());
    }

    private static Particulars claimed(CounterDesk.View view) {
        @Nullable Dossier dossier = view.dossier();
        return dossier == null
                ? ParticularsDesk.begun(view.file().type(), view.file().kind(), view.applicant())
                : dossier.particulars();
    }

    private Map<String, String> names(Actor actor) {
        return desk.items(actor).stream()
                .collect(
                        Collectors.toMap(
                                item -> item.item(),
                                item -> item.name().in(LocaleContextHolder.getLocale())));
    }

    private List<StepView> steps(CounterFile file, LocalGovernment government) {
        int at =
                file.state() == CounterState.CORRECTION
                        ? ROAD.indexOf(CounterState.DIVIDED)
                        : ROAD.indexOf(file.state());
        List<StepView> steps = new ArrayList<>();
        for (int place = 0; place < ROAD.size(); place++) {
            CounterState state = ROAD.get(place);
            boolean done = place <= at;
            String note =
                    done
                            ? file.last(CounterDeed.Deed.valueOf(state.name()))
                                    .map(deed -> dates.on(deed.at(), government))
                                    .orElse(null)
                            : null;
            steps.add(new StepView("counter.step." + state, done, place == at + 1, note));
        }
        return steps;
    }

    private static Typed typed(CounterDesk.View view, @Nullable SubmittedForm form) {
        Map<String, String> texts = kept(view);
        Set<String> ticked = new java.util.HashSet<>(ticked(view));
        if (form != null) {
            for (String field : texts.keySet().stream().toList()) {
                if (form.has(field)) {
                    texts.put(field, form.text(field));
                }
            }
            if (form.has("officialEmail")) {
                ticked.clear();
                ticked.addAll(form.texts("uses"));
                ticked.addAll(form.texts("duties"));
                ticked.addAll(form.texts("hosts"));
            }
            if (form.has("compared")) {
                ticked.add("compared");
            }
            if (form.has("declared")) {
                ticked.add("declared");
            }
        }
        return new Typed(texts, ticked);
    }

    private static Map<String, String> kept(CounterDesk.View view) {
        Map<String, String> texts = new HashMap<>();
        CounterFile file = view.file();
        for (CounterPaper paper : file.papers()) {
            texts.put("from-" + paper.item(), page(paper.firstPage()));
            texts.put("to-" + paper.item(), page(paper.lastPage()));
        }
        texts.put("blank", file.blankPages());
        texts.put("rack", view.place().rack());
        texts.put("box", view.place().box());
        texts.put("folder", view.place().folder());
        @Nullable Dossier dossier = view.dossier();
        @Nullable String known =
                dossier == null ? view.applicant().officialEmail() : dossier.officialEmail();
        texts.put("officialEmail", known == null ? "" : known);
        texts.put("purpose", dossier == null ? "" : dossier.purpose());
        KeyedParticulars.texts(claimed(view), texts);
        for (Endorsement.Kind kind : Endorsement.Kind.values()) {
            @Nullable Endorsement letter =
                    dossier == null ? null : dossier.endorsement(kind).orElse(null);
            texts.put(kind + "-number", letter == null ? "" : letter.number());
            texts.put(kind + "-date", letter == null ? "" : letter.datedOn().toString());
            texts.put(kind + "-giver", letter == null ? "" : letter.giverName());
            texts.put(kind + "-title", letter == null ? "" : letter.giverTitle());
        }
        return texts;
    }

    private static Set<String> ticked(CounterDesk.View view) {
        @Nullable Dossier dossier = view.dossier();
        if (dossier == null) {
            return view.file().type() == CertificateType.SYSTEM
                    ? Set.of(IntendedUse.TLS_SERVER.name(), Duty.OTHER.name())
                    : Set.of(IntendedUse.DIGITAL_SIGNATURE.name(), Duty.LETTER.name());
        }
        Particulars.SystemClaim system = dossier.particulars().system();
        return Stream.of(
                        dossier.uses().stream().map(Enum::name),
                        dossier.duties().stream().map(Enum::name),
                        system == null ? Stream.<String>empty() : system.hosts().stream())
                .flatMap(one -> one)
                .collect(Collectors.toSet());
    }

    private static String page(int number) {
        return number == 0 ? "" : String.valueOf(number);
    }
}
