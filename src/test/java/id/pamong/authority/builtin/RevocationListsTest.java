package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.gateway.CertificateStatuses;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.authority.gateway.StatusChange;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shards, deltas, numbers and validity of CRLs, read by OpenSSL and by Java. */
@RoomTest
class RevocationListsTest {
    private static final int SHARDS = 3;

    private final LocalGovernmentId government = new LocalGovernmentId(UUID.randomUUID());
    private final String slug = "daftar" + government.toString().substring(0, 8);
    private final String ca = slug + "-1";

    @Autowired BuiltinAuthority authority;
    @Autowired StatusServices services;
    @Autowired MutableClock clock;
    @Autowired OrderBook book;
    @Autowired CertificateStatuses statuses;
    @Autowired Custody custody;
    @Autowired JdbcClient jdbc;

    @TempDir Path folder;

    private IssuingDesk desk;

    @BeforeEach
    void serve() {
        TestAuthority.serve(authority, clock, government, slug);
        // As the setting crl-shards would have made it.
        jdbc.sql("update ca set shards = :shards where name = :ca")
                .param("shards", SHARDS)
                .param("ca", ca)
                .update();
        services.refresh();
        desk = new IssuingDesk(book, statuses, custody, government);
    }

    @Test
    void a_certificate_names_the_list_of_its_shard_and_is_revoked_on_that_list_alone()
            throws Exception {
        IssuingDesk.Issued issued = desk.issue();
        int shard = issued.serial().mod(BigInteger.valueOf(SHARDS)).intValueExact();
        String address = address(issued.certificate());
        assertThat(address).endsWith("/pki/" + ca + "/crl/" + shard + ".crl");
        desk.change(issued, new StatusChange.Revoke(RevocationReason.SUPERSEDED));
        for (int other = 0; other < SHARDS; other++) {
            X509CRLHolder list = new X509CRLHolder(crl(other, false));
            assertThat(list.getRevokedCertificate(issued.serial()) != null)
                    .isEqualTo(other == shard);
            assertThat(point(list).equals(address)).isEqualTo(other == shard);
            assertThat(list.getExtension(Extension.issuingDistributionPoint).isCritical()).isTrue();
        }
    }

    @Test
    void openssl_takes_the_list_of_the_shard_and_no_other() throws Exception {
        IssuingDesk.Issued issued = desk.issue();
        int shard = issued.serial().mod(BigInteger.valueOf(SHARDS)).intValueExact();
        assertThat(openssl(issued, crl(shard, false), null).text()).contains("owner.pem: OK");
        assertThat(openssl(issued, crl((shard + 1) % SHARDS, false), null).text())
                .contains("ifferent CRL scope");
    }

    @Test
    void a_delta_tells_those_who_have_the_list_before_it_what_changed() throws Exception {
        IssuingDesk.Issued issued = desk.issue();
        int shard = issued.serial().mod(BigInteger.valueOf(SHARDS)).intValueExact();
        byte[] before = crl(shard, false);
        clock.advance(Duration.ofHours(1));
        desk.change(issued, new StatusChange.Hold());
        byte[] delta = crl(shard, true);
        assertThat(openssl(issued, before, null).text()).contains("owner.pem: OK");
        assertThat(openssl(issued, before, delta).text()).contains("certificate revoked");
        X509CRLHolder read = new X509CRLHolder(delta);
        assertThat(read.getExtension(Extension.deltaCRLIndicator).isCritical()).isTrue();
        assertThat(number(read, Extension.deltaCRLIndicator))
                .isEqualTo(number(new X509CRLHolder(before), Extension.cRLNumber));
        assertThat(number(read, Extension.cRLNumber))
                .as("made together with a whole list")
                .isEqualTo(number(new X509CRLHolder(crl(shard, false)), Extension.cRLNumber));

        byte[] held = crl(shard, false);
        clock.advance(Duration.ofHours(1));
        desk.change(issued, new StatusChange.Release());
        assertThat(reason(new X509CRLHolder(crl(shard, true)), issued.serial()))
                .as("removeFromCRL")
                .isEqualTo(8);
        assertThat(openssl(issued, held, null).text()).contains("certificate revoked");
        assertThat(openssl(issued, held, crl(shard, true)).text()).contains("owner.pem: OK");
    }

    @Test
    void a_whole_list_names_where_its_deltas_are() throws Exception {
        X509CRLHolder whole = new X509CRLHolder(crl(1, false));
        CRLDistPoint freshest =
                CRLDistPoint.getInstance(
                        whole.getExtension(Extension.freshestCRL).getParsedValue());
        assertThat(address(freshest)).endsWith("/pki/" + ca + "/crl/1-delta.crl");
        assertThat(authority.crl(ca, 1, true)).isPresent();
        assertThat(new X509CRLHolder(crl(1, true)).getExtension(Extension.freshestCRL)).isNull();
    }

    @Test
    void lists_are_made_anew_long_before_their_end_with_rising_numbers() throws Exception {
        X509CRLHolder first = new X509CRLHolder(crl(0, false));
        clock.advance(Duration.ofHours(1));
        services.refresh();
        assertThat(crl(0, false)).as("not due").isEqualTo(first.getEncoded());
        clock.advance(Duration.ofHours(4));
        services.refresh();
        assertThat(crl(0, false)).as("only the delta is due").isEqualTo(first.getEncoded());
        clock.advance(Duration.ofHours(20));
        services.refresh();
        X509CRLHolder next = new X509CRLHolder(crl(0, false));
        assertThat(number(next, Extension.cRLNumber))
                .isGreaterThan(number(first, Extension.cRLNumber));
        assertThat(first.getNextUpdate().toInstant())
                .as("the old one is still good for days")
                .isAfter(clock.instant().plus(Duration.ofDays(5)));
        assertThat(next.getThisUpdate().toInstant()).isAfter(first.getThisUpdate().toInstant());
    }

