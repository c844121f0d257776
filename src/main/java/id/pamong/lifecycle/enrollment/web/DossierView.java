package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.LetterDesk;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Turns a dossier into what its page shows: line of steps, checklist, whom it waits for. */
@Component
class DossierView {
    private static final List<ApplicationState> ROAD =
            List.of(
                    ApplicationState.DRAFT,
                    ApplicationState.ENDORSEMENT,
                    ApplicationState.SUBMITTED,
                    ApplicationState.VERIFICATION,
                    ApplicationState.APPROVED,
                    ApplicationState.ACTIVATION,
                    ApplicationState.FORWARDED,
                    ApplicationState.ISSUED,
                    ApplicationState.RECEIVED);

    private final Dates dates;
    private final MessageSource messages;

    DossierView(Dates dates, MessageSource messages) {
        this.dates = dates;
        this.messages = messages;
    }

    /**
     * A step of the line.
     *
     * @param note the day it was reached, or whom the current one waits for; may be null
     */
    public record StepView(String key, boolean done, boolean current, @Nullable String note) {}

    /**
     * A line of the checklist.
     *
     * @param kind of standing: ok, wait, bad or off
     */
    public record ItemView(
            String item, String name, String how, Citation clause, String kind, String standing) {}

    List<StepView> steps(
            LocalGovernment government,
            Dossier dossier,
            Map<Endorsement.Kind, LetterDesk.Standing> standings) {
        int at = placeOf(dossier);
        boolean over = dossier.state().isFinal();
        List<StepView> steps = new ArrayList<>();
        for (int place = 0; place < ROAD.size(); place++) {
            ApplicationState state = ROAD.get(place);
            boolean current = place == at && !over;
            boolean done = place < at || (over && reachedAt(dossier, state).isPresent());
            String note =
                    current
                            ? waitsFor(dossier, standings)
                            : reachedAt(dossier, state)
                                    .filter(reached -> done)
                                    .map(reached -> dates.on(reached, government))
                                    .orElse(null);
            steps.add(new StepView("enrollment.state." + state, done, current, note));
        }
        return steps;
    }

    /** Whom the application waits for, in the reader's language. */
    String waitsFor(Dossier dossier, Map<Endorsement.Kind, LetterDesk.Standing> standings) {
        return switch (dossier.state()) {
            case DRAFT, RETURNED, APPROVED, ACTIVATION, ISSUED -> say("enrollment.waits.applicant");
            case ENDORSEMENT -> {
                String names =
                        standings.values().stream()
                                .filter(standing -> standing.askedAt() != null)
                                .map(LetterDesk.Standing::name)
                                .filter(name -> !name.isEmpty())
                                .distinct()
                                .collect(Collectors.joining(", "));
                yield names.isEmpty()
                        ? say("enrollment.waits.applicant")
                        : say("enrollment.waits.givers", names);
            }
            case SUBMITTED, VERIFICATION, FORWARDED -> say("enrollment.waits.office");
            case RECEIVED, REJECTED, WITHDRAWN -> say("enrollment.waits.nobody");
        };
    }

    List<ItemView> checklist(
            RegulationProfile profile,
            Dossier dossier,
            Map<Endorsement.Kind, LetterDesk.Standing> standings,
            List<Finding> findings) {
        Locale locale = LocaleContextHolder.getLocale();
        return profile.checklist(dossier.type()).stream()
                .map(item -> view(item, locale, dossier, standings, findings))
                .toList();
    }

    private static ItemView view(
            ChecklistItem item,
            Locale locale,
            Dossier dossier,
            Map<Endorsement.Kind, LetterDesk.Standing> standings,
            List<Finding> findings) {
        String standing =
                switch (item.item()) {
                    case DossierPaper.APPLICATION_LETTER ->
                            dossier.paper(item.item()).isPresent() ? "done" : "later";
                    case "OFFICIAL_EMAIL" ->
                            dossier.emailConfirmedAt() != null
                                    ? judged("officialEmail", findings)
                                    : "missing";
                    case "RECOMMENDATION", "COVER_LETTER" -> {
                        Endorsement.Kind kind = Endorsement.Kind.valueOf(item.item());
                        yield dossier.endorsement(kind).isPresent()
                                ? judged(item.item(), findings)
                                : asked(standings.get(kind)) ? "waiting" : "missing";
                    }
                    default ->
                            dossier.paper(item.item()).isPresent()
                                    ? judged(item.item(), findings)
                                    : "missing";
                };
        String kind =
                switch (standing) {
                    case "done" -> "ok";
                    case "waiting" -> "wait";
                    case "attention" -> "bad";
                    default -> "off";
                };
        return new ItemView(
                item.item(),
                item.name().in(locale),
                item.how().in(locale),
                item.clause(),
                kind,
                "enrollment.checklist." + standing);
    }

    private static String judged(String field, List<Finding> findings) {
        return findings.stream()
                        .filter(Finding::isBlocking)
                        .anyMatch(finding -> Objects.equals(finding.field(), field))
                ? "attention"
                : "done";
    }

    private static boolean asked(LetterDesk.@Nullable Standing standing) {
        return standing != null && standing.askedAt() != null;
    }

    private static int placeOf(Dossier dossier) {
        return switch (dossier.state()) {
            case RETURNED, REJECTED, WITHDRAWN -> 0;
            case RECEIVED -> ROAD.size();
            case DRAFT,
                    ENDORSEMENT,
                    SUBMITTED,
                    VERIFICATION,
                    APPROVED,
                    ACTIVATION,
                    FORWARDED,
                    ISSUED ->
                    ROAD.indexOf(dossier.state());
        };
    }

    private static Optional<Instant> reachedAt(Dossier dossier, ApplicationState state) {
        return state == ApplicationState.DRAFT
                ? Optional.of(dossier.createdAt())
                : dossier.reachedAt(state);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
