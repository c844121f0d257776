package id.pamong.office.page.form;

import id.pamong.office.page.SpooledFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file of a form on disk: AES-256-CTR under a random key that exists only in this object, with
 * the SHA-256 of the content to notice a change. Its name is removed as soon as it is open, so that
 * even a crash leaves nothing behind.
 */
final class EncryptedSpool implements SpooledFile, ByteSink, AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHUNK = 64 * 1024;

    private final String name;
    private final FileChannel channel;
    private final byte[] key = new byte[32];
    private final MessageDigest digest;
    private final Cipher cipher;
    private byte[] sha256 = new byte[0];
    private long size;

    EncryptedSpool(Path folder, String name) throws IOException {
        this.name = name;
        RANDOM.nextBytes(key);
        byte[] fileName = new byte[16];
        RANDOM.nextBytes(fileName);
        this.channel =
                FileChannel.open(
                        folder.resolve(HexFormat.of().formatHex(fileName)),
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.DELETE_ON_CLOSE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
            this.cipher = cipher(Cipher.ENCRYPT_MODE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void take(byte[] bytes, int from, int length) throws IOException {
        digest.update(bytes, from, length);
        write(cipher.update(bytes, from, length));
        size += length;
    }

    /** After the last byte. */
    void finish() {
        sha256 = digest.digest();
    }

    private void write(byte[] encrypted) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(encrypted);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] sha256() {
        return sha256.clone();
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return new Content(cipher(Cipher.DECRYPT_MODE), MessageDigest.getInstance("SHA-256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher made = Cipher.getInstance("AES/CTR/NoPadding");
        // One key encrypts one file once, so the counter may begin at zero.
        made.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
        return made;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(key, (byte) 0);
        channel.close();
    }

    /** Reads from a position of its own, so that several may be open. */
    private final class Content extends InputStream {
        private final Cipher cipher;
        private final MessageDigest seen;
        private long position;
        private byte[] plain = new byte[0];
        private int next;
        private boolean ended;

        Content(Cipher cipher, MessageDigest seen) {
            this.cipher = cipher;
            this.seen = seen;
        }

        @Override
        public int read() throws IOException {
            return available() == 0 && !fill() ? -1 : plain[next++] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (available() == 0 && !fill()) {
                return -1;
            }
            int taken = Math.min(length, available());
            System.arraycopy(plain, next, bytes, from, taken);
            next += taken;
            return taken;
        }

        @Override
        public int available() {
            return plain.length - next;
        }

        private boolean fill() throws IOException {
            if (ended) {
                return false;
            }
            ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, size - position));
            int read = 0;
            while (chunk.hasRemaining() && read >= 0) {
                read = channel.read(chunk, position + chunk.position());
            }
            if (chunk.position() == 0) {
                ended = true;
                if (!Arrays.equals(seen.digest(), sha256)) {
                    throw new IOException("the spooled file was changed on disk");
                }
                return false;
            }
            position += chunk.position();
            plain = cipher.update(chunk.array(), 0, chunk.position());
            seen.update(plain);
            next = 0;
            return true;
        }
    }
}
