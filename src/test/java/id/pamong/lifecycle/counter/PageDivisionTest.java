package id.pamong.lifecycle.counter;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.counter.PageDivision.Range;
import id.pamong.lifecycle.counter.PageDivision.Typed;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDivisionTest {
    private static final List<String> ITEMS = List.of("A", "B");

    @Test
    void every_page_of_the_scan_goes_to_one_paper_or_is_blank() {
        PageDivision.Result division =
                PageDivision.read(
                        7,
                        ITEMS,
                        Map.of("A", new Typed("2", "3"), "B", new Typed("4", "4")),
                        "1; 5-7");

        assertThat(division.findings()).isEmpty();
        assertThat(division.ranges())
                .containsEntry("A", new Range(2, 3))
                .containsEntry("B", new Range(4, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "1,2, 3,7, '',      ",
        "1,2, '','', 3-7,   counter.range-missing",
        "1,2, 3,'', 4-7,    counter.range-form",
        "1,dua, 3,7, '',    counter.range-form",
        "1,2, 7,3, '',      counter.range-order",
        "1,2, 3,8, '',      counter.range-outside",
        "0,2, 3,7, '',      counter.range-outside",
        "1,3, 3,7, '',      counter.range-overlap",
        "1,2, 3,7, 2,       counter.range-overlap",
        "1,2, 3,6, '',      counter.pages-left",
        "1,2, 3,6, 9,       counter.range-outside",
        "1,2, 3,6, x,       counter.range-form",
        "1,2, 3,6, 7-5,     counter.range-order",
        "1,99999999999, 3,7, '', counter.range-form"
    })
    void a_bad_range_is_named(
            String aFrom, String aTo, String bFrom, String bTo, String blank, String code) {
        PageDivision.Result division =
                PageDivision.read(
                        7,
                        ITEMS,
                        Map.of("A", new Typed(aFrom, aTo), "B", new Typed(bFrom, bTo)),
                        blank);

        assertThat(division.findings())
                .extracting(Finding::code)
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void all_findings_come_at_once() {
        PageDivision.Result division =
                PageDivision.read(
                        7, ITEMS, Map.of("A", new Typed("3", "1"), "B", new Typed("9", "9")), "x");

        assertThat(division.findings())
                .extracting(Finding::code)
                .containsExactly(
                        "counter.range-order", "counter.range-outside", "counter.range-form");
    }
}
