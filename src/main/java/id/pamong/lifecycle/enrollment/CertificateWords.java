package id.pamong.lifecycle.enrollment;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What certificate a dossier asks for, in words: its type, and what it stands for. */
@Component
public class CertificateWords {
    private final MessageSource messages;

    CertificateWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Such as {@code individu}, {@code jabatan (Plt. Kepala Bidang)}, {@code sistem (e-Surat)}. */
    public String of(Dossier dossier, Locale language) {
        Particulars.PositionClaim position = dossier.particulars().position();
        Particulars.SystemClaim system = dossier.particulars().system();
        if (position != null && !position.name().isBlank()) {
            return say("enrollment.about." + position.kind(), language, position.name());
        }
        if (system != null && !system.systemName().isBlank()) {
            return say("enrollment.about.SYSTEM", language, system.systemName());
        }
        return say("enrollment.type." + dossier.type().name(), language);
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
