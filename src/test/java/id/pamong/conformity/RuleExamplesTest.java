package id.pamong.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.TestRegulations;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every rule of the house by its own two examples, its clauses and its words. */
class RuleExamplesTest {

    @TestFactory
    Stream<DynamicTest> every_rule_accepts_its_good_example_and_objects_to_its_bad_one() {
        return rules().stream().map(rule -> dynamicTest(rule.id().value(), () -> examples(rule)));
    }

    @TestFactory
    Stream<DynamicTest> every_finding_of_a_bad_example_has_its_sentence_in_both_languages()
            throws IOException {
        Properties indonesian = messages("id");
        Properties english = messages("en");
        return rules().stream()
                .map(rule ->
                        dynamicTest(
                                rule.id().value(),
                                () ->
                                        findings(rule).stream()
                                                .map(finding -> "finding." + finding.code())
                                                .forEach(key -> {
                                                    said(indonesian, key);
                                                    said(english, key);
                                                })));
    }

    @TestFactory
    Stream<DynamicTest> every_regulation_binds_every_rule_to_a_clause() {
        return TestRegulations.all().stream()
                .flatMap(profile ->
                        rules().stream()
                                .map(rule ->
                                        dynamicTest(
                                                profile.code() + " " + rule.id(),
                                                () -> bound(profile, rule))));
    }

    private static void said(Properties messages, String key) {
        assertThat(messages.getProperty(key)).as(key).isNotBlank();
    }

    private static void bound(RegulationProfile profile, Rule<?> rule) {
        assertThat(profile.clausesOf(rule.id())).isNotEmpty();
    }

    private static <T> void examples(Rule<T> rule) {
        assertThat(rule.check(rule.goodExample())).isEmpty();
        assertThat(rule.check(rule.badExample())).isNotEmpty();
    }

    private static <T> List<Finding> findings(Rule<T> rule) {
        return rule.check(rule.badExample());
    }

    private static List<Rule<?>> rules() {
        ClassPathScanningCandidateComponentProvider scanner =
                new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Rule.class));
        return scanner.findCandidateComponents("id.pamong").stream()
                .<Rule<?>>map(found -> make(found.getBeanClassName()))
                .toList();
    }

    private static Rule<?> make(String name) {
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Rule<?>) constructor.newInstance();
        } catch (ReflectiveOperationException notPlain) {
            throw new LinkageError(name + " is a rule that needs more than its subject", notPlain);
        }
    }

    private static Properties messages(String language) throws IOException {
        Properties all = new Properties();
        for (Resource file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:messages/*_" + language + ".properties")) {
            all.load(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
        }
        return all;
    }
}
