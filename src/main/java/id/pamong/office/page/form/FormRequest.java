package id.pamong.office.page.form;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request with the parameters that our reader took; no one else parses its body. */
final class FormRequest extends HttpServletRequestWrapper {
    private final Map<String, String[]> parameters = new LinkedHashMap<>();
    private final boolean bodyTaken;

    FormRequest(HttpServletRequest request, Map<String, List<String>> texts, boolean bodyTaken) {
        super(request);
        texts.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        this.bodyTaken = bodyTaken;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return bodyTaken ? new Nothing() : super.getInputStream();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return bodyTaken ? new BufferedReader(Reader.nullReader()) : super.getReader();
    }

    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        return null;
    }

    /** The body has been read. */
    private static final class Nothing extends ServletInputStream {
        private final InputStream empty = InputStream.nullInputStream();

        @Override
        public int read() throws IOException {
            return empty.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return empty.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body has been read");
        }
    }
}