    @Test
    void what_has_expired_leaves_the_list_only_after_one_more_list() throws Exception {
        IssuingDesk.Issued issued = desk.issue();
        int shard = issued.serial().mod(BigInteger.valueOf(SHARDS)).intValueExact();
        desk.change(issued, new StatusChange.Revoke(RevocationReason.SUPERSEDED));
        clock.set(issued.certificate().getNotAfter().toInstant().plus(Duration.ofDays(1)));
        services.refresh();
        assertThat(new X509CRLHolder(crl(shard, false)).getRevokedCertificate(issued.serial()))
                .isNotNull();
        clock.advance(Duration.ofDays(8));
        services.refresh();
        assertThat(new X509CRLHolder(crl(shard, false)).getRevokedCertificate(issued.serial()))
                .isNull();
    }

    @Test
    void java_checks_a_path_against_the_lists_alone() throws Exception {
        IssuingDesk.Issued issued = desk.issue();
        int shard = issued.serial().mod(BigInteger.valueOf(SHARDS)).intValueExact();
        validate(issued, shard);
        desk.change(issued, new StatusChange.Revoke(RevocationReason.KEY_COMPROMISE));
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> validate(issued, shard))
                .isInstanceOf(CertPathValidatorException.class)
                .hasCauseInstanceOf(CertificateRevokedException.class);
    }

    private void validate(IssuingDesk.Issued issued, int shard) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509CRL> lists = new ArrayList<>();
        for (byte[] der :
                List.of(crl(shard, false), authority.crl("root", 0).orElseThrow().der())) {
            lists.add((X509CRL) factory.generateCRL(new ByteArrayInputStream(der)));
        }
        X509Certificate issuing = IssuingDesk.read(issued.chain().get(0));
        PKIXParameters parameters =
                new PKIXParameters(
                        Set.of(new TrustAnchor(IssuingDesk.read(issued.chain().get(1)), null)));
        parameters.setDate(Date.from(clock.instant()));
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(
                Set.of(
                        PKIXRevocationChecker.Option.PREFER_CRLS,
                        PKIXRevocationChecker.Option.NO_FALLBACK));
        parameters.addCertPathChecker(checker);
        validator.validate(
                factory.generateCertPath(List.of(issued.certificate(), issuing)), parameters);
    }

    private OpenSsl.Said openssl(IssuingDesk.Issued issued, byte[] whole, byte[] delta)
            throws Exception {
        OpenSsl openssl =
                new OpenSsl(folder)
                        .file("root.pem", pem("CERTIFICATE", issued.chain().get(1)))
                        .file("issuing.pem", pem("CERTIFICATE", issued.chain().get(0)))
                        .file("owner.pem", pem("CERTIFICATE", issued.certificate().getEncoded()))
                        .file("whole.pem", pem("X509 CRL", whole));
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "verify",
                                "-attime",
                                Long.toString(clock.instant().getEpochSecond()),
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "issuing.pem",
                                "-crl_check",
                                "-extended_crl",
                                "-CRLfile",
                                "whole.pem"));
        if (delta != null) {
            openssl.file("delta.pem", pem("X509 CRL", delta));
            arguments.addAll(List.of("-use_deltas", "-CRLfile", "delta.pem"));
        }
        arguments.add("owner.pem");
        return openssl.run(arguments.toArray(String[]::new));
    }

    private static byte[] pem(String kind, byte[] der) {
        return ("-----BEGIN "
                        + kind
                        + "-----\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END "
                        + kind
                        + "-----\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private byte[] crl(int shard, boolean delta) {
        return authority.crl(ca, shard, delta).orElseThrow().der();
    }

    private static long number(X509CRLHolder list, org.bouncycastle.asn1.ASN1ObjectIdentifier oid) {
        return ASN1Integer.getInstance(list.getExtension(oid).getParsedValue()).longValueExact();
    }

    private static int reason(X509CRLHolder list, BigInteger serial) {
        return org.bouncycastle.asn1.x509.CRLReason.getInstance(
                        list.getRevokedCertificate(serial)
                                .getExtension(Extension.reasonCode)
                                .getParsedValue())
                .getValue()
                .intValueExact();
    }

    private static String point(X509CRLHolder list) {
        IssuingDistributionPoint point =
                IssuingDistributionPoint.getInstance(
                        list.getExtension(Extension.issuingDistributionPoint).getParsedValue());
        return GeneralNames.getInstance(point.getDistributionPoint().getName())
                .getNames()[0]
                .getName()
                .toString();
    }

    private static String address(X509Certificate certificate) throws Exception {
        return address(
                CRLDistPoint.getInstance(
                        new JcaX509CertificateHolder(certificate)
                                .getExtension(Extension.cRLDistributionPoints)
                                .getParsedValue()));
    }

    private static String address(CRLDistPoint point) {
        return GeneralNames.getInstance(
                        point.getDistributionPoints()[0].getDistributionPoint().getName())
                .getNames()[0]
                .getName()
                .toString();
    }
}
