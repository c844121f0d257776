package id.pamong.testkit;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.RuleId;
import id.pamong.office.regulation.RuleObserver;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Watches which rules really ran in a test of a clause, accepting and refusing, and which commands
 * were allowed or refused, and keeps it for the conformity matrix.
 */
public class ConformityExtension implements BeforeEachCallback, AfterTestExecutionCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ConformityExtension.class);

    private static volatile @Nullable Seen current;

    /** What was seen in one test; {@code +rule} accepted, {@code -rule} refused. */
    private record Seen(Set<String> runs) {}

    /** Found by the service loader; does nothing outside tests of a clause. */
    public static final class Observer implements RuleObserver {
        @Override
        public void ran(RuleId rule, List<Finding> findings) {
            note(rule.value(), findings.isEmpty());
        }
    }

    static void note(String what, boolean accepted) {
        Seen seen = current;
        if (seen != null) {
            synchronized (seen) {
                seen.runs().add((accepted ? "+" : "-") + what);
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        for (String clause : clauses(context)) {
            if (Regulation.profileOf(clause).findClause(clause).isEmpty()) {
                throw new AssertionError("no regulation has the clause " + clause);
            }
        }
        current = new Seen(new TreeSet<>());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Seen seen = current;
        current = null;
        if (seen == null || context.getExecutionException().isPresent()) {
            return;
        }
        ConformityEvidence evidence =
                context.getRoot()
                        .getStore(NAMESPACE)
                        .computeIfAbsent(
                                ConformityEvidence.class,
                                key -> new ConformityEvidence(),
                                ConformityEvidence.class);
        String test =
                context.getRequiredTestClass().getSimpleName()
                        + "."
                        + context.getRequiredTestMethod().getName();
        for (String clause : clauses(context)) {
            evidence.add(clause, test, seen.runs());
        }
    }

    private static List<String> clauses(ExtensionContext context) {
        return Arrays.asList(context.getRequiredTestMethod().getAnnotation(Article.class).value());
    }

    /** The regulations as the tests see them. */
    static final class Regulation {
        private Regulation() {}

        static RegulationProfile profileOf(String clause) {
            return id.pamong.office.regulation.TestRegulations.all().stream()
                    .filter(profile -> clause.startsWith(profile.code() + "-"))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("no regulation has the clause " + clause));
        }
    }
}
