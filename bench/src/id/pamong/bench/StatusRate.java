package id.pamong.bench;

import id.pamong.Pamong;
import id.pamong.authority.builtin.AuthorityCertificate;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.builtin.RootFile;
import id.pamong.authority.builtin.RootOpening;
import id.pamong.authority.custody.SignatureEngine;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Performs;
import id.pamong.office.protection.SecretBytes;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * OCSP answers a second over HTTP by 16 connections, beside the same server answering as many fixed
 * octets; and a CRL of a million entries, made, kept and read within the heap of this process.
 */
public final class StatusRate {
    private static final int CONNECTIONS = 16;
    private static final int CERTIFICATES = 10_000;

    private StatusRate() {}

    /** Answers fixed octets by the same way through the server; found by the scan of components. */
    @Controller
    static class Fixed {
        static volatile byte[] octets = new byte[0];

        @Performs("pki.ocsp")
        @PostMapping(path = "/pki/fixed", consumes = "application/ocsp-request")
        ResponseEntity<byte[]> fixed(@RequestBody byte[] request) {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("application/ocsp-response"))
                    .body(octets);
        }
    }

    /** Arguments: folder for the data, seconds of a round, rounds, entries of the CRL. */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath();
        SpringApplication application = new SpringApplication(Pamong.class);
        application.setDefaultProperties(
                Map.of(
                        "pamong.mode", "demo",
                        "pamong.demo", "true",
                        "pamong.data", home.resolve("data").toString(),
                        "pamong.keys", home.resolve("keys").toString(),
                        "server.address", "127.0.0.1",
                        "server.port", "0"));
        ConfigurableApplicationContext context = application.run();
        BuiltinAuthority authority = context.getBean(BuiltinAuthority.class);
        LocalGovernmentId government = new LocalGovernmentId(UUID.randomUUID());
        RootFile root = authority.createRoot("Pemerintah Kota Contoh", URI.create("http://pki.contoh.example"), secret());
        if (!(authority.createIssuing(government, "contoh", "Pemerintah Kota Contoh", root.pem(), secret())
                instanceof RootOpening.Done)) {
            throw new IllegalStateException("the root does not open");
        }
        Path postgres = home.resolve("data/postgres");
        String port = Files.readAllLines(postgres.resolve("cluster/postmaster.pid")).get(3).strip();
        String password = Files.readString(postgres.resolve("owner.password")).strip();
        try (Connection owner =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/pamong", "pamong_owner", password)) {
            AuthorityCertificate issuing = authority.issuing(government).orElseThrow();
            fill(owner, issuing, CERTIFICATES, false);
            int web = ((WebServerApplicationContext) context).getWebServer().getPort();
            ocsp(authority, issuing, web, Integer.parseInt(args[1]), Integer.parseInt(args[2]), owner);
            crl(context, issuing, owner, Integer.parseInt(args[3]));
        }
        System.exit(0);
    }

    /** Rows as issued certificates leave them; only their status is looked at here. */
    private static void fill(Connection owner, AuthorityCertificate issuing, int count, boolean revoked)
            throws Exception {
        try (var insert =
                owner.prepareStatement(
                        """
                        insert into ca_certificate (ca, serial, government, profile, der, public_key_sha256,
                            not_before, not_after, issued_at, revoked_at, revocation_reason, status_changed_at)
                        select ?, '4' || encode(substr(sha256(random()::text::bytea), 1, 19), 'hex'), ?,
                            'INDIVIDUAL_SIGNATURE', '\\x00', sha256((random()::text || n)::bytea), now(),
                            now() + interval '2 years', now(), case when ? then now() end,
                            case when ? then (array['KEY_COMPROMISE', 'SUPERSEDED', 'UNSPECIFIED'])[1 + n % 3] end,
                            case when ? then now() end
                        from generate_series(1, ?) n
                        """)) {
            insert.setString(1, issuing.ca());
            insert.setObject(2, java.util.Objects.requireNonNull(issuing.government()).value());
            insert.setBoolean(3, revoked);
            insert.setBoolean(4, revoked);
            insert.setBoolean(5, revoked);
            insert.setInt(6, count);
            insert.executeUpdate();
        }
        try (var statement = owner.createStatement()) {
            statement.execute("analyze ca_certificate");
        }
    }

    private static void ocsp(
            BuiltinAuthority authority,
            AuthorityCertificate issuing,
            int port,
            int seconds,
            int rounds,
            Connection owner)
            throws Exception {
        List<byte[]> questions = new ArrayList<>();
        X509CertificateHolder issuer = new X509CertificateHolder(issuing.der());
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("select serial from ca_certificate where profile = 'INDIVIDUAL_SIGNATURE'")) {
            while (row.next()) {
                questions.add(
                        new OCSPReqBuilder()
                                .addRequest(
                                        new CertificateID(
                                                new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
                                                issuer,
                                                new BigInteger(row.getString(1), 16)))
                                .build()
                                .getEncoded());
            }
        }
        byte[] answer = authority.ocsp(issuing.ca(), questions.getFirst()).der();
        if (new OCSPResp(answer).getStatus() != OCSPResp.SUCCESSFUL) {
            throw new IllegalStateException("no answer");
        }
        Fixed.octets = answer;
        String base = "http://127.0.0.1:" + port + "/pki/";
        long begin = System.nanoTime();
        for (byte[] question : questions) {
            authority.ocsp(issuing.ca(), question);
        }
        double first = questions.size() / ((System.nanoTime() - begin) / 1e9);
        rate(base + "fixed", questions, seconds);
        rate(base + issuing.ca() + "/ocsp", questions, seconds);
        double[] answered = new double[rounds];
        double[] fixed = new double[rounds];
        double[] shares = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            answered[round] = rate(base + issuing.ca() + "/ocsp", questions, seconds);
            fixed[round] = rate(base + "fixed", questions, seconds);
            shares[round] = answered[round] / fixed[round];
        }
        System.out.printf(
                Locale.ROOT,
                "OCSP about %d certificates, POST, %d connections, medians of %d rounds of %d s: %.0f/s,"
                        + " the same server answering %d fixed octets %.0f/s, share %.0f %% (rounds %s);"
                        + " made and kept at the first question: %.0f/s by one thread, %s%n",
                questions.size(),
                CONNECTIONS,
                rounds,
                seconds,
                median(answered),
                answer.length,
                median(fixed),
                median(shares) * 100,
                Arrays.stream(shares).mapToObj(one -> String.format(Locale.ROOT, "%.0f", one * 100)).toList(),
                first,
                SignatureEngine.name());
    }

    private static double rate(String address, List<byte[]> questions, int seconds) throws Exception {
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(
                        pool.submit(
                                () -> {
                                    try (RawHttp http = new RawHttp(URI.create(address))) {
                                        while (System.nanoTime() < end) {
                                            http.post(
                                                    questions.get(
                                                            ThreadLocalRandom.current().nextInt(questions.size())));
                                            done.increment();
                                        }
                                    }
                                    return null;
                                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return done.sum() / ((System.nanoTime() - start) / 1e9);
    }

    /** One kept connection that costs the machine as little as it can, so that the server is measured. */
    private static final class RawHttp implements AutoCloseable {
        private final URI address;
        private java.net.Socket socket;
        private java.io.InputStream in;
        private final String head;
        private final byte[] buffer = new byte[64 * 1024];

        RawHttp(URI address) throws java.io.IOException {
            this.address = address;
            socket = connect();
            in = socket.getInputStream();
            head =
                    "POST "
                            + address.getPath()
                            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/ocsp-request\r\nContent-Length: ";
        }

        private java.net.Socket connect() throws java.io.IOException {
            java.net.Socket made = new java.net.Socket(address.getHost(), address.getPort());
            made.setTcpNoDelay(true);
            return made;
        }

        /** The server ends a connection after so many requests; then the next one begins. */
        void post(byte[] body) throws java.io.IOException {
            if (!sent(body)) {
                socket.close();
                socket = connect();
                in = socket.getInputStream();
                if (!sent(body)) {
                    throw new java.io.IOException("closed");
                }
            }
        }

        private boolean sent(byte[] body) throws java.io.IOException {
            byte[] begin = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
            byte[] whole = Arrays.copyOf(begin, begin.length + body.length);
            System.arraycopy(body, 0, whole, begin.length, body.length);
            try {
                socket.getOutputStream().write(whole);
            } catch (java.net.SocketException ended) {
                return false;
            }
            int have = 0;
            int wanted = -1;
            while (wanted < 0 || have < wanted) {
                int read;
                try {
                    read = in.read(buffer, have, buffer.length - have);
                } catch (java.net.SocketException ended) {
                    read = -1;
                }
                if (read < 0) {
                    return false;
                }
                have += read;
                if (wanted < 0) {
                    String text = new String(buffer, 0, have, StandardCharsets.ISO_8859_1);
                    int blank = text.indexOf("\r\n\r\n");
                    if (blank >= 0) {
                        if (!text.startsWith("HTTP/1.1 200")) {
                            throw new java.io.IOException(text.substring(0, Math.min(200, text.length())));
                        }
                        int at = text.toLowerCase(Locale.ROOT).indexOf("content-length: ");
                        wanted = blank + 4 + Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)));
                    }
                }
            }
            return true;
        }

        @Override
        public void close() throws java.io.IOException {
            socket.close();
        }
    }

    private static void crl(
            ConfigurableApplicationContext context, AuthorityCertificate issuing, Connection owner, int entries)
            throws Exception {
        fill(owner, issuing, entries, true);
        try (var statement = owner.createStatement()) {
            // The list that stands is old: the refresh makes a new one.
            statement.execute("update ca_crl set this_update = this_update - interval '2 days' where ca <> 'root'");
        }
        BuiltinAuthority authority = context.getBean(BuiltinAuthority.class);
        long before = authority.crl(issuing.ca(), 0).orElseThrow().number();
        long begin = System.nanoTime();
        context.getBean("authorityRefresh", com.github.kagkarlsson.scheduler.task.helper.RecurringTask.class)
                .execute(null, null);
        double made = (System.nanoTime() - begin) / 1e9;
        begin = System.nanoTime();
        var list = authority.crl(issuing.ca(), 0).orElseThrow();
        byte[] der = list.der();
        double fetched = (System.nanoTime() - begin) / 1e9;
        if (list.number() <= before) {
            throw new IllegalStateException("no new list");
        }
        begin = System.nanoTime();
        String serial;
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("select max(serial) from ca_certificate where revoked_at is not null")) {
            row.next();
            serial = row.getString(1);
        }
        int read = count(der, new BigInteger(serial, 16));
        double readTime = (System.nanoTime() - begin) / 1e9;
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "CRL of %d entries, %d octets, heap at most %d MiB: made, signed and kept with its delta in"
                        + " %.1f s, fetched in %.1f s, read to its last entry in %.1f s (%d entries found)%n",
                entries,
                der.length,
                Runtime.getRuntime().maxMemory() / 1_048_576,
                made,
                fetched,
                readTime,
                read);
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "pamong-bench.crl");
        Files.write(file, der);
        Path issuer = Path.of(System.getProperty("java.io.tmpdir"), "pamong-bench-ca.der");
        Files.write(issuer, issuing.der());
        begin = System.nanoTime();
        Process openssl =
                new ProcessBuilder(
                                "openssl", "crl", "-inform", "DER", "-in", file.toString(), "-noout", "-CAfile",
                                pem(issuer).toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        System.out.printf(
                Locale.ROOT, "openssl says of it: %s (%.1f s)%n", said, (System.nanoTime() - begin) / 1e9);
    }

    private static Path pem(Path der) throws Exception {
        Path pem = der.resolveSibling("pamong-bench-ca.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(Files.readAllBytes(der))
                        + "\n-----END CERTIFICATE-----\n");
        return pem;
    }

    /** Reads entry by entry with the library's streaming reader, as a program with little memory does. */
    private static int count(byte[] der, BigInteger last) throws Exception {
        var parser = new org.bouncycastle.asn1.ASN1StreamParser(new ByteArrayInputStream(der));
        var list = (org.bouncycastle.asn1.ASN1SequenceParser) parser.readObject();
        var content = (org.bouncycastle.asn1.ASN1SequenceParser) list.readObject();
        int entries = 0;
        boolean found = false;
        int place = 0;
        for (var part = content.readObject(); part != null; part = content.readObject()) {
            // version, signature, issuer, thisUpdate, nextUpdate, then the entries
            if (place++ == 5 && part instanceof org.bouncycastle.asn1.ASN1SequenceParser all) {
                for (var entry = all.readObject(); entry != null; entry = all.readObject()) {
                    var sequence = org.bouncycastle.asn1.ASN1Sequence.getInstance(entry.toASN1Primitive());
                    found |=
                            org.bouncycastle.asn1.ASN1Integer.getInstance(sequence.getObjectAt(0))
                                    .getValue()
                                    .equals(last);
                    entries++;
                }
            } else {
                part.toASN1Primitive();
            }
        }
        if (!found) {
            throw new IllegalStateException("the last entry is not there");
        }
        return entries;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static SecretBytes secret() {
        return SecretBytes.takeOver("berkas akar untuk ukuran".getBytes(StandardCharsets.UTF_8));
    }
}
