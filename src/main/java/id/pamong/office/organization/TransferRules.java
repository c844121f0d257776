package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a transfer must look like; pure. */
final class TransferRules {
    private static final int LONGEST_POST = 200;
    private static final int LONGEST_DECREE = 80;
    private static final int YEARS_AHEAD = 1;

    private TransferRules() {}

    static List<Finding> check(
            Person before,
            AgencyId agency,
            String post,
            LocalDate from,
            DataUpdate.Source.Hand source,
            Optional<LocalDate> openSince,
            LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (post.isBlank() || post.strip().length() > LONGEST_POST) {
            findings.add(Finding.blocking("transfer.post", "post", LONGEST_POST));
        }
        if (before.agency().equals(agency) && before.post().equals(post.strip())) {
            findings.add(Finding.blocking("transfer.nothing-changes", "post"));
        }
        if (openSince.isPresent() && from.isBefore(openSince.get())) {
            findings.add(
                    Finding.blocking("transfer.before-post", "from", openSince.get().toString()));
        }
        if (from.isAfter(today.plusYears(YEARS_AHEAD))) {
            findings.add(Finding.blocking("transfer.too-far", "from"));
        }
        String decree = source.decree().strip();
        if (decree.isEmpty() || decree.length() > LONGEST_DECREE) {
            findings.add(Finding.blocking("transfer.decree", "decree", LONGEST_DECREE));
        }
        if (source.decreeOn().isAfter(today)) {
            findings.add(Finding.blocking("transfer.decree-on", "decreeOn"));
        }
        return findings;
    }
}
