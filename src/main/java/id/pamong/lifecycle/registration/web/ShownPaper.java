package id.pamong.lifecycle.registration.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A paper beside the checks.
 *
 * @param title as the checklist names it
 * @param remark number, date and giver of a letter; empty for other papers
 * @param right by which a letter was given, as registered; empty for other papers
 * @param scan whether it was given on paper
 * @param open whether the officer may see it now
 */
public record ShownPaper(
        UUID file,
        String title,
        String remark,
        String right,
        boolean scan,
        int pages,
        boolean open) {
    /** Numbers of its pages, from 1. */
    public List<Integer> pageNumbers() {
        return IntStream.rangeClosed(1, Math.max(1, pages)).boxed().toList();
    }

    @Override
    public String toString() {
        return "ShownPaper[" + file + "]";
    }
}
