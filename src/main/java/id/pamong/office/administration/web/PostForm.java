package id.pamong.office.administration.web;

import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.NewMandate;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PostId;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms about posts as typed; what cannot be read is a finding and stays as it is. */
final class PostForm {
    private static final DateTimeFormatter BY_DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int CANDIDATES = 10;
    private static final int DECREE = 100;
    private static final int SCOPE = 500;

    private final SubmittedForm form;
    private final List<Finding> findings = new ArrayList<>();

    PostForm(SubmittedForm form) {
        this.form = form;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** People who may be meant; more than one only when none was chosen among them. */
    List<Person> candidates(People people, LocalGovernment government) {
        Optional<Person> chosen =
                Ids.find(form.text("chosen"))
                        .map(PersonId::new)
                        .flatMap(one -> people.byId(government.id(), one));
        if (chosen.isPresent()) {
            return chosen.stream().toList();
        }
        String typed = form.text("person");
        return typed.isEmpty() || typed.length() > 100
                ? List.of()
                : people.search(government.id(), typed, null, null, CANDIDATES);
    }

    /** Empty with findings when it cannot be one. */
    Optional<NewHolding> holding(PostId post, List<Person> candidates) {
        if (candidates.isEmpty()) {
            findings.add(Finding.blocking("organization.person-not-found", "person"));
        } else if (candidates.size() > 1) {
            findings.add(Finding.blocking("organization.person-choose", "person"));
        }
        Optional<HeadshipKind> kind =
                Arrays.stream(HeadshipKind.values())
                        .filter(one -> one.name().equals(form.text("kind")))
                        .findFirst();
        if (kind.isEmpty()) {
            findings.add(Finding.blocking("organization.kind-missing", "kind"));
        }
        needed("decree", "organization.decree", DECREE);
        @Nullable LocalDate decreeOn = date("decreeOn", true);
        @Nullable LocalDate from = date("from", true);
        @Nullable LocalDate until = date("until", false);
        return decreeOn == null || from == null || kind.isEmpty() || !findings.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new NewHolding(
                                post,
                                candidates.getFirst().id(),
                                kind.get(),
                                form.text("decree"),
                                decreeOn,
                                from,
                                until,
                                form.has("endsEarlier"),
                                form.has("confirmed")));
    }

    /** Empty with findings when it cannot be one. */
    Optional<NewMandate> mandate(PostId to) {
        Optional<PostId> of = Ids.find(form.text("of")).map(PostId::new);
        if (of.isEmpty()) {
            findings.add(Finding.blocking("organization.mandate-of", "of"));
        }
        needed("scope", "organization.mandate-scope", SCOPE);
        needed("mandateDecree", "organization.decree", DECREE);
        @Nullable LocalDate decreeOn = date("mandateDecreeOn", true);
        @Nullable LocalDate from = date("mandateFrom", true);
        @Nullable LocalDate until = date("mandateUntil", false);
        return decreeOn == null || from == null || of.isEmpty() || !findings.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new NewMandate(
                                of.get(),
                                Ids.find(form.text("through")).map(PostId::new).orElse(null),
                                to,
                                form.text("scope"),
                                form.text("mandateDecree"),
                                decreeOn,
                                from,
                                until));
    }

    private void needed(String field, String code, int most) {
        if (form.text(field).isEmpty()) {
            findings.add(Finding.blocking(code, field, most));
        }
    }

    /** Null, with a finding where it is needed, when it is no date. */
    @Nullable LocalDate date(String field, boolean needed) {
        String text = form.text(field);
        if (text.isEmpty() && !needed) {
            return null;
        }
        try {
            return text.indexOf('/') > 0 ? LocalDate.parse(text, BY_DAY) : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            findings.add(Finding.blocking("organization.date", field));
            return null;
        }
    }
}
