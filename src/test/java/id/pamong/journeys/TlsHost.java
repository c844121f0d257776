package id.pamong.journeys;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import id.pamong.testkit.OpenSsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A host that serves with {@code key.pem} and {@code chain.pem} of a folder, as its owner would.
 */
final class TlsHost implements AutoCloseable {
    private static final char[] STORE = "changeit".toCharArray();

    private final HttpsServer server;

    private TlsHost(HttpsServer server) {
        this.server = server;
    }

    static TlsHost serve(OpenSsl openssl) throws IOException, GeneralSecurityException {
        openssl.run(
                "pkcs12",
                "-export",
                "-inkey",
                "key.pem",
                "-in",
                "chain.pem",
                "-out",
                "host.p12",
                "-passout",
                "pass:changeit");
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(new ByteArrayInputStream(openssl.read("host.p12")), STORE);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, STORE);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        return new TlsHost(server);
    }

    /** How OpenSSL, which trusts {@code root.pem} alone, ends a handshake under a name. */
    OpenSsl.Said greet(OpenSsl openssl, String name, Instant at) {
        return openssl.run(
                "s_client",
                "-connect",
                "127.0.0.1:" + server.getAddress().getPort(),
                "-servername",
                name,
                "-verify_hostname",
                name,
                "-CAfile",
                "root.pem",
                "-attime",
                Long.toString(at.getEpochSecond()),
                "-verify_return_error",
                "-brief");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
