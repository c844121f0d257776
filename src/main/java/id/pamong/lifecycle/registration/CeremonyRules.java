package id.pamong.lifecycle.registration;

import id.pamong.office.organization.LegalAnswers;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.PersonNumberCheck;
import id.pamong.office.organization.PersonNumbers;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.OpenQuestion;
import id.pamong.office.regulation.RegulationProfile;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the entries of the first run must look like; every finding at once. */
final class CeremonyRules {
    private static final int LONGEST = 150;
    private static final int SHORTEST_REASON = 20;

    private CeremonyRules() {}

    /** The address alone; the local government has rules of its own. */
    static List<Finding> checkAddress(String address) {
        return address(address).isPresent()
                ? List.of()
                : List.of(Finding.blocking("first-run.address", "address"));
    }

    /** https with a host and nothing after it; http on loopback only. */
    static Optional<URI> address(String written) {
        try {
            URI uri = new URI(written.replaceAll("/+$", ""));
            String host = uri.getHost();
            boolean loopback = "localhost".equals(host) || "127.0.0.1".equals(host);
            boolean plain = "http".equals(uri.getScheme()) && loopback;
            boolean fits =
                    host != null
                            && written.length() <= LONGEST
                            && ("https".equals(uri.getScheme()) || plain)
                            && (uri.getPath() == null || uri.getPath().isEmpty())
                            && uri.getUserInfo() == null
                            && uri.getQuery() == null
                            && uri.getFragment() == null;
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The question whether civil servants besides PNS may apply, where the regulation is open. */
    static Optional<OpenQuestion> openQuestion(RegulationProfile profile) {
        return profile.openQuestions().stream()
                .filter(open -> open.setting().key().equals("users.asnScope"))
                .findFirst();
    }

    /** The answer to it, where one is given; empty where the regulation or the entry leaves it. */
    static Optional<LegalAnswers.NewAnswer> answer(
            GovernmentEntry entry, RegulationProfile profile) {
        return openQuestion(profile)
                .filter(open -> !entry.asnScope().equals(open.setting().text()))
                .map(open ->
                        new LegalAnswers.NewAnswer(
                                open.setting().key(),
                                entry.asnScope(),
                                entry.asnReason(),
                                entry.asnBy()));
    }

    /** What is wrong with the answer, at the fields of the first step. */
    static List<Finding> checkAnswer(GovernmentEntry entry, RegulationProfile profile) {
        return answer(entry, profile).stream()
                .flatMap(given ->
                        LegalAnswers.check(openQuestion(profile).orElseThrow(), given).stream())
                .map(found ->
                        new Finding(
                                found.code(),
                                found.severity(),
                                switch (found.field()) {
                                    case "reason" -> "asnReason";
                                    case "by" -> "asnBy";
                                    case null, default -> "asnScope";
                                },
                                found.arguments(),
                                profile.setting("users.asnScope").citations()))
                .toList();
    }

    static List<Finding> check(StandingEntry entry, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        switch (entry.standing()) {
            case RECOGNISED ->
                    findings.add(Finding.blocking("first-run.standing-recognised", "standing"));
            case INTERNAL -> {
                text(findings, "number", entry.number(), LONGEST);
                day(findings, "decidedOn", entry.decidedOn(), today);
                reason(findings, "reason", entry.reason());
            }
            case TRIAL -> {}
        }
        return findings;
    }

    static List<Finding> check(
            OfficeEntry entry,
            LocalGovernment government,
            RegulationProfile profile,
            PersonNumberCheck numbers,
            LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        text(findings, "agencyCode", entry.agencyCode(), 40);
        text(findings, "agencyName", entry.agencyName(), LONGEST);
        text(findings, "headPost", entry.headPost(), 200);
        Set<String> niks = new HashSet<>();
        Set<String> nips = new HashSet<>();
        Set<String> emails = new HashSet<>();
        for (OfficeEntry.Member member : entry.members()) {
            member(findings, member, government, profile, numbers, today);
            once(findings, niks, digits(member.nik()), member.field() + "-nik");
            once(findings, nips, digits(member.nip()), member.field() + "-nip");
            once(findings, emails, member.email(), member.field() + "-officialEmail");
        }
        List<Finding> mandates = new ArrayList<>();
        text(mandates, "appointmentNumber", entry.appointmentNumber(), LONGEST);
        day(mandates, "appointmentOn", entry.appointmentOn(), today);
        text(mandates, "agreementNumber", entry.agreementNumber(), LONGEST);
        day(mandates, "agreementOn", entry.agreementOn(), today);
        List<Citation> clauses = profile.clausesOfCommand(Ceremony.COMMAND);
        mandates.forEach(found -> findings.add(found.citing(clauses)));
        return findings;
    }

    private static void member(
            List<Finding> findings,
            OfficeEntry.Member member,
            LocalGovernment government,
            RegulationProfile profile,
            PersonNumberCheck numbers,
            LocalDate today) {
        String at = member.field() + "-";
        text(findings, at + "name", member.name(), LONGEST);
        text(findings, at + "post", member.post(), 200);
        text(findings, at + "decree", member.decree(), LONGEST);
        day(findings, at + "decreedOn", member.decreedOn(), today);
        longest(findings, at + "titleBefore", member.titleBefore(), 60);
        longest(findings, at + "titleAfter", member.titleAfter(), 60);
        longest(findings, at + "rank", member.rank(), 60);
        if (member.email().isEmpty()) {
            findings.add(Finding.blocking("organization.missing", at + "officialEmail"));
        }
        boolean officer = member.as() == Appointment.Post.OFFICER;
        if (officer && !profile.setting("ra.operatorClass").values().contains(code(member))) {
            findings.add(
                    Finding.blocking(
                                    "first-run.operator-class",
                                    at + "employmentClass",
                                    String.join(", ", profile.setting("ra.operatorClass").values()))
                            .citing(profile.setting("ra.operatorClass").citations()));
        }
        for (Finding found :
                numbers.check(
                        government,
                        new PersonNumbers(
                                member.employmentClass(),
                                member.nik(),
                                member.nip(),
                                member.email()))) {
            findings.add(
                    new Finding(
                            found.code(),
                            found.severity(),
                            found.field() == null ? at + "nik" : at + found.field(),
                            found.arguments(),
                            found.citations()));
        }
    }

    /** How the regulation's file names a class. */
    private static String code(OfficeEntry.Member member) {
        return switch (member.employmentClass()) {
            case HEAD_OF_REGION -> "KDH";
            case DEPUTY_HEAD_OF_REGION -> "WKDH";
            case PNS -> "PNS";
            case CPNS -> "CPNS";
            case PPPK -> "PPPK";
            case PPPK_PART_TIME -> "PPPK_PART_TIME";
            case OTHER -> "OTHER";
        };
    }

    private static String digits(String number) {
        return number.replaceAll("[\\s.]", "");
    }

    private static void once(List<Finding> findings, Set<String> seen, String value, String field) {
        if (!value.isEmpty() && !seen.add(value)) {
            findings.add(Finding.blocking("first-run.three-people", field));
        }
    }

    private static void text(List<Finding> findings, String field, String value, int most) {
        if (value.isBlank()) {
            findings.add(Finding.blocking("organization.missing", field));
        } else {
            longest(findings, field, value, most);
        }
    }

    private static void longest(List<Finding> findings, String field, String value, int most) {
        if (value.length() > most) {
            findings.add(Finding.blocking("organization.too-long", field, most));
        }
    }

    private static void reason(List<Finding> findings, String field, String value) {
        if (value.strip().length() < SHORTEST_REASON) {
            findings.add(Finding.blocking("first-run.reason", field, SHORTEST_REASON));
        } else {
            longest(findings, field, value, 1000);
        }
    }

    private static void day(
            List<Finding> findings, String field, @Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            findings.add(Finding.blocking("first-run.date", field));
        } else if (day.isAfter(today)) {
            findings.add(Finding.blocking("first-run.date-ahead", field));
        }
    }
}
