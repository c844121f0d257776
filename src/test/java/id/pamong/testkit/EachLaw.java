package id.pamong.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test under each {@link Law}. */
final class EachLaw implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
            ExtensionContext context) {
        return Arrays.stream(Law.values()).map(Run::new);
    }

    private record Run(Law law) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return law.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            BeforeEachCallback begin = context -> Law.run(law);
            AfterEachCallback end = context -> Law.run(Law.MADIUN);
            return List.of(begin, end);
        }
    }
}
