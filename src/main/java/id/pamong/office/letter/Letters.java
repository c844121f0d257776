package id.pamong.office.letter;

import id.pamong.office.database.LocalGovernmentId;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Letters of the office as PDF/A: templates under {@code templates/letter/}, letterhead of the
 * local government, the office's number register, QR codes.
 */
@Component
public class Letters {

    /**
     * Renders a template to PDF/A-3b with embedded fonts.
     *
     * @param template name below {@code templates/letter/}, such as {@code recommendation}
     * @param model values of the template; see the comment at its head
     */
    public byte[] pdf(LocalGovernmentId tenant, String template, Map<String, Object> model) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes the next number of the series in the open transaction; if that rolls back, the number
     * is free again, so the register has no gaps.
     */
    public LetterNumber nextNumber(LocalGovernmentId tenant, LetterKind kind, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** QR code as PNG, error correction M, quiet zone of four modules. */
    public byte[] qrPng(String text, int pixels) {
        throw new UnsupportedOperationException();
    }
}
