package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.gateway.CertificateStatuses;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.authority.gateway.StatusChange;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Answers made once, kept and dropped; nonces; headers for caches. */
@RoomTest
class OcspDeskTest {
    private final LocalGovernmentId government = new LocalGovernmentId(UUID.randomUUID());
    private final String slug = "ocsp" + government.toString().substring(0, 8);
    private final String ca = slug + "-1";

    @Autowired BuiltinAuthority authority;
    @Autowired StatusServices services;
    @Autowired MutableClock clock;
    @Autowired OrderBook book;
    @Autowired CertificateStatuses statuses;
    @Autowired Custody custody;
    @Autowired MockMvcTester http;

    private IssuingDesk desk;
    private IssuingDesk.Issued issued;
    private byte[] question;

    @BeforeEach
    void serve() {
        TestAuthority.serve(authority, clock, government, slug);
        desk = new IssuingDesk(book, statuses, custody, government);
        issued = desk.issue();
        question = IssuingDesk.question(issued.chain().getFirst(), issued.serial());
    }

    @Test
    void the_same_question_gets_the_answer_made_before_until_half_its_time_is_over()
            throws Exception {
        byte[] first = authority.ocsp(ca, question).der();
        clock.advance(Duration.ofHours(5));
        assertThat(authority.ocsp(ca, question).der()).isEqualTo(first);
        clock.advance(Duration.ofHours(2));
        byte[] next = authority.ocsp(ca, question).der();
        assertThat(next).isNotEqualTo(first);
        assertThat(single(next).getThisUpdate()).isEqualTo(clock.instant());
        assertThat(single(next).getNextUpdate()).isAfter(clock.instant().plusSeconds(11 * 3600));
    }

    @Test
    void what_is_asked_for_is_made_anew_by_the_clock_before_anybody_waits_for_it()
            throws Exception {
        authority.ocsp(ca, question);
        clock.advance(Duration.ofHours(4));
        services.refresh();
        assertThat(single(authority.ocsp(ca, question).der()).getThisUpdate())
                .isEqualTo(clock.instant());
    }

    @Test
    void a_change_of_status_is_answered_at_once_although_an_answer_was_kept() throws Exception {
        assertThat(status()).isSameAs(CertificateStatus.GOOD);
        desk.change(issued, new StatusChange.Hold());
        assertThat(status()).isInstanceOf(RevokedStatus.class);
        desk.change(issued, new StatusChange.Release());
        assertThat(status()).isSameAs(CertificateStatus.GOOD);
        desk.change(issued, new StatusChange.Revoke(RevocationReason.KEY_COMPROMISE));
        assertThat(((RevokedStatus) status()).getRevocationReason()).isEqualTo(1);
    }

    @Test
    void a_serial_number_never_issued_is_unknown_and_no_cache_keeps_that() throws Exception {
        OcspAnswer answer =
                authority.ocsp(ca, IssuingDesk.question(issued.chain().getFirst(), BigInteger.TWO));
        assertThat(single(answer.der()).getCertStatus()).isInstanceOf(UnknownStatus.class);
        assertThat(answer.nextUpdate()).isNull();
    }

    @Test
    void a_question_about_another_issuer_is_unauthorized() throws Exception {
        OcspAnswer answer =
                authority.ocsp(ca, IssuingDesk.question(issued.chain().get(1), issued.serial()));
        assertThat(new OCSPResp(answer.der()).getStatus()).isEqualTo(OCSPResp.UNAUTHORIZED);
        assertThat(new OCSPResp(authority.ocsp("root", question).der()).getStatus())
                .isEqualTo(OCSPResp.UNAUTHORIZED);
    }

    @Test
    void an_issuer_named_with_sha256_is_answered_in_the_same_words() throws Exception {
        byte[] asked = IssuingDesk.questionBySha256(issued.chain().getFirst(), issued.serial());
        var single = single(authority.ocsp(ca, asked).der());
        assertThat(single.getCertStatus()).isSameAs(CertificateStatus.GOOD);
        assertThat(single.getCertID().getHashAlgOID().getId()).isEqualTo("2.16.840.1.101.3.4.2.1");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "16, 0", "32, 0", "128, 0", "129, 1", "4000, 1", "0, 1"})
    void a_nonce_of_1_to_128_octets_comes_back_and_another_is_malformed(int octets, int status)
            throws Exception {
        byte[] nonce = new byte[octets];
        java.util.Arrays.fill(nonce, (byte) 7);
        OcspAnswer answer = authority.ocsp(ca, withNonce(nonce));
        OCSPResp read = new OCSPResp(answer.der());
        assertThat(read.getStatus()).isEqualTo(status);
        assertThat(answer.nextUpdate()).as("for nobody else").isNull();
        if (status == OCSPResp.SUCCESSFUL) {
            assertThat(
                            ((BasicOCSPResp) read.getResponseObject())
                                    .getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
                                    .getParsedValue())
                    .isEqualTo(new DEROctetString(nonce));
        }
    }

    @Test
    void a_get_may_be_kept_by_caches_for_an_hour_at_most_and_is_asked_again_by_its_tag() {
        URI address =
                URI.create(
                        "/pki/"
                                + ca
                                + "/ocsp/"
                                + java.net.URLEncoder.encode(
                                        Base64.getEncoder().encodeToString(question),
                                        StandardCharsets.US_ASCII));
        MvcTestResult answer = http.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer)
                .headers()
                .hasValue(
                        HttpHeaders.CACHE_CONTROL,
                        "max-age=3600, must-revalidate, no-transform, public")
                .containsHeaders(HttpHeaders.LAST_MODIFIED, HttpHeaders.EXPIRES, HttpHeaders.ETAG);
        String tag = answer.getResponse().getHeader(HttpHeaders.ETAG);
        assertThat(http.get().uri(address).header(HttpHeaders.IF_NONE_MATCH, tag).exchange())
                .hasStatus(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void the_responder_is_delegated_and_nobody_asks_about_it() throws Exception {
        BasicOCSPResp basic =
                (BasicOCSPResp)
                        new OCSPResp(authority.ocsp(ca, question).der()).getResponseObject();
        X509CertificateHolder responder = basic.getCerts()[0];
        assertThat(responder.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck)).isNotNull();
        assertThat(responder.getIssuer().getEncoded())
                .isEqualTo(
                        new X509CertificateHolder(issued.chain().getFirst())
                                .getSubject()
                                .getEncoded());
    }

    private CertificateStatus status() throws Exception {
        return single(authority.ocsp(ca, question).der()).getCertStatus();
    }

    private static org.bouncycastle.cert.ocsp.SingleResp single(byte[] der) throws Exception {
        return ((BasicOCSPResp) new OCSPResp(der).getResponseObject()).getResponses()[0];
    }

    private byte[] withNonce(byte[] nonce) throws Exception {
        return new OCSPReqBuilder()
                .addRequest(
                        new CertificateID(
                                new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
                                new X509CertificateHolder(issued.chain().getFirst()),
                                issued.serial()))
                .setRequestExtensions(
                        new Extensions(
                                new Extension(
                                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                                        false,
                                        new DEROctetString(nonce).getEncoded())))
                .build()
                .getEncoded();
    }
}
