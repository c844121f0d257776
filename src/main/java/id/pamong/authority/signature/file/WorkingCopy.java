package id.pamong.authority.signature.file;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import id.pamong.authority.signature.DocumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * A document read once from its source: in memory when small, else in a private folder (mode 700)
 * that {@link #close()} removes. Personal data lies there in clear only so long.
 */
public final class WorkingCopy implements AutoCloseable {
    /** Up to this size, in bytes, a document stays in memory. */
    private static final long IN_MEMORY = 16L << 20;

    private final byte @Nullable [] bytes;
    private final @Nullable Path folder;
    private final @Nullable Path path;
    private final long size;
    private final String sha256;

    private WorkingCopy(
            byte @Nullable [] bytes,
            @Nullable Path folder,
            @Nullable Path path,
            long size,
            String sha256) {
        this.bytes = bytes;
        this.folder = folder;
        this.path = path;
        this.size = size;
        this.sha256 = sha256;
    }

    /** Reads the source to its end. */
    public static WorkingCopy of(DocumentSource source) throws IOException {
        MessageDigest digest = sha256();
        if (source.size() <= IN_MEMORY) {
            byte[] bytes;
            try (InputStream in = source.open()) {
                bytes = in.readAllBytes();
            }
            return new WorkingCopy(
                    bytes,
                    null,
                    null,
                    bytes.length,
                    HexFormat.of().formatHex(digest.digest(bytes)));
        }
        Path folder = Files.createTempDirectory("pamong-pdf-");
        Path path = folder.resolve("document.pdf");
        try (InputStream in = source.open();
                OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            in.transferTo(out);
        } catch (IOException | RuntimeException e) {
            remove(folder);
            throw e;
        }
        return new WorkingCopy(
                null, folder, path, Files.size(path), HexFormat.of().formatHex(digest.digest()));
    }

    public long size() {
        return size;
    }

    /** Lower-case hex. */
    public String hash() {
        return sha256;
    }

    /** The folder of a large document, for what is made of it; empty when in memory. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** For DSS. */
    public DSSDocument document() {
        return path == null
                ? new InMemoryDocument(memory(), "document.pdf")
                : new FileDocument(path.toFile());
    }

    /** All bytes; a large document is mapped, not read. */
    public ByteBuffer buffer() throws IOException {
        if (path == null) {
            return ByteBuffer.wrap(memory()).asReadOnlyBuffer();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
        }
    }

    /** Opens it with PDFBox, which forgives much. */
    public PDDocument open() throws IOException {
        return path == null
                ? Loader.loadPDF(new RandomAccessReadBuffer(memory()))
                : Loader.loadPDF(
                        new RandomAccessReadBufferedFile(path.toFile()),
                        IOUtils.createTempFileOnlyStreamCache());
    }

    /** Opens only the first bytes: an earlier revision. */
    public PDDocument openRevision(long length) throws IOException {
        if (path == null) {
            return Loader.loadPDF(java.util.Arrays.copyOf(memory(), Math.toIntExact(length)));
        }
        RandomAccessReadBufferedFile whole = new RandomAccessReadBufferedFile(path.toFile());
        return Loader.loadPDF(whole.createView(0, length), IOUtils.createTempFileOnlyStreamCache());
    }

    private byte[] memory() {
        if (bytes == null) {
            throw new IllegalStateException("the document is in a file");
        }
        return bytes;
    }

    @Override
    public void close() {
        if (folder != null) {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
