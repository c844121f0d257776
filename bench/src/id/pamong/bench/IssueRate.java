package id.pamong.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import id.pamong.Pamong;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.builtin.RootFile;
import id.pamong.authority.builtin.RootOpening;
import id.pamong.authority.custody.SignatureEngine;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.SecretBytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Certificates a second, each durable with its order and its audit record, beside a loop that signs
 * as many bytes with the same provider and kind of key and commits one row of the same size, with
 * the same number of threads. Rounds of both alternate; medians count.
 */
public final class IssueRate {
    private static final int SENDERS = 8;
    private static final int WARM = 30_000;

    private final int seconds;
    private final int rounds;
    private final ConfigurableApplicationContext context;
    private final ConcurrentLinkedQueue<Connection> connections = new ConcurrentLinkedQueue<>();
    private final Connection watching;
    private final long postmaster;

    private IssueRate(Path home, String kind, int seconds, int rounds) throws Exception {
        this.seconds = seconds;
        this.rounds = rounds;
        SpringApplication application = new SpringApplication(Pamong.class);
        application.setDefaultProperties(
                Map.of(
                        "pamong.mode", "demo",
                        "pamong.demo", "true",
                        "pamong.data", home.resolve("data").toString(),
                        "pamong.keys", home.resolve("keys").toString(),
                        "pamong.authority.issuing-key", kind,
                        "server.address", "127.0.0.1",
                        "server.port", "0"));
        context = application.run();
        Path postgres = home.resolve("data/postgres");
        String port = Files.readAllLines(postgres.resolve("cluster/postmaster.pid")).get(3).strip();
        postmaster = Long.parseLong(Files.readAllLines(postgres.resolve("cluster/postmaster.pid")).get(0).strip());
        String password = Files.readString(postgres.resolve("owner.password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        for (int i = 0; i < SENDERS; i++) {
            connections.add(DriverManager.getConnection(url, "pamong_owner", password));
        }
        watching = DriverManager.getConnection(url, "pamong_owner", password);
        try (var statement = watching.createStatement()) {
            statement.execute("create table bench_row (id uuid primary key, content bytea not null)");
        }
    }

    /** Arguments: folder for the data, kind of the issuing key, seconds of a round, rounds. */
    public static void main(String[] args) throws Exception {
        new IssueRate(
                        Path.of(args[0]).toAbsolutePath(),
                        args[1],
                        Integer.parseInt(args[2]),
                        Integer.parseInt(args[3]))
                .run(args[1]);
        System.exit(0);
    }

    private void run(String kind) throws Exception {
        ConcurrentLinkedQueue<byte[]> requests = new ConcurrentLinkedQueue<>();
        Callable<Boolean> issue = issue(requests);
        byte[] row = new byte[rowSize()];
        byte[] laidOut = new byte[700];
        KeyPair pair = pair(kind);
        String algorithm = kind.startsWith("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        java.security.PrivateKey key =
                SignatureEngine.privateKey(kind.startsWith("RSA") ? "RSA" : "EC", pair.getPrivate().getEncoded());
        Callable<Boolean> irreducible =
                () -> {
                    byte[] signature = SignatureEngine.sign(algorithm, key, laidOut);
                    System.arraycopy(signature, 0, row, 0, 64);
                    Connection connection = connections.poll();
                    try (PreparedStatement insert =
                            connection.prepareStatement("insert into bench_row values (?, ?)")) {
                        insert.setObject(1, UUID.randomUUID());
                        insert.setBytes(2, row);
                        insert.executeUpdate();
                    } finally {
                        connections.add(connection);
                    }
                    return true;
                };
        // Warm until the compiler has had its say, or two minutes are over.
        long warmUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        for (double done = 0; done < WARM && System.nanoTime() < warmUntil; ) {
            fill(requests, 4_000 * 3);
            done += rate(3, issue) * 3;
        }
        rate(3, irreducible);
        double[] issued = new double[rounds];
        double[] bare = new double[rounds];
        double[] issuedCpu = new double[rounds];
        double[] bareCpu = new double[rounds];
        double[] shares = new double[rounds];
        long certificates = 0;
        long commits = 0;
        long syncs = 0;
        for (int round = 0; round < rounds; round++) {
            fill(requests, 5_000 * seconds);
            long commitsBefore = number("select xact_commit from pg_stat_database where datname = 'pamong'");
            long syncsBefore = syncs();
            double cpu = cpu();
            issued[round] = rate(seconds, issue);
            issuedCpu[round] = (cpu() - cpu) / (issued[round] * seconds);
            certificates += Math.round(issued[round] * seconds);
            Thread.sleep(1_500);
            commits += number("select xact_commit from pg_stat_database where datname = 'pamong'") - commitsBefore;
            syncs += syncs() - syncsBefore;
            cpu = cpu();
            bare[round] = rate(seconds, irreducible);
            bareCpu[round] = (cpu() - cpu) / (bare[round] * seconds);
            shares[round] = issued[round] / bare[round];
        }
        System.out.printf(
                Locale.ROOT,
                "issuing key %s, %s, %d threads, medians of %d rounds of %d s: %.0f certificates/s,"
                        + " irreducible loop %.0f/s, share %.1f %% (rounds %s); %.2f commits and %.2f WAL"
                        + " syncs for a certificate; processor time %.0f us for a certificate, %.0f us for a turn of"
                        + " the loop; row of %d octets%n",
                kind,
                SignatureEngine.name(),
                SENDERS,
                rounds,
                seconds,
                median(issued),
                median(bare),
                median(shares) * 100,
                Arrays.stream(shares).mapToObj(one -> String.format(Locale.ROOT, "%.0f", one * 100)).toList(),
                (double) commits / certificates,
                (double) syncs / certificates,
                median(issuedCpu) * 1e6,
                median(bareCpu) * 1e6,
                row.length);
    }

    /** Seconds of processor used so far by Pamong and its PostgreSQL: on a busy machine they tell more than rates. */
    private double cpu() throws Exception {
        double java = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
        return java + ProcessHandle.of(postmaster).orElseThrow().descendants()
                .mapToDouble(one -> one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
                .sum();
    }

    /** What an issued certificate leaves behind: order, certificate, audit record. */
    private int rowSize() {
        return 500 + 750 + 1_300 + 750 + 600;
    }

    private long syncs() throws Exception {
        return number("select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal' and context = 'normal'");
    }

    private long number(String query) throws Exception {
        try (var statement = watching.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private Callable<Boolean> issue(ConcurrentLinkedQueue<byte[]> requests) {
        BuiltinAuthority authority = context.getBean(BuiltinAuthority.class);
        OrderBook book = context.getBean(OrderBook.class);
        AuditTrail audit = context.getBean(AuditTrail.class);
        TenantTransactions transactions = context.getBean(TenantTransactions.class);
        LocalGovernmentId government = new LocalGovernmentId(UUID.randomUUID());
        RootFile root = authority.createRoot("Pemerintah Kota Contoh", URI.create("http://pki.contoh.example"), secret());
        if (!(authority.createIssuing(government, "contoh", "Pemerintah Kota Contoh", root.pem(), secret())
                instanceof RootOpening.Done)) {
            throw new IllegalStateException("the root does not open");
        }
        SubjectName subject = new SubjectName("Warga Contoh", "Pemerintah Kota Contoh", "ID");
        return () -> {
            byte[] csr = requests.poll();
            if (csr == null) {
                throw new IllegalStateException("more requests are needed");
            }
            RequestKey key = new RequestKey(UUID.randomUUID());
            return transactions.inTenant(
                    government,
                    () -> {
                        OrderOutcome outcome =
                                book.place(
                                        new CertificateOrder(
                                                key, government, ProfileId.INDIVIDUAL_SIGNATURE, subject, List.of(), csr));
                        if (!(outcome instanceof OrderOutcome.Issued)) {
                            throw new IllegalStateException(outcome.toString());
                        }
                        audit.record(
                                new AuditRecord("issuance.activate", null, "certificate", key.value(), "ISSUED", Map.of()));
                        return true;
                    });
        };
    }

    /** Requests of owners with P-256 keys, made before the measuring. */
    private static void fill(ConcurrentLinkedQueue<byte[]> requests, int count) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", AmazonCorrettoCryptoProvider.INSTANCE);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        JcaContentSignerBuilder signer =
                new JcaContentSignerBuilder("SHA256withECDSA").setProvider(AmazonCorrettoCryptoProvider.INSTANCE);
        while (requests.size() < count) {
            List<byte[]> more = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                KeyPair pair = generator.generateKeyPair();
                more.add(
                        new JcaPKCS10CertificationRequestBuilder(
                                        new X500Name("CN=Warga Contoh,O=Pemerintah Kota Contoh,C=ID"), pair.getPublic())
                                .build(signer.build(pair.getPrivate()))
                                .getEncoded());
            }
            requests.addAll(more);
        }
    }

    private static KeyPair pair(String kind) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.startsWith("RSA") ? "RSA" : "EC");
        if (kind.startsWith("RSA")) {
            generator.initialize(2048);
        } else {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return generator.generateKeyPair();
    }

    /** Runs of the work a second. */
    private static double rate(int seconds, Callable<Boolean> work) throws Exception {
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService pool = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                running.add(
                        pool.submit(
                                () -> {
                                    while (System.nanoTime() < end && work.call()) {
                                        done.increment();
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

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static SecretBytes secret() {
        return SecretBytes.takeOver("berkas akar untuk ukuran".getBytes(StandardCharsets.UTF_8));
    }
}
