package id.pamong.office.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a file in chunks of 64 KiB with AES-256-GCM under a key that serves this one file.
 *
 * <p>The nonce of a chunk is its number and whether it is the last (the STREAM construction of
 * Hoang, Reyhanitabar, Rogaway and Vizár), so no chunk can be left out, doubled, moved or cut off
 * unseen. The additional data binds every chunk to the local government and the file.
 */
final class FileCipher {
    private static final byte[] MAGIC = "PMF1".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int TAG = 16;

    private final SecretKeySpec key;
    private final byte[] context;

    /**
     * @param key 32 bytes, used for one file only
     * @param context names the file
     */
    FileCipher(byte[] key, String context) {
        this.key = new SecretKeySpec(key, "AES");
        this.context = context.getBytes(StandardCharsets.UTF_8);
    }

    /** Encrypts everything the stream gives. */
    void encrypt(InputStream plain, OutputStream out) throws IOException {
        out.write(MAGIC);
        byte[] chunk = plain.readNBytes(CHUNK);
        for (long number = 0; ; number++) {
            byte[] next = chunk.length < CHUNK ? new byte[0] : plain.readNBytes(CHUNK);
            boolean last = next.length == 0;
            out.write(crypt(Cipher.ENCRYPT_MODE, number, last, chunk));
            if (last) {
                return;
            }
            chunk = next;
        }
    }

    /**
     * Opens an encrypted stream.
     *
     * @throws DamagedContent on reading, when a chunk is not as it was written or one is missing
     */
    InputStream decrypt(InputStream encrypted) throws IOException {
        if (!Arrays.equals(encrypted.readNBytes(MAGIC.length), MAGIC)) {
            encrypted.close();
            throw new DamagedContent("unknown format");
        }
        return new Decrypted(encrypted);
    }

    private byte[] crypt(int mode, long number, boolean last, byte[] chunk) throws IOException {
        byte[] nonce = ByteBuffer.allocate(12).putLong(number).putInt(last ? 1 : 0).array();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(chunk);
        } catch (AEADBadTagException tampered) {
            throw new DamagedContent("chunk " + number + " is not as it was written");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The encrypted bytes are not those that were written. */
    static final class DamagedContent extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedContent(String message) {
            super(message);
        }
    }

    private final class Decrypted extends InputStream {
        private final InputStream encrypted;
        private byte[] ahead;
        private byte[] plain = new byte[0];
        private int position;
        private long number;
        private boolean ended;

        Decrypted(InputStream encrypted) throws IOException {
            this.encrypted = encrypted;
            this.ahead = encrypted.readNBytes(CHUNK + TAG);
        }

        @Override
        public int read() throws IOException {
            return fill() ? plain[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int taken = Math.min(length, plain.length - position);
            System.arraycopy(plain, position, into, offset, taken);
            position += taken;
            return taken;
        }

        @Override
        public void close() throws IOException {
            Arrays.fill(plain, (byte) 0);
            encrypted.close();
        }

        private boolean fill() throws IOException {
            while (position == plain.length) {
                if (ended) {
                    return false;
                }
                byte[] next =
                        ahead.length < CHUNK + TAG
                                ? new byte[0]
                                : encrypted.readNBytes(CHUNK + TAG);
                ended = next.length == 0;
                plain = crypt(Cipher.DECRYPT_MODE, number++, ended, ahead);
                position = 0;
                ahead = next;
            }
            return true;
        }
    }
}
