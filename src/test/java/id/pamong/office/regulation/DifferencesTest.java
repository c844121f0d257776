package id.pamong.office.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The two regulations held against the table of their 42 differences. */
class DifferencesTest {
    private final RegulationProfile madiun = TestRegulations.madiun();
    private final RegulationProfile cianjur = TestRegulations.cianjur();

    /** A line of the table. */
    private record Row(int number, String key, List<String> madiun, List<String> cianjur) {}

    @Test
    void the_table_has_all_42_differences() throws IOException {
        assertThat(rows().stream().map(Row::number).distinct().toList())
                .isEqualTo(IntStream.rangeClosed(1, 42).boxed().toList());
    }

    @TestFactory
    Stream<DynamicTest> each_key_stands_in_both_files_with_the_value_of_the_table()
            throws IOException {
        return rows().stream()
                .map(row ->
                        dynamicTest(
                                row.number() + " " + row.key(),
                                () -> {
                                    assertThat(values(madiun, row.key())).isEqualTo(row.madiun());
                                    assertThat(values(cianjur, row.key())).isEqualTo(row.cianjur());
                                }));
    }

    @TestFactory
    Stream<DynamicTest> what_one_regulation_only_allows_or_recommends_does_not_claim_to_be_law() {
        return Stream.of(madiun, cianjur)
                .flatMap(profile -> profile.settings().values().stream())
                .filter(setting -> setting.values().equals(List.of("recommended")))
                .map(setting ->
                        dynamicTest(
                                setting.key(),
                                () ->
                                        assertThat(setting.source())
                                                .isEqualTo(SettingSource.DEFAULT)));
    }

    @Test
    void what_rests_on_the_law_names_its_clause_and_every_setting_its_reason() {
        Stream.of(madiun, cianjur)
                .flatMap(profile -> profile.settings().values().stream())
                .forEach(setting -> {
                    assertThat(setting.reason().indonesian()).as(setting.key()).isNotBlank();
                    assertThat(setting.reason().english()).as(setting.key()).isNotBlank();
                    if (setting.source() == SettingSource.LAW
                            && !setting.key().equals("reg.legalBases")) {
                        assertThat(setting.citations()).as(setting.key()).isNotEmpty();
                    }
                });
    }

    @Test
    void madiun_leaves_open_who_of_the_civil_servants_may_apply_and_cianjur_does_not() {
        assertThat(open(madiun)).contains("users.asnScope").contains("coverLetter.giver.secretary");
        assertThat(open(cianjur))
                .doesNotContain("users.asnScope")
                .contains("recommendation.giver.headOfRegion");
        assertThat(madiun.openQuestions().getFirst().answers()).containsExactly("PNS_ONLY", "ASN");
    }

    private static List<String> open(RegulationProfile profile) {
        return profile.openQuestions().stream().map(open -> open.setting().key()).toList();
    }

    private static List<String> values(RegulationProfile profile, String key) {
        if (key.startsWith("checklist.") && !key.equals("checklist.coverLetter.giver")) {
            CertificateType type = CertificateType.valueOf(key.substring("checklist.".length()));
            return profile.checklist(type).stream()
                    .map(item -> item.clause().id().substring(profile.code().length() + 1))
                    .distinct()
                    .toList();
        }
        return profile.setting(key).values();
    }

    private static List<Row> rows() throws IOException {
        try (InputStream table =
                Objects.requireNonNull(
                        DifferencesTest.class.getResourceAsStream("/differences.table"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(DifferencesTest::row)
                    .toList();
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("[|]", -1);
        String[] name = cells[0].strip().split(" ", -1);
        List<String> madiun = list(cells[1]);
        return new Row(
                Integer.parseInt(name[0]),
                name[1],
                madiun,
                cells[2].strip().equals("=") ? madiun : list(cells[2]));
    }

    private static List<String> list(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(", "));
    }
}
