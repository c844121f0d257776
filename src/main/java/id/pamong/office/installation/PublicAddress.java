package id.pamong.office.installation;

import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The addresses by which people and other programs reach this installation. What the command line
 * says goes before what the first run has kept in the data folder.
 */
@Component
public class PublicAddress {
    private static final String WEB = "public-url";
    private static final String PKI = "pki-url";

    private final Installation installation;

    PublicAddress(Installation installation) {
        this.installation = installation;
    }

    /**
     * Base of the pages, without a slash at the end, such as {@code
     * https://pamong.madiunkota.go.id}.
     */
    public URI web() {
        return installation
                .declaredUrl()
                .or(() -> kept(WEB))
                .orElseGet(() -> installation.localUrl());
    }

    /**
     * Base of CRL, OCSP, AIA and time stamps, over plain HTTP as RFC 5280 asks: their answers are
     * signed, and fetching them must not need a certificate check of its own.
     */
    public URI pki() {
        return kept(PKI).orElseGet(() -> plain(web()));
    }

    /** Keeps the address that the first run asked for, for good. */
    public void declare(URI web) {
        PropertiesFile file = new PropertiesFile(installation.data().resolve(DataFolder.MARKER));
        file.set(WEB, web.toString());
        file.set(PKI, plain(web).toString());
    }

    private URI plain(URI web) {
        if (!"https".equals(web.getScheme())) {
            return web;
        }
        String port = installation.pkiPort() == 80 ? "" : ":" + installation.pkiPort();
        return URI.create("http://" + web.getHost() + port);
    }

    private Optional<URI> kept(String name) {
        return new PropertiesFile(installation.data().resolve(DataFolder.MARKER))
                .get(name)
                .map(URI::create);
    }
}
