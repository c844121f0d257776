package id.pamong.authority.builtin.status;

import java.security.Signature;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Octets in blocks: they grow without being copied. */
final class Octets {
    private static final int BLOCK = 1 << 20;

    private final List<byte[]> blocks = new ArrayList<>();
    private int length;

    /** Adds octets at the end; more than two thousand million of them are refused. */
    public void add(byte[] octets) {
        int from = 0;
        while (from < octets.length) {
            int at = length % BLOCK;
            if (at == 0) {
                blocks.add(new byte[BLOCK]);
            }
            int count = Math.min(octets.length - from, BLOCK - at);
            System.arraycopy(octets, from, blocks.getLast(), at, count);
            from += count;
            length = Math.addExact(length, count);
        }
    }

    public int length() {
        return length;
    }

    public void into(Signature signature) throws SignatureException {
        for (int i = 0; i < blocks.size(); i++) {
            signature.update(blocks.get(i), 0, countIn(i));
        }
    }

    private int countIn(int block) {
        return Math.min(BLOCK, length - block * BLOCK);
    }

    /** An array of known length that is filled from its beginning. */
    static final class Filling {
        private final byte[] octets;
        private int at;

        Filling(int length) {
            this.octets = new byte[length];
        }

        static Filling of(byte[]... parts) {
            Filling filling = new Filling(Arrays.stream(parts).mapToInt(part -> part.length).sum());
            for (byte[] part : parts) {
                filling.add(part);
            }
            return filling;
        }

        Filling add(byte[] part) {
            System.arraycopy(part, 0, octets, at, part.length);
            at += part.length;
            return this;
        }

        Filling add(Octets part) {
            for (int i = 0; i < part.blocks.size(); i++) {
                int count = part.countIn(i);
                System.arraycopy(part.blocks.get(i), 0, octets, at, count);
                at += count;
            }
            return this;
        }

        /** The array itself; it must be full. */
        byte[] octets() {
            if (at != octets.length) {
                throw new IllegalStateException("not full");
            }
            return octets;
        }
    }
}
