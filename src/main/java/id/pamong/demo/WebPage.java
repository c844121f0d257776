package id.pamong.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page, or a file, as it came. */
final class WebPage {
    private final URI address;
    private final int status;
    private final String mediaType;
    private final byte[] body;
    private final Document document;

    WebPage(URI address, int status, String mediaType, byte[] body) {
        this.address = address;
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
        String html =
                mediaType.startsWith("text/html") ? new String(body, StandardCharsets.UTF_8) : "";
        this.document = Jsoup.parse(html, address.toString());
    }

    URI address() {
        return address;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    boolean isPdf() {
        return mediaType.startsWith("application/pdf");
    }

    String title() {
        return document.title();
    }

    String text() {
        return document.body().text();
    }

    Document document() {
        return document;
    }

    List<WebForm> forms() {
        return document.select("form").stream().map(WebForm::new).toList();
    }

    Stream<WebForm> formsWith(String... names) {
        return forms().stream().filter(form -> Stream.of(names).allMatch(form::has));
    }

    /** The first form that has all these fields. */
    WebForm formWith(String... names) {
        return formsWith(names)
                .findFirst()
                .orElseThrow(
                        () -> new StepFailed("no form with " + List.of(names) + " on " + this));
    }

    /** The first form that goes to an address with this ending. */
    WebForm formTo(String ending) {
        return findFormTo(ending)
                .orElseThrow(() -> new StepFailed("no form to " + ending + " on " + this));
    }

    Optional<WebForm> findFormTo(String ending) {
        return forms().stream()
                .filter(form -> form.action().getPath().endsWith(ending))
                .findFirst();
    }

    /** Where the first link leads whose address contains the part. */
    Optional<String> link(String part) {
        return document.select("main a[href], a[href]").stream()
                .map(link -> link.absUrl("href"))
                .filter(link -> link.contains(part))
                .findFirst();
    }

    /** Where the first link leads whose row or card speaks of the words. */
    Optional<String> linkBeside(String words, String part) {
        return document.select("a[href]").stream()
                .filter(link -> link.absUrl("href").contains(part))
                .filter(link ->
                        Stream.concat(Stream.of(link), link.parents().stream().limit(5))
                                .anyMatch(around -> around.text().contains(words)))
                .map(link -> link.absUrl("href"))
                .findFirst();
    }

    /** Addresses of the pictures whose address contains the part. */
    List<String> pictures(String part) {
        return document.select("img[src]").stream()
                .map(picture -> picture.absUrl("src"))
                .filter(address -> address.contains(part))
                .toList();
    }

    /** What the page says is wrong. */
    String problems() {
        return String.join(
                " | ",
                document.select(".summary li, ul.findings li:not(.soft), .alert-danger").stream()
                        .map(Element::text)
                        .distinct()
                        .toList());
    }

    boolean hasProblems() {
        return !document.select(".alert-danger.summary, ul.findings li:not(.soft)").isEmpty();
    }

    @Override
    public String toString() {
        String said = problems();
        return "page "
                + address.getPath()
                + " ("
                + status
                + ", "
                + title()
                + ")"
                + (said.isEmpty() ? "" : ": " + said)
                + " "
                + forms();
    }
}
