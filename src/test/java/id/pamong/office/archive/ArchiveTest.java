package id.pamong.office.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.NotFound;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@RoomTest
class ArchiveTest {
    private static final byte[] SECRET =
            "3577011204850001 Siti Rahmawati".getBytes(StandardCharsets.UTF_8);

    @Autowired private Archive archive;
    @Autowired private Janitor janitor;
    @Autowired private TenantTransactions transactions;
    @Autowired private MutableClock clock;

    @Value("${pamong.data}/files")
    private Path folder;

    private LocalGovernmentId madiun;

    @BeforeEach
    void aLocalGovernment() {
        madiun = new LocalGovernmentId(UUID.randomUUID());
    }

    @Test
    @Article("MDN-11(4)")
    void a_file_comes_back_with_its_hashes() {
        FileId id = store(SECRET);
        assertThat(archive.read(madiun, id)).isEqualTo(SECRET);
        StoredFile file = archive.describe(madiun, id);
        assertThat(file.sha256()).isEqualTo(Sha256.of(SECRET));
        assertThat(file.uploadSha256()).isEqualTo(Sha256.of(SECRET));
        assertThat(file.size()).isEqualTo(SECRET.length);
        assertThat(file.kind()).isEqualTo(FileKind.IDENTITY_CARD);
    }

    @Test
    @Article("MDN-11(4)")
    void neither_name_nor_bytes_on_disk_say_anything_about_the_content() throws IOException {
        store(SECRET);
        List<Path> files = files();
        assertThat(files).hasSize(1);
        assertThat(files.getFirst().getFileName().toString())
                .isEqualTo(Sha256.of(Files.readAllBytes(files.getFirst())));
        assertThat(new String(Files.readAllBytes(files.getFirst()), StandardCharsets.ISO_8859_1))
                .doesNotContain("Siti")
                .doesNotContain("3577011204850001");
    }

    @Test
    void another_local_government_does_not_find_it() {
        FileId id = store(SECRET);
        LocalGovernmentId other = new LocalGovernmentId(UUID.randomUUID());
        assertThatThrownBy(() -> archive.read(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> archive.describe(other, id)).isInstanceOf(NotFound.class);
    }

    @Test
    @Article("MDN-11(4)")
    void a_changed_byte_on_disk_is_found() throws IOException {
        FileId id = store(SECRET);
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[10] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> archive.read(madiun, id)).isInstanceOf(DamagedFile.class);
    }

    @Test
    void a_missing_file_is_found() throws IOException {
        FileId id = store(SECRET);
        Files.delete(files().getFirst());
        assertThatThrownBy(() -> archive.read(madiun, id)).isInstanceOf(DamagedFile.class);
    }

    @Test
    void two_hundred_megabytes_flow_through_little_memory() throws IOException {
        long size = 200L * 1024 * 1024;
        FileId id =
                archive.store(
                        madiun, FileKind.LETTER_TO_SIGN, "application/pdf", new Endless(size));
        assertThat(archive.describe(madiun, id).size()).isEqualTo(size);
        try (InputStream in = archive.open(madiun, id)) {
            assertThat(in.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(size);
        }
    }

    @Test
    void what_a_refused_command_left_behind_is_swept_after_a_day() throws IOException {
        FileId kept = store(SECRET);
        assertThatThrownBy(() ->
                        transactions.inTenant(
                                madiun,
                                () -> {
                                    store(new byte[5000]);
                                    throw new IllegalStateException("refused");
                                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(files()).hasSize(2);
        for (Path file : files()) {
            Files.setLastModifiedTime(
                    file, FileTime.from(clock.instant().minus(Duration.ofHours(23))));
        }
        janitor.sweep();
        assertThat(files()).hasSize(2);
        for (Path file : files()) {
            Files.setLastModifiedTime(
                    file, FileTime.from(clock.instant().minus(Duration.ofHours(25))));
        }
        janitor.sweep();
        assertThat(files()).hasSize(1);
        assertThat(archive.read(madiun, kept)).isEqualTo(SECRET);
    }

    @Test
    void pages_and_pictures_of_stored_papers_can_be_seen() throws IOException {
        FileId pdf =
                archive.store(
                        madiun, FileKind.COVER_LETTER, "application/pdf", SamplePapers.pdf(2));
        FileId photo =
                archive.store(
                        madiun, FileKind.IDENTITY_CARD, "image/jpeg", SamplePapers.jpeg(300, 200));
        assertThat(archive.pageSizes(madiun, pdf)).hasSize(2);
        assertThat(width(archive.picture(madiun, pdf, 2, 400))).isEqualTo(400);
        assertThat(width(archive.picture(madiun, photo, 1, 150))).isEqualTo(150);
        assertThatThrownBy(() -> archive.picture(madiun, pdf, 3, 400)).isInstanceOf(NotFound.class);
    }

    private FileId store(byte[] content) {
        return archive.store(madiun, FileKind.IDENTITY_CARD, "image/jpeg", content);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(madiun.toString()))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static int width(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png)).getWidth();
    }

    /** Zeros without an array behind them. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int taken = (int) Math.min(left, length);
            left -= taken;
            return taken;
        }
    }
}
