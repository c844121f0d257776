package id.pamong.office.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCipherTest {
    private static final int CHUNK = 64 * 1024;
    private static final byte[] KEY = new byte[32];

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 77})
    void a_file_of_any_length_comes_back(int length) throws IOException {
        byte[] plain = random(length);
        assertThat(decrypt(encrypt(plain), "a")).isEqualTo(plain);
    }

    @Test
    void a_changed_byte_is_found_wherever_it_is() throws IOException {
        byte[] encrypted = encrypt(random(2 * CHUNK + 100));
        for (int at : new int[] {0, 4, 5000, CHUNK + 500, encrypted.length - 1}) {
            byte[] tampered = encrypted.clone();
            tampered[at] ^= 1;
            assertThatThrownBy(() -> decrypt(tampered, "a"))
                    .isInstanceOf(FileCipher.DamagedContent.class);
        }
    }

    @Test
    void a_file_that_is_cut_off_is_found_even_between_two_chunks() throws IOException {
        byte[] encrypted = encrypt(random(2 * CHUNK + 100));
        for (int length : new int[] {4, 4 + CHUNK + 16, 4 + 2 * (CHUNK + 16), 700}) {
            assertThatThrownBy(() -> decrypt(Arrays.copyOf(encrypted, length), "a"))
                    .isInstanceOf(FileCipher.DamagedContent.class);
        }
    }

    @Test
    void chunks_cannot_be_swapped() throws IOException {
        byte[] encrypted = encrypt(random(3 * CHUNK));
        int size = CHUNK + 16;
        byte[] swapped = encrypted.clone();
        System.arraycopy(encrypted, 4, swapped, 4 + size, size);
        System.arraycopy(encrypted, 4 + size, swapped, 4, size);
        assertThatThrownBy(() -> decrypt(swapped, "a"))
                .isInstanceOf(FileCipher.DamagedContent.class);
    }

    @Test
    void the_bytes_of_another_file_do_not_open() throws IOException {
        byte[] encrypted = encrypt(random(100));
        assertThatThrownBy(() -> decrypt(encrypted, "b"))
                .isInstanceOf(FileCipher.DamagedContent.class);
    }

    private static byte[] encrypt(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FileCipher(KEY, "a").encrypt(new ByteArrayInputStream(plain), out);
        return out.toByteArray();
    }

    private static byte[] decrypt(byte[] encrypted, String context) throws IOException {
        return new FileCipher(KEY, context)
                .decrypt(new ByteArrayInputStream(encrypted))
                .readAllBytes();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
