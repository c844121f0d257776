package id.pamong.office.page.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Wipes a form's bytes from Tomcat's buffer of the connection when its request is done, so that a
 * passphrase does not wait there for the next request to write over it.
 */
final class WipingValve extends ValveBase {
    WipingValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String type = request.getContentType();
        boolean form =
                type != null
                        && (type.startsWith("application/x-www-form-urlencoded")
                                || type.startsWith("multipart/"));
        if (!form
                || !(request.getCoyoteRequest().getInputBuffer()
                        instanceof ApplicationBufferHandler connection)) {
            getNext().invoke(request, response);
            return;
        }
        // The head of the request ends where the buffer stands now; the body is written after it.
        int bodyBegins = connection.getByteBuffer().position();
        try {
            getNext().invoke(request, response);
        } finally {
            wipe(connection.getByteBuffer(), bodyBegins);
        }
    }

    /** All but the head and what of a following request has already arrived. */
    private static void wipe(ByteBuffer buffer, int from) {
        for (int i = from; i < buffer.capacity(); i++) {
            if (i < buffer.position() || i >= buffer.limit()) {
                putAt(buffer, i);
            }
        }
    }

    private static void putAt(ByteBuffer buffer, int index) {
        if (buffer.hasArray()) {
            buffer.array()[buffer.arrayOffset() + index] = 0;
        } else {
            buffer.duplicate().clear().put(index, (byte) 0);
        }
    }
}
