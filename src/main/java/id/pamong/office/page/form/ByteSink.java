package id.pamong.office.page.form;

import java.io.IOException;

/** Takes the bytes of one part as they come. */
@FunctionalInterface
interface ByteSink {
    /** The array belongs to the caller and is used again. */
    void take(byte[] bytes, int from, int length) throws IOException;
}
