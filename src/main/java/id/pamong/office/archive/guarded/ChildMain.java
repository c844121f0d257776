package id.pamong.office.archive.guarded;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;

/**
 * The child's program: reads jobs from standard input, writes answers to standard output, ends when
 * its parent closes the pipe or dies.
 */
public final class ChildMain {
    private static final Logger PDFBOX = Logger.getLogger("org.apache");

    private ChildMain() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        PDFBOX.setLevel(Level.OFF);
        ImageIO.setUseCache(false);
        DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err);
        PdfWork.warmUp();
        while (true) {
            Job job;
            try {
                job = Job.readFrom(in);
            } catch (EOFException parentIsGone) {
                return;
            }
            ByteBuffer content = job.readContent(in);
            answer(job, content).writeTo(out);
        }
    }

    private static Answer answer(Job job, ByteBuffer content) {
        try {
            return switch (job.work()) {
                case PDF_CLEAN -> PdfWork.clean(content, job.first(), job.second());
                case PDF_SIZES -> PdfWork.sizes(content);
                case PDF_PICTURE -> PdfWork.picture(content, job.first(), job.second());
                case PDF_PAGES -> PdfWork.pages(content, job.first(), job.second());
                case JPEG_CLEAN -> ImageWork.cleanJpeg(content, job.second());
                case PNG_CLEAN -> ImageWork.cleanPng(content, job.second());
                case IMAGE_PICTURE -> ImageWork.picture(content, job.second());
            };
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return new Answer.Declined("paper.not-readable");
        }
    }
}
