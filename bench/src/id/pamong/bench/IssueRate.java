package id.pamong.bench;

import id.pamong.Pamong;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.builtin.RootFile;
import id.pamong.authority.builtin.RootOpening;
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
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
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

/** Certificates a second, each durable with its audit record, beside what the machine can do. */
public final class IssueRate {
    private static final int SENDERS = 8;
    private static final int ROW = 900;

    private IssueRate() {}

    /** Arguments: folder for the data, seconds of each measurement. */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath();
        int seconds = Integer.parseInt(args[1]);
        SpringApplication application = new SpringApplication(Pamong.class);
        application.setDefaultProperties(
                Map.of(
                        "pamong.mode", "demo",
                        "pamong.demo", "true",
                        "pamong.data", home.resolve("data").toString(),
                        "pamong.keys", home.resolve("keys").toString(),
                        "server.address", "127.0.0.1",
                        "server.port", "0"));
        try (ConfigurableApplicationContext context = application.run()) {
            double issued = issue(context, seconds);
            double commits = commits(home.resolve("data/postgres"), seconds);
            double signatures = signatures(seconds);
            say("issued with durable commit and audit", issued, 1);
            say("ceiling: bare durable commits", commits, issued / commits);
            say("ceiling: bare P-256 signatures", signatures, issued / signatures);
        }
        System.exit(0);
    }

    private static void say(String what, double rate, double share) {
        System.out.printf(
                Locale.ROOT, "%-40s %10.0f /s   issue rate is %5.1f %% of it%n", what, rate, share * 100);
    }

    private static double issue(ConfigurableApplicationContext context, int seconds) throws Exception {
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
        ConcurrentLinkedQueue<byte[]> requests = requests(4_000 + (seconds * 2_000));
        Callable<Boolean> one =
                () -> {
                    byte[] csr = requests.poll();
                    if (csr == null) {
                        return false;
                    }
                    RequestKey key = new RequestKey(UUID.randomUUID());
                    return transactions.inTenant(
                            government,
                            () -> {
                                OrderOutcome outcome =
                                        book.place(
                                                new CertificateOrder(
                                                        key,
                                                        government,
                                                        ProfileId.INDIVIDUAL_SIGNATURE,
                                                        new SubjectName("Warga Contoh", "Pemerintah Kota Contoh", "ID"),
                                                        List.of(),
                                                        csr));
                                if (!(outcome instanceof OrderOutcome.Issued)) {
                                    throw new IllegalStateException(outcome.toString());
                                }
                                audit.record(
                                        new AuditRecord(
                                                "issuance.activate", null, "certificate", key.value(), "ISSUED", Map.of()));
                                return true;
                            });
                };
        rate(SENDERS, 3, one);
        return rate(SENDERS, seconds, one);
    }

    private static ConcurrentLinkedQueue<byte[]> requests(int count) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        ConcurrentLinkedQueue<byte[]> requests = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < count; i++) {
            KeyPair pair = generator.generateKeyPair();
            requests.add(
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500Name("CN=Warga Contoh,O=Pemerintah Kota Contoh,C=ID"), pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                            .getEncoded());
        }
        return requests;
    }

    private static double commits(Path postgres, int seconds) throws Exception {
        String port = Files.readAllLines(postgres.resolve("cluster/postmaster.pid")).get(3).strip();
        String password = Files.readString(postgres.resolve("owner.password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        ConcurrentLinkedQueue<Connection> connections = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < SENDERS; i++) {
            connections.add(DriverManager.getConnection(url, "pamong_owner", password));
        }
        try (var statement = connections.element().createStatement()) {
            statement.execute("create table bench_row (id uuid primary key, content bytea not null)");
        }
        byte[] content = new byte[ROW];
        Callable<Boolean> one =
                () -> {
                    Connection connection = connections.poll();
                    try (PreparedStatement insert =
                            connection.prepareStatement("insert into bench_row values (?, ?)")) {
                        insert.setObject(1, UUID.randomUUID());
                        insert.setBytes(2, content);
                        insert.executeUpdate();
                    } finally {
                        connections.add(connection);
                    }
                    return true;
                };
        rate(SENDERS, 2, one);
        double rate = rate(SENDERS, seconds, one);
        for (Connection connection : connections) {
            connection.close();
        }
        return rate;
    }

    private static double signatures(int seconds) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] content = new byte[ROW];
        Callable<Boolean> one =
                () -> {
                    Signature signature = Signature.getInstance("SHA256withECDSA");
                    signature.initSign(pair.getPrivate());
                    signature.update(content);
                    return signature.sign().length > 0;
                };
        int cores = Runtime.getRuntime().availableProcessors();
        rate(cores, 2, one);
        return rate(cores, seconds, one);
    }

    /** Runs of the work a second, by so many threads, until it returns false or the time is over. */
    private static double rate(int threads, int seconds, Callable<Boolean> work) throws Exception {
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
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

    private static SecretBytes secret() {
        return SecretBytes.takeOver("berkas akar untuk ukuran".getBytes(StandardCharsets.UTF_8));
    }
}
