package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a transfer must look like; pure. */
final class TransferRules {
    static final int LONGEST_POST = 200;
    static final int LONGEST_DECREE = 80;
    static final int YEARS_AHEAD = 1;
    private static final int LONGEST_TITLES = 60;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;

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
        if (before.inService()
                && before.agency().equals(agency)
                && before.post().equals(post.strip())) {
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

    /** What the end of a service must look like; the reason is needed where no kind says it. */
    static List<Finding> checkEnd(ServiceEnd end, Optional<LocalDate> openSince, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (openSince.isEmpty()) {
            findings.add(Finding.blocking("leave.not-in-service", "lastDay"));
        }
        if (openSince.isPresent() && end.lastDay().isBefore(openSince.get())) {
            findings.add(
                    Finding.blocking("leave.before-post", "lastDay", openSince.get().toString()));
        }
        if (end.lastDay().isAfter(today.plusYears(YEARS_AHEAD))) {
            findings.add(Finding.blocking("leave.too-far", "lastDay"));
        }
        if (end.kind() == ServiceEnd.Kind.DEATH && end.lastDay().isAfter(today)) {
            findings.add(Finding.blocking("leave.death-ahead", "lastDay"));
        }
        String decree = end.decree().strip();
        if (decree.isEmpty() || decree.length() > LONGEST_DECREE) {
            findings.add(Finding.blocking("leave.decree", "endDecree", LONGEST_DECREE));
        }
        if (end.decreeOn().isAfter(today)) {
            findings.add(Finding.blocking("leave.decree-on", "endDecreeOn"));
        }
        if (isNoReason(end.reason())) {
            findings.add(Finding.blocking("leave.reason", "endReason", LONGEST_REASON));
        }
        return findings;
    }

    static List<Finding> checkName(String before, String name, String after, String reason) {
        List<Finding> findings = new ArrayList<>();
        if (!name.strip().matches("[\\p{L}\\p{M}'’`.,()/ -]{1,150}")
                || !name.matches(".*\\p{L}.*")) {
            findings.add(Finding.blocking("rename.name", "name"));
        }
        if (before.length() > LONGEST_TITLES || after.length() > LONGEST_TITLES) {
            findings.add(Finding.blocking("rename.titles", "before", LONGEST_TITLES));
        }
        if (isNoReason(reason)) {
            findings.add(Finding.blocking("rename.reason", "reason", LONGEST_REASON));
        }
        return findings;
    }

    /** Too short, too long, or with a number or address of a person in it. */
    private static boolean isNoReason(String reason) {
        int length = reason.strip().length();
        boolean personal = reason.contains("@") || reason.matches("(?s).*(?:[0-9][ .]?){16,}.*");
        return length < SHORTEST_REASON || length > LONGEST_REASON || personal;
    }
}
