package id.pamong.lifecycle.counter;

import id.pamong.office.regulation.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of a scan are which paper; pure. Every page belongs to exactly one paper or is said
 * to be blank, and every paper that was received has pages.
 */
final class PageDivision {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private PageDivision() {}

    /** Two page numbers as typed. */
    record Typed(String from, String to) {}

    /** Pages from the first to the last, counted from 1. */
    record Range(int first, int last) {}

    /** What came of it: the ranges by item, or every finding at once. */
    record Result(Map<String, Range> ranges, List<Finding> findings) {
        Result {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads and judges.
     *
     * @param pages of the scan
     * @param items received, in the order of the checklist
     * @param typed by item
     * @param blank pages that belong to no paper, such as {@code 1, 7-8}
     */
    static Result read(int pages, List<String> items, Map<String, Typed> typed, String blank) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Range> ranges = new LinkedHashMap<>();
        Map<Integer, String> owners = new LinkedHashMap<>();
        for (String item : items) {
            Typed one = typed.getOrDefault(item, new Typed("", ""));
            String field = "pages-" + item;
            if (one.from().isEmpty() && one.to().isEmpty()) {
                findings.add(Finding.blocking("counter.range-missing", field));
                continue;
            }
            Range range = range(one, field, pages, findings);
            if (range != null) {
                ranges.put(item, range);
                take(range, field, owners, findings);
            }
        }
        for (String part : blank.split("[,;\\s]+", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            String[] ends = part.split("-", 2);
            Range range =
                    range(new Typed(ends[0], ends[ends.length - 1]), "blank", pages, findings);
            if (range != null) {
                take(range, "blank", owners, findings);
            }
        }
        if (findings.isEmpty()) {
            TreeSet<Integer> left = new TreeSet<>();
            for (int page = 1; page <= pages; page++) {
                if (!owners.containsKey(page)) {
                    left.add(page);
                }
            }
            if (!left.isEmpty()) {
                findings.add(Finding.blocking("counter.pages-left", "blank", list(left)));
            }
        }
        return new Result(ranges, findings);
    }

    private static @Nullable Range range(
            Typed typed, String field, int pages, List<Finding> findings) {
        if (!NUMBER.matcher(typed.from()).matches() || !NUMBER.matcher(typed.to()).matches()) {
            findings.add(Finding.blocking("counter.range-form", field));
            return null;
        }
        Range range = new Range(Integer.parseInt(typed.from()), Integer.parseInt(typed.to()));
        if (range.first() > range.last()) {
            findings.add(Finding.blocking("counter.range-order", field));
            return null;
        }
        if (range.first() < 1 || range.last() > pages) {
            findings.add(Finding.blocking("counter.range-outside", field, pages));
            return null;
        }
        return range;
    }

    private static void take(
            Range range, String field, Map<Integer, String> owners, List<Finding> findings) {
        TreeSet<Integer> twice = new TreeSet<>();
        for (int page = range.first(); page <= range.last(); page++) {
            if (owners.putIfAbsent(page, field) != null) {
                twice.add(page);
            }
        }
        if (!twice.isEmpty()) {
            findings.add(Finding.blocking("counter.range-overlap", field, list(twice)));
        }
    }

    private static String list(SortedSet<Integer> pages) {
        return pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
