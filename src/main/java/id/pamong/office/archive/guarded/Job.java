package id.pamong.office.archive.guarded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;

/**
 * What a child is asked to do, as it travels over its standard input.
 *
 * @param first page (from 1) of {@link Work#PDF_PICTURE}, largest number of pages of {@link
 *     Work#PDF_CLEAN}
 * @param second width in pixels, or the largest number of pixels a picture may have
 * @param length of the content that follows, in bytes
 */
record Job(Work work, int first, int second, int length) {

    /** The kinds of work. */
    enum Work {
        /** Checks a PDF and takes its metadata, scripts and attachments out. */
        PDF_CLEAN,
        /** Measures the pages of a PDF. */
        PDF_SIZES,
        /** Draws a page of a PDF. */
        PDF_PICTURE,
        /** Takes pages of a PDF, first to second, into a PDF of their own. */
        PDF_PAGES,
        /** Decodes a JPEG and encodes it again. */
        JPEG_CLEAN,
        /** Decodes a PNG and encodes it again. */
        PNG_CLEAN,
        /** Draws a picture at a width. */
        IMAGE_PICTURE
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(work.name());
        out.writeInt(first);
        out.writeInt(second);
        out.writeInt(length);
    }

    static Job readFrom(DataInputStream in) throws IOException {
        return new Job(Work.valueOf(in.readUTF()), in.readInt(), in.readInt(), in.readInt());
    }

    /** The content, outside the Java heap so that a letter of 200 MB fits beside a small heap. */
    ByteBuffer readContent(InputStream in) throws IOException {
        ByteBuffer content = ByteBuffer.allocateDirect(length);
        ReadableByteChannel channel = Channels.newChannel(in);
        while (content.hasRemaining()) {
            if (channel.read(content) < 0) {
                throw new IOException("the content ended early");
            }
        }
        return content.flip();
    }
}
