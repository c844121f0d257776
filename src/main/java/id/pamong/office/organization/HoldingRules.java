package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may hold a post beside whom; pure.
 *
 * <p>A daily executor (Plh.) stands in for someone who is away and so beside any holder; an acting
 * one (Plt.) stands for a vacant post, so that one beside a holder is unusual and has to be meant;
 * a penjabat (Pj.) fills a vacant post, and two of the same right exclude each other (UU 30/2014
 * Pasal 14).
 */
final class HoldingRules {
    static final int DECREE = 100;

    private HoldingRules() {}

    /** How two holdings of one post on the same day go together. */
    enum Beside {
        FINE,
        UNUSUAL,
        IMPOSSIBLE
    }

    /**
     * Everything wrong at once.
     *
     * @param others holdings of the same post, without those that end for this one
     * @param own other posts of the person
     */
    static List<Finding> check(
            NewHolding it, List<PostHolding> others, List<PostHolding> own, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        decree(findings, it.decree(), "decree");
        LocalDate until = it.until();
        if (until != null && until.isBefore(it.from())) {
            findings.add(Finding.blocking("organization.ends-before-begin", "until"));
            return findings;
        }
        if (it.decreeOn().isAfter(today)) {
            findings.add(Finding.blocking("organization.decree-in-future", "decreeOn"));
        }
        for (PostHolding other : others) {
            if (!other.overlaps(it.from(), until)) {
                continue;
            }
            if (other.person().equals(it.person())) {
                findings.add(Finding.blocking("organization.holds-already", "person"));
                continue;
            }
            switch (beside(it.kind(), other.kind())) {
                case FINE -> {}
                case UNUSUAL ->
                        findings.add(
                                meant(
                                        it,
                                        "organization.acting-beside",
                                        "kind",
                                        other.signatureTitle()));
                case IMPOSSIBLE ->
                        findings.add(
                                Finding.blocking(
                                        "organization.held-by-another",
                                        "from",
                                        other.signatureTitle(),
                                        other.from(),
                                        other.kind().name()));
            }
        }
        if (it.kind() == HeadshipKind.DEFINITIVE) {
            own.stream()
                    .filter(held -> held.kind() == HeadshipKind.DEFINITIVE)
                    .filter(held -> !held.post().id().equals(it.post()))
                    .filter(held -> held.overlaps(it.from(), until))
                    .forEach(held ->
                            findings.add(
                                    meant(it, "organization.two-posts", "person", held.title())));
        }
        return List.copyOf(findings);
    }

    /** Blocks until it is confirmed. */
    private static Finding meant(NewHolding it, String code, String field, String title) {
        return it.confirmed()
                ? Finding.soft(code, field, title)
                : Finding.blocking(code, field, title);
    }

    /** Both orders give the same. */
    static Beside beside(HeadshipKind one, HeadshipKind other) {
        if (one == other) {
            return Beside.IMPOSSIBLE;
        }
        if (one == HeadshipKind.PLH || other == HeadshipKind.PLH) {
            return Beside.FINE;
        }
        return one == HeadshipKind.PLT || other == HeadshipKind.PLT
                ? Beside.UNUSUAL
                : Beside.IMPOSSIBLE;
    }

    /** What ends the day before, if whoever is in the way is to end. */
    static boolean givesWay(NewHolding it, PostHolding other) {
        return it.endsEarlier()
                && other.from().isBefore(it.from())
                && other.overlaps(it.from(), it.until())
                && (other.person().equals(it.person())
                        || beside(it.kind(), other.kind()) != Beside.FINE);
    }

    static void decree(List<Finding> findings, String decree, String field) {
        if (decree.isBlank() || decree.length() > DECREE) {
            findings.add(Finding.blocking("organization.decree", field, DECREE));
        }
    }
}
