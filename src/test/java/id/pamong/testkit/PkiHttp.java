package id.pamong.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Lets other people's clients post to the house of a test, which listens on no port. */
public final class PkiHttp implements AutoCloseable {
    private final HttpServer server;
    private final MockMvcTester mvc;

    private PkiHttp(HttpServer server, MockMvcTester mvc) {
        this.server = server;
        this.mvc = mvc;
    }

    public static PkiHttp serve(MockMvcTester mvc) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            PkiHttp http = new PkiHttp(server, mvc);
            server.createContext("/", http::pass);
            server.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        MvcTestResult result =
                mvc.post()
                        .uri(exchange.getRequestURI())
                        .contentType(
                                MediaType.parseMediaType(
                                        exchange.getRequestHeaders().getFirst("Content-Type")))
                        .content(exchange.getRequestBody().readAllBytes())
                        .exchange();
        byte[] body = result.getResponse().getContentAsByteArray();
        exchange.getResponseHeaders()
                .set("Content-Type", String.valueOf(result.getResponse().getContentType()));
        exchange.sendResponseHeaders(result.getResponse().getStatus(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
