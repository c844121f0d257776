package id.pamong.office.archive;

import id.pamong.office.archive.guarded.Answer;
import id.pamong.office.archive.guarded.GuardedChildren;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Encrypted files (MDN-11(4)): AES-256-GCM in chunks under a key of the file's own, which is sealed
 * under the master key; the encrypted file is durable on disk before its row commits.
 */
@Component
public class Archive {
    private static final int SMALLEST_PICTURE = 64;
    private static final int LARGEST_PICTURE = 2000;

    private final FileStore store;
    private final StoredFiles files;
    private final Seals seals;
    private final TenantTransactions transactions;
    private final GuardedChildren children;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Archive(
            FileStore store,
            StoredFiles files,
            Seals seals,
            TenantTransactions transactions,
            GuardedChildren children,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.seals = seals;
        this.transactions = transactions;
        this.children = children;
        this.clock = clock;
    }

    /** Stores bytes made here; joins the open transaction. */
    public FileId store(LocalGovernmentId tenant, FileKind kind, String mediaType, byte[] content) {
        return store(tenant, kind, mediaType, new ByteArrayInputStream(content));
    }

    /** Stores a stream of any length in constant memory; joins the open transaction. */
    public FileId store(
            LocalGovernmentId tenant, FileKind kind, String mediaType, InputStream content) {
        return store(tenant, kind, mediaType, content, "", 0, false);
    }

    /** Stores a paper that passed the intake, with the hash of its upload. */
    public FileId store(LocalGovernmentId tenant, FileKind kind, Paper paper) {
        return store(
                tenant,
                kind,
                paper.mediaType(),
                new ByteArrayInputStream(paper.content()),
                paper.uploadSha256(),
                paper.pages(),
                paper.isSigned());
    }

    private FileId store(
            LocalGovernmentId tenant,
            FileKind kind,
            String mediaType,
            InputStream content,
            String uploadSha256,
            int pages,
            boolean signed) {
        FileId id = new FileId(UUID.randomUUID());
        byte[] key = new byte[32];
        random.nextBytes(key);
        try {
            FileCipher cipher = new FileCipher(key, context(tenant, id));
            Counting plain = new Counting(content);
            String address = store.put(tenant, out -> cipher.encrypt(plain, out));
            String sha256 = plain.sha256();
            StoredFile file =
                    new StoredFile(
                            id,
                            kind,
                            mediaType,
                            plain.count,
                            sha256,
                            uploadSha256.isEmpty() ? sha256 : uploadSha256,
                            pages,
                            signed,
                            clock.instant());
            byte[] sealed = seals.seal(KeyPurpose.ARCHIVE, tenant, key, context(tenant, id));
            transactions.inTenant(
                    tenant,
                    () ->
                            files.add(
                                    new StoredFiles.Entry(
                                            file, address, new StoredFiles.SealedKey(sealed))));
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Forgets a file with its key, in the caller's transaction; the janitor removes what lies in
     * the store.
     */
    public void forget(FileId id) {
        files.remove(id);
    }

    /**
     * Reads a whole file and checks its hash.
     *
     * @throws DamagedFile if the stored bytes are not those that were stored
     */
    public byte[] read(LocalGovernmentId tenant, FileId id) {
        StoredFiles.Entry entry = entry(tenant, id);
        try (InputStream in = open(tenant, entry)) {
            byte[] content = in.readAllBytes();
            if (!Sha256.of(content).equals(entry.file().sha256())) {
                throw new DamagedFile(id, "the hash differs");
            }
            return content;
        } catch (IOException e) {
            throw new DamagedFile(id, "cannot be read", e);
        }
    }

    /**
     * Opens a file as a stream. Each chunk is authentic when it is returned; the end of the stream
     * is reached only if nothing is missing, otherwise reading ends with an {@link IOException}.
     */
    public InputStream open(LocalGovernmentId tenant, FileId id) {
        return open(tenant, entry(tenant, id));
    }

    /** What is known of a file; not found if the local government has no such file. */
    public StoredFile describe(LocalGovernmentId tenant, FileId id) {
        return entry(tenant, id).file();
    }

    /**
     * Picture of a page, made in a guarded child process.
     *
     * @param page counted from 1
     * @param width pixels, 64 to 2000
     * @return PNG
     */
    public byte[] picture(LocalGovernmentId tenant, FileId id, int page, int width) {
        int across = Math.clamp(width, SMALLEST_PICTURE, LARGEST_PICTURE);
        StoredFiles.Entry entry = entry(tenant, id);
        int length = Math.toIntExact(entry.file().size());
        try (InputStream in = open(tenant, entry)) {
            return switch (entry.file().mediaType()) {
                case "application/pdf" ->
                        PagePictures.bytes(children.pdfPicture(in, length, page, across));
                case "image/jpeg", "image/png" -> {
                    if (page != 1) {
                        throw new NotFound("archive.no-such-page");
                    }
                    yield PagePictures.bytes(children.imagePicture(in, length, across));
                }
                default -> throw new Conflict("archive.no-picture");
            };
        } catch (IOException e) {
            throw new DamagedFile(id, "cannot be read", e);
        }
    }

    /**
     * Some pages of a stored PDF as a paper of their own, taken out in a guarded child process.
     *
     * @param first page, from 1
     * @param last page, not before the first
     * @throws Conflict {@code archive.no-pages} if they cannot be taken out
     */
    public Paper pages(LocalGovernmentId tenant, FileId id, int first, int last) {
        StoredFiles.Entry entry = entry(tenant, id);
        try (InputStream in = open(tenant, entry)) {
            return switch (children.pdfPages(
                    in, Math.toIntExact(entry.file().size()), first, last)) {
                case Answer.Done done ->
                        new Paper(
                                done.bytes().value(),
                                "application/pdf",
                                done.pages(),
                                false,
                                Sha256.of(done.bytes().value()));
                case Answer.Declined _ -> throw new Conflict("archive.no-pages");
            };
        } catch (IOException e) {
            throw new DamagedFile(id, "cannot be read", e);
        }
    }

    /** Sizes of all pages of a stored PDF, measured in a guarded child process. */
    public List<PageSize> pageSizes(LocalGovernmentId tenant, FileId id) {
        StoredFiles.Entry entry = entry(tenant, id);
        try (InputStream in = open(tenant, entry)) {
            Answer answer = children.pdfSizes(in, Math.toIntExact(entry.file().size()));
            return PagePictures.sizes(answer);
        } catch (IOException e) {
            throw new DamagedFile(id, "cannot be read", e);
        }
    }

    private StoredFiles.Entry entry(LocalGovernmentId tenant, FileId id) {
        return transactions
                .inTenant(tenant, () -> files.find(id))
                .orElseThrow(() -> new NotFound("archive.no-such-file"));
    }

    private InputStream open(LocalGovernmentId tenant, StoredFiles.Entry entry) {
        FileId id = entry.file().id();
        byte[] key =
                seals.open(KeyPurpose.ARCHIVE, tenant, entry.key().value(), context(tenant, id));
        try {
            return new FileCipher(key, context(tenant, id))
                    .decrypt(store.open(tenant, entry.address()));
        } catch (IOException e) {
            throw new DamagedFile(id, "cannot be opened", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static String context(LocalGovernmentId tenant, FileId id) {
        return "file:" + tenant + ":" + id;
    }

    /** Counts and hashes what flows through. */
    private static final class Counting extends FilterInputStream {
        private final DigestInputStream digest;
        private long count;

        Counting(InputStream in) {
            super(new DigestInputStream(in, Sha256.digest()));
            this.digest = (DigestInputStream) this.in;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        }
    }
}
