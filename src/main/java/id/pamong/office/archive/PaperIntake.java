package id.pamong.office.archive;

import id.pamong.office.archive.guarded.Answer;
import id.pamong.office.archive.guarded.GuardedChildren;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * The door for papers from outside: PDF, JPEG, PNG (HEIC where the machine can convert it), told
 * apart by content, never by name. Everything is decoded in a guarded child process.
 *
 * <p>Pictures are encoded again, upright and without metadata. A PDF is written again without
 * author, XMP, scripts and attachments, unless it carries a signature: then it stays byte for byte,
 * and nothing may follow its end.
 */
@Component
@EnableConfigurationProperties(PaperLimits.class)
public class PaperIntake {
    private static final int MEGABYTE = 1024 * 1024;

    private final PaperLimits limits;
    private final GuardedChildren children;
    private final HeicConversion heic;

    PaperIntake(PaperLimits limits, GuardedChildren children, HeicConversion heic) {
        this.limits = limits;
        this.children = children;
        this.heic = heic;
    }

    /**
     * Checks and cleans a paper.
     *
     * @param field the form field the findings belong to
     * @param fileName as the sender named it; only shown back
     * @param content opened once; closed here
     */
    public IntakeOutcome accept(String field, String fileName, InputStreamSource content)
            throws IOException {
        try (InputStream in = content.getInputStream()) {
            return accept(field, fileName, in.readNBytes(limits.bytes() + 1));
        }
    }

    /** As {@link #accept(String, String, InputStreamSource)} for bytes in memory. */
    public IntakeOutcome accept(String field, String fileName, byte[] content) {
        Refusing refusing = new Refusing(field, shown(fileName));
        if (content.length == 0) {
            return refusing.because("paper.empty");
        }
        if (content.length > limits.bytes()) {
            return refusing.because("paper.too-large", limits.bytes() / MEGABYTE);
        }
        String upload = Sha256.of(content);
        return switch (PaperFormat.of(content)) {
            case PDF ->
                    outcome(
                            children.cleanPdf(content, limits.pages(), limits.pixels()),
                            "application/pdf",
                            content,
                            upload,
                            refusing);
            case JPEG ->
                    outcome(
                            children.cleanJpeg(content, limits.pixels()),
                            "image/jpeg",
                            content,
                            upload,
                            refusing);
            case PNG ->
                    outcome(
                            children.cleanPng(content, limits.pixels()),
                            "image/png",
                            content,
                            upload,
                            refusing);
            case HEIC -> heic(content, upload, refusing);
            case OTHER -> refusing.because("paper.not-a-paper");
        };
    }

    private IntakeOutcome heic(byte[] content, String upload, Refusing refusing) {
        try {
            Optional<byte[]> jpeg = heic.toJpeg(content);
            return jpeg.isEmpty()
                    ? refusing.because("paper.heic")
                    : outcome(
                            children.cleanJpeg(jpeg.get(), limits.pixels()),
                            "image/jpeg",
                            content,
                            upload,
                            refusing);
        } catch (IOException notConverted) {
            return refusing.because("paper.heic");
        }
    }

    private IntakeOutcome outcome(
            Answer answer, String mediaType, byte[] content, String upload, Refusing refusing) {
        return switch (answer) {
            case Answer.Declined declined -> refused(declined.code(), refusing);
            case Answer.Done done -> {
                if (done.signed() && !endsWithItsEnd(content)) {
                    yield refusing.because("paper.mixed");
                }
                yield new IntakeOutcome.Accepted(
                        new Paper(
                                done.signed() ? content : done.bytes().value(),
                                mediaType,
                                done.pages(),
                                done.signed(),
                                upload));
            }
        };
    }

    private IntakeOutcome refused(String code, Refusing refusing) {
        if (code.equals("paper.too-many-pages")) {
            return refusing.because(code, limits.pages());
        }
        if (code.equals("paper.too-many-pixels")) {
            return refusing.because(code, limits.pixels() / 1_000_000);
        }
        return refusing.because(code);
    }

    /** Whether only white space follows the last {@code %%EOF}. */
    private static boolean endsWithItsEnd(byte[] pdf) {
        int end = pdf.length;
        while (end > 0 && (pdf[end - 1] <= ' ' && pdf[end - 1] >= 0)) {
            end--;
        }
        return end >= 5
                && pdf[end - 5] == '%'
                && pdf[end - 4] == '%'
                && pdf[end - 3] == 'E'
                && pdf[end - 2] == 'O'
                && pdf[end - 1] == 'F';
    }

    /** The name as it may stand in a sentence. */
    private static String shown(String fileName) {
        String name =
                fileName.substring(
                        Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String clean =
                name.codePoints()
                        .filter(c ->
                                !Character.isISOControl(c)
                                        && Character.getType(c) != Character.FORMAT)
                        .limit(80)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return clean.isBlank() ? "?" : clean;
    }

    private record Refusing(String field, String fileName) {
        IntakeOutcome because(String code) {
            return new IntakeOutcome.Refused(List.of(Finding.blocking(code, field, fileName)));
        }

        IntakeOutcome because(String code, int limit) {
            return new IntakeOutcome.Refused(
                    List.of(Finding.blocking(code, field, fileName, limit)));
        }
    }
}
