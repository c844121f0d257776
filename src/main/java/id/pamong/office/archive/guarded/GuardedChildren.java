package id.pamong.office.archive.guarded;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * A few warm children. A job waits until one is free; a child that dies, overruns its time or has
 * done its share of jobs is replaced, and the file that killed it is declined as {@code
 * paper.too-heavy}.
 */
@Component
public class GuardedChildren {
    private static final int JOBS_PER_CHILD = 40;

    private final int heapMegabytes;
    private final Duration limit;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<GuardedChild> idle = new ConcurrentLinkedDeque<>();
    private @Nullable Path folder;
    private volatile boolean closed;

    /**
     * @param heapMegabytes largest heap of a child
     * @param seconds most time for a job
     * @param children most children at once
     */
    public GuardedChildren(
            @Value("${pamong.guarded.heap-megabytes:256}") int heapMegabytes,
            @Value("${pamong.guarded.seconds:30}") int seconds,
            @Value("${pamong.guarded.children:2}") int children) {
        this.heapMegabytes = heapMegabytes;
        this.limit = Duration.ofSeconds(seconds);
        this.places = new Semaphore(children, true);
    }

    /** Checks a PDF and takes out what is not on its pages; empty bytes if it stays as it is. */
    public Answer cleanPdf(byte[] pdf, int maxPages, int maxPixels) {
        return run(new Job(Job.Work.PDF_CLEAN, maxPages, maxPixels, pdf.length), stream(pdf));
    }

    /** Decodes a JPEG, turns it upright and encodes it without metadata. */
    public Answer cleanJpeg(byte[] jpeg, int maxPixels) {
        return run(new Job(Job.Work.JPEG_CLEAN, 0, maxPixels, jpeg.length), stream(jpeg));
    }

    /** Decodes a PNG and encodes it without metadata. */
    public Answer cleanPng(byte[] png, int maxPixels) {
        return run(new Job(Job.Work.PNG_CLEAN, 0, maxPixels, png.length), stream(png));
    }

    /** Sizes of all pages of a PDF, in points. */
    public Answer pdfSizes(InputStream pdf, int length) {
        return run(new Job(Job.Work.PDF_SIZES, 0, 0, length), pdf);
    }

    /** PNG of a page (from 1) at a width in pixels. */
    public Answer pdfPicture(InputStream pdf, int length, int page, int width) {
        return run(new Job(Job.Work.PDF_PICTURE, page, width, length), pdf);
    }

    /** Pages of a PDF, first to last (from 1), as a PDF of their own. */
    public Answer pdfPages(InputStream pdf, int length, int first, int last) {
        return run(new Job(Job.Work.PDF_PAGES, first, last, length), pdf);
    }

    /** PNG of a JPEG or PNG at a width in pixels. */
    public Answer imagePicture(InputStream image, int length, int width) {
        return run(new Job(Job.Work.IMAGE_PICTURE, 1, width, length), image);
    }

    private Answer run(Job job, InputStream content) {
        places.acquireUninterruptibly();
        try {
            GuardedChild waiting = idle.poll();
            GuardedChild child = waiting != null && waiting.isAlive() ? waiting : start();
            boolean answered = false;
            try {
                Answer answer = child.run(job, content, limit);
                answered = true;
                return answer;
            } finally {
                if (answered && child.jobs() < JOBS_PER_CHILD && !closed) {
                    idle.push(child);
                } else {
                    child.kill();
                }
            }
        } catch (IOException childIsGone) {
            return new Answer.Declined("paper.too-heavy");
        } finally {
            places.release();
        }
    }

    private GuardedChild start() {
        try {
            return GuardedChild.start(folder(), heapMegabytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the child process that opens files cannot start", e);
        }
    }

    private synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("pamong-guarded-");
        }
        return folder;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        if (idle.isEmpty()) {
            idle.push(start());
        }
    }

    @PreDestroy
    public void close() throws IOException {
        closed = true;
        for (GuardedChild child = idle.poll(); child != null; child = idle.poll()) {
            child.kill();
        }
        if (folder != null) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
