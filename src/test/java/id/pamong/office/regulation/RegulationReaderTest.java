package id.pamong.office.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RegulationReaderTest {
    private static final String NAME = "regulations/madiun-30-2019.yaml";
    private final byte[] file = Regulations.files().get(NAME);
    private final RegulationProfile madiun = new RegulationReader(NAME, file).readKept();
    private final Set<RuleId> rules = madiun.rules().keySet();

    @Test
    void madiun_has_all_its_125_clauses_each_with_a_summary_in_both_languages() {
        assertThat(madiun.clauses()).hasSize(125);
        assertThat(madiun.clauses().values())
                .allSatisfy(clause -> {
                    assertThat(clause.summary().indonesian()).hasSizeGreaterThan(10);
                    assertThat(clause.summary().english()).hasSizeGreaterThan(10);
                    assertThat(clause.printedRef()).startsWith("Pasal ");
                });
    }

    @Test
    void cianjur_has_all_its_141_clauses_and_answers_every_key_of_the_catalogue() {
        String name = "regulations/cianjur-18-2018.yaml";
        RegulationProfile cianjur =
                new RegulationReader(name, Regulations.files().get(name)).read(rules);
        assertThat(cianjur.clauses()).hasSize(141);
        assertThat(cianjur.clauses().values())
                .allSatisfy(clause -> {
                    assertThat(clause.summary().indonesian()).hasSizeGreaterThan(10);
                    assertThat(clause.summary().english()).hasSizeGreaterThan(10);
                    assertThat(clause.printedRef()).startsWith("Pasal ");
                });
        assertThat(cianjur.settings().keySet()).isEqualTo(SettingKey.CATALOGUE.keySet());
        assertThat(cianjur.rules().keySet()).isEqualTo(rules);
        assertThat(cianjur.commands().keySet()).isEqualTo(madiun.commands().keySet());
        assertThat(cianjur.screens().keySet()).isEqualTo(madiun.screens().keySet());
    }

    @Test
    void each_type_of_certificate_has_the_items_of_its_paragraph_by_their_printed_letters() {
        for (RegulationProfile profile : TestRegulations.all()) {
            assertThat(places(profile, CertificateType.INDIVIDUAL)).hasSize(4);
            assertThat(places(profile, CertificateType.POSITION)).hasSize(5);
            assertThat(places(profile, CertificateType.SYSTEM)).hasSize(4);
        }
        assertThat(places(TestRegulations.cianjur(), CertificateType.POSITION))
                .containsExactly(
                        "Pasal 11 ayat (4) huruf a",
                        "Pasal 11 ayat (4) huruf b",
                        "Pasal 11 ayat (4) huruf c",
                        "Pasal 11 ayat (4) huruf e",
                        "Pasal 11 ayat (4) huruf f");
        assertThat(places(madiun, CertificateType.SYSTEM))
                .containsExactly(
                        "Pasal 10 ayat (5) huruf c (yang pertama)",
                        "Pasal 10 ayat (5) huruf d (yang pertama)",
                        "Pasal 10 ayat (5) huruf c (yang kedua)",
                        "Pasal 10 ayat (5) huruf d (yang kedua)");
    }

    private static List<String> places(RegulationProfile profile, CertificateType type) {
        return profile.checklist(type).stream()
                .map(item -> item.clause().printedRef())
                .distinct()
                .toList();
    }

    @Test
    void a_printing_fault_keeps_its_printed_place_beside_the_normalised_id() {
        assertThat(madiun.clause("MDN-10(5)a").printedRef())
                .isEqualTo("Pasal 10 ayat (5) huruf c (yang pertama)");
        RegulationProfile cianjur = TestRegulations.cianjur();
        assertThat(cianjur.findClause("CJR-11(4)d")).isEmpty();
        Words skipped = cianjur.clause("CJR-11(4)e").printing();
        assertThat(skipped).isNotNull();
        assertThat(skipped.english()).contains("Letter d is not printed");
        assertThat(cianjur.clause("CJR-9(1)a").printing())
                .extracting(Words::indonesian)
                .asString()
                .contains("yang dimaksud Pasal 8 ayat (2)");
        assertThat(cianjur.clause("CJR-9(2)").printing()).isNull();
    }

    @Test
    void every_key_of_the_catalogue_is_answered() {
        RegulationProfile strict = new RegulationReader(NAME, file).read(rules);
        assertThat(strict.settings().keySet()).isEqualTo(SettingKey.CATALOGUE.keySet());
        assertThat(strict.setting("users.asnScope").text()).isEqualTo("UNANSWERED");
        assertThat(strict.setting("paper.maximumMegabytes").number()).isEqualTo(20);
        assertThat(strict.setting("org.governorIsAddressee").flag()).isFalse();
    }

    @Test
    void the_hash_is_that_of_the_bytes() {
        assertThat(madiun.hash()).isEqualTo(RegulationReader.sha256(file));
        assertThat(changed("KOTA", "KABUPATEN").length).isPositive();
    }

    @Test
    void a_wrong_value_stops_with_file_line_and_reason() {
        assertThat(problemsOf(changed("value: UNANSWERED", "value: MAYBE")))
                .singleElement()
                .asString()
                .matches(NAME + ":\\d+: users.asnScope may be \\[ASN, PNS_ONLY, UNANSWERED].*");
        assertThat(problemsOf(changed("value: 2019-07-31", "value: 31 Juli 2019")))
                .anyMatch(problem -> problem.contains("reg.inForce is not a date"));
        assertThat(problemsOf(changed("value: PD_LEADER", "value: [PD_LEADER]")))
                .anyMatch(problem -> problem.contains("checklist.coverLetter.giver is one value"));
        assertThat(problemsOf(changed("value: 200", "value: 2000")))
                .anyMatch(problem ->
                        problem.contains("letter.maximumMegabytes is from 1 to 200, not 2000"));
        assertThat(problemsOf(changed("value: perwal-30-2019", "value: perwal-31-2019")))
                .anyMatch(problem -> problem.contains("but the file is about perwal-30-2019"));
    }

    @Test
    void all_problems_are_named_at_once() {
        String text =
                text().replace("key: plan.years", "key: plan.yeers")
                        .replace("value: 200", "value: many")
                        .replace("- id: \"1.2\"", "- id: \"1.1\"")
                        .replace("force: P", "force: X");
        assertThat(problemsOf(text.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(problem -> problem.contains("setting plan.yeers is not known"))
                .anyMatch(problem -> problem.contains("plan.years is missing"))
                .anyMatch(problem -> problem.contains("letter.maximumMegabytes is not a number"))
                .anyMatch(problem -> problem.contains("clause MDN-1.1 stands twice"))
                .anyMatch(problem -> problem.contains("force is one of"))
                .allMatch(problem -> problem.matches(NAME + ":\\d+: .*"));
    }

    @Test
    void a_clause_without_a_summary_is_refused() {
        assertThat(
                        problemsOf(
                                text().replaceFirst("en: \"The area[^\\n]*", "en: \"\"")
                                        .getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .endsWith("en is missing or empty");
    }

    @Test
    void a_binding_to_an_unknown_rule_or_clause_is_refused() {
        Set<RuleId> fewer =
                rules.stream()
                        .filter(rule -> !rule.value().equals("subscriber.nik-age"))
                        .collect(Collectors.toUnmodifiableSet());
        assertThatThrownBy(() -> new RegulationReader(NAME, file).read(fewer))
                .isInstanceOf(InvalidRegulation.class)
                .hasMessageContaining("rule subscriber.nik-age is not known");
        assertThat(problemsOf(changed("clauses: [\"10(1)\"] }", "clauses: [\"10(9)\"] }")))
                .anyMatch(problem -> problem.endsWith("there is no clause MDN-10(9)"));
    }

    @Test
    void a_rule_that_is_not_bound_is_refused() {
        Set<RuleId> more =
                Map.of(RuleId.of("room.new-rule"), true).keySet().stream()
                        .collect(Collectors.toSet());
        more.addAll(rules);
        assertThatThrownBy(() -> new RegulationReader(NAME, file).read(more))
                .hasMessageContaining("room.new-rule is not bound");
    }

    @Test
    void what_is_not_yaml_is_refused_with_its_line() {
        assertThat(problemsOf("regulation:\n  id: [".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith(NAME + ":2: not YAML");
        assertThat(problemsOf(new byte[0])).containsExactly(NAME + ":1: the file is empty");
    }

    private java.util.List<String> problemsOf(byte[] bytes) {
        try {
            new RegulationReader(NAME, bytes).read(rules);
            return java.util.List.of();
        } catch (InvalidRegulation invalid) {
            return invalid.problems();
        }
    }

    private byte[] changed(String from, String to) {
        assertThat(text()).contains(from);
        return text().replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        return new String(file, StandardCharsets.UTF_8);
    }
}
