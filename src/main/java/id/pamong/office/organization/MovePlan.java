package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the file of a decree would do: each line judged by itself, changing nothing. */
@Component
class MovePlan {
    private final AgencyPeople agencyPeople;
    private final People people;
    private final PersonRows persons;
    private final ServiceEndRows ends;
    private final LocalGovernments governments;
    private final Clock clock;

    MovePlan(
            AgencyPeople agencyPeople,
            People people,
            PersonRows persons,
            ServiceEndRows ends,
            LocalGovernments governments,
            Clock clock) {
        this.agencyPeople = agencyPeople;
        this.people = people;
        this.persons = persons;
        this.ends = ends;
        this.governments = governments;
        this.clock = clock;
    }

    /** In the open transaction; every line of the file, in its order. */
    List<MoveLine> of(LocalGovernmentId government, MoveFile file) {
        Map<String, AgencyId> agencies = new HashMap<>();
        for (Agency agency : people.agencies(government)) {
            agencies.put(key(agency.name()), agency.id());
            agencies.put(key(agency.code()), agency.id());
        }
        LocalDate today = governments.get(government).dateAt(clock.instant());
        Set<PersonId> seen = new HashSet<>();
        List<MoveLine> lines = new ArrayList<>();
        for (MoveFile.Line line : file.lines()) {
            @Nullable PersonId person =
                    line.nip().damage().isEmpty() && !line.nip().digits().isEmpty()
                            ? agencyPeople
                                    .byNip(government, line.nip().digits())
                                    .map(ListedPerson::id)
                                    .orElse(null)
                            : null;
            @Nullable AgencyId agency = agencies.get(key(line.agency()));
            String post = line.post().strip();
            lines.add(
                    new MoveLine(
                            line.number(),
                            person,
                            agency,
                            post.length() > TransferRules.LONGEST_POST
                                    ? post.substring(0, TransferRules.LONGEST_POST)
                                    : post,
                            problem(government, line, person, agency, seen, today),
                            false));
        }
        return lines;
    }

    /** The first thing against a line, as a code; empty when it can move. */
    private String problem(
            LocalGovernmentId government,
            MoveFile.Line line,
            @Nullable PersonId person,
            @Nullable AgencyId agency,
            Set<PersonId> seen,
            LocalDate today) {
        String post = line.post().strip();
        if (line.nip().damage().isPresent()) {
            return "number-damaged";
        }
        if (person == null) {
            return "person-unknown";
        }
        if (agency == null) {
            return "agency-unknown";
        }
        if (post.isEmpty() || post.length() > TransferRules.LONGEST_POST) {
            return "post";
        }
        if (!seen.add(person)) {
            return "twice";
        }
        Person now = persons.byId(government, person, today).orElseThrow();
        if (!now.inService()) {
            return "not-in-service";
        }
        if (ends.ahead(person).isPresent()) {
            return "leaves-on";
        }
        return now.agency().equals(agency) && now.post().equals(post) ? "nothing-changes" : "";
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
