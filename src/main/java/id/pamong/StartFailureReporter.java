package id.pamong;

import id.pamong.office.installation.StartRefusal;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Prints the sentence, and no stack trace, when the start was refused. */
class StartFailureReporter implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis analysis) {
        if (analysis.getCause() instanceof StartRefusal refusal) {
            Console.refuse(refusal);
        } else {
            Console.refuse(
                    new StartRefusal(
                            "Pamong tidak dapat mulai: " + analysis.getDescription(),
                            "Pamong cannot start: " + analysis.getAction()));
        }
    }
}
