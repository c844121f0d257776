package id.pamong.office.archive.guarded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a child says, as it travels over its standard output. */
public sealed interface Answer {

    /**
     * The work is done.
     *
     * @param pages number of pages
     * @param signed whether the PDF carries a signature
     * @param numbers sizes of pages, width and height in turn
     */
    record Done(int pages, boolean signed, List<Double> numbers, Bytes bytes) implements Answer {}

    /**
     * The content cannot be taken.
     *
     * @param code of the finding, such as {@code paper.encrypted}
     */
    record Declined(String code) implements Answer {}

    /** The result: a cleaned file or a PNG; empty if the content stays as it is. */
    final class Bytes {
        private final byte[] value;

        Bytes(byte[] value) {
            this.value = value;
        }

        /** Not copied. */
        public byte[] value() {
            return value;
        }
    }

    static Answer done(int pages, boolean signed, byte[] bytes) {
        return new Done(pages, signed, List.of(), new Bytes(bytes));
    }

    default void writeTo(DataOutputStream out) throws IOException {
        switch (this) {
            case Done(int pages, boolean signed, List<Double> numbers, Bytes bytes) -> {
                out.writeByte(0);
                out.writeInt(pages);
                out.writeBoolean(signed);
                out.writeInt(numbers.size());
                for (double number : numbers) {
                    out.writeDouble(number);
                }
                out.writeInt(bytes.value().length);
                out.write(bytes.value());
            }
            case Declined(String code) -> {
                out.writeByte(1);
                out.writeUTF(code);
            }
        }
        out.flush();
    }

    /**
     * Reads an answer; the child is not trusted, so more than the limit is an error.
     *
     * @param limit largest result in bytes
     */
    static Answer readFrom(DataInputStream in, int limit) throws IOException {
        if (in.readByte() != 0) {
            return new Declined(in.readUTF());
        }
        int pages = in.readInt();
        boolean signed = in.readBoolean();
        int count = in.readInt();
        if (pages < 0 || count < 0 || count > 100_000) {
            throw new IOException("an answer out of bounds");
        }
        List<Double> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(in.readDouble());
        }
        int length = in.readInt();
        if (length < 0 || length > limit) {
            throw new IOException("an answer out of bounds");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new Done(pages, signed, List.copyOf(numbers), new Bytes(bytes));
    }
}
