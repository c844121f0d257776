package id.pamong;

import id.pamong.office.installation.StartRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

/** Finds the sentence in a failed start. */
class StartFailureAnalyzer extends AbstractFailureAnalyzer<Throwable> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, Throwable cause) {
        StartRefusal refusal = findCause(rootFailure, StartRefusal.class);
        if (refusal == null) {
            PortInUseException port = findCause(rootFailure, PortInUseException.class);
            if (port != null) {
                refusal = portTaken(port.getPort());
            }
        }
        return refusal == null
                ? null
                : new FailureAnalysis(refusal.indonesian(), refusal.english(), refusal);
    }

    static StartRefusal portTaken(int port) {
        return new StartRefusal(
                "Porta " + port + " sudah dipakai program lain: pilih yang lain dengan --port N.",
                "Port " + port + " is taken by another program: choose another by --port N.");
    }
}
