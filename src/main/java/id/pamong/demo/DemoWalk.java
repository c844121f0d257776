package id.pamong.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The main job, walked over HTTP on synthetic data, with a line per step. */
public final class DemoWalk {
    private final URI base;

    /**
     * @param base where the demo listens
     * @param out folder for what the walk leaves
     * @param data the demo's data folder
     * @param firstRunPath the one-time path of the first run; empty when it is complete
     */
    public DemoWalk(URI base, Path out, Path data, Supplier<Optional<String>> firstRunPath) {
        this.base = base;
    }

    /** True when every step succeeded. */
    public boolean walk() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(base.resolve("/")).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
