package id.pamong.testkit;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.CommandObserver;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.RuleId;
import id.pamong.office.regulation.RuleObserver;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Watches which rules really ran in a test of a clause, accepting and refusing, and which commands
 * were allowed or refused, and keeps it for the conformity matrix.
 */
public class ConformityExtension implements BeforeEachCallback, AfterTestExecutionCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ConformityExtension.class);

    private static volatile @Nullable Seen current;

    /** One rule or command that ran in a test, accepting or refusing, and for whom. */
    private record Run(String what, boolean accepted, @Nullable LocalGovernmentId government) {
        /** {@code +rule} accepted, {@code -rule} refused. */
        @Override
        public String toString() {
            return (accepted ? "+" : "-") + what;
        }
    }

    /** What was seen in one test, by the code of the regulation; a command's is looked up later. */
    private record Seen(Map<String, Set<String>> rules, Set<Run> commands) {}

    /** Found by the service loader; does nothing outside tests of a clause. */
    public static final class Observer implements RuleObserver {
        @Override
        public void ran(RegulationProfile profile, RuleId rule, List<Finding> findings) {
            Seen seen = current;
            if (seen != null) {
                seen.rules()
                        .computeIfAbsent(profile.code(), code -> ConcurrentHashMap.newKeySet())
                        .add(new Run(rule.value(), findings.isEmpty(), null).toString());
            }
        }
    }

    /** Found by the service loader, as {@link Observer}. */
    public static final class CommandsSeen implements CommandObserver {
        @Override
        public void asked(Actor actor, String command, boolean allowed) {
            Seen seen = current;
            if (seen != null) {
                seen.commands().add(new Run(command, allowed, actor.government()));
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        for (String clause : allClauses(context)) {
            if (Regulation.profileOf(clause).findClause(clause).isEmpty()) {
                throw new AssertionError("no regulation has the clause " + clause);
            }
        }
        current = new Seen(new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());
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
        Map<String, Set<String>> runs = seen.rules();
        for (Run command : seen.commands()) {
            runs.computeIfAbsent(code(context, command.government()), code -> new TreeSet<>())
                    .add(command.toString());
        }
        for (String clause : clauses(context)) {
            runs.putIfAbsent(Regulation.profileOf(clause).code(), Set.of());
        }
        for (String clause : clauses(context)) {
            runs.forEach((code, some) -> evidence.add(clause, test, code, some));
        }
    }

    /** Of the regulation that a local government is under. */
    private static String code(ExtensionContext context, @Nullable LocalGovernmentId government) {
        if (government == null) {
            return "";
        }
        ApplicationContext house = SpringExtension.getApplicationContext(context);
        return house.getBean(Regulations.class)
                .profile(house.getBean(LocalGovernments.class).get(government).regulationId())
                .code();
    }

    /** Those of the running law, where the test runs under each. */
    private static List<String> clauses(ExtensionContext context) {
        List<String> all = allClauses(context);
        return context.getRequiredTestMethod().isAnnotationPresent(UnderEachLaw.class)
                ? all.stream().filter(Law.running()::has).toList()
                : all;
    }

    private static List<String> allClauses(ExtensionContext context) {
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
