package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RoomTest
class StatusPagesTest {
    private final LocalGovernmentId government = new LocalGovernmentId(UUID.randomUUID());
    private final String slug = "st" + government.toString().substring(0, 8);

    @Autowired BuiltinAuthority authority;
    @Autowired MutableClock clock;
    @Autowired MockMvcTester http;

    private AuthorityCertificate issuing;

    @BeforeEach
    void serve() {
        TestAuthority.serve(authority, clock, government, slug);
        issuing = authority.issuing(government).orElseThrow();
    }

    @Test
    void certificate_and_revocation_list_come_with_their_types_and_may_be_kept() {
        MvcTestResult certificate = http.get().uri("/pki/{ca}/ca.crt", issuing.ca()).exchange();
        assertThat(certificate).hasStatusOk().hasContentType("application/pkix-cert");
        assertThat(certificate.getResponse().getContentAsByteArray()).isEqualTo(issuing.der());
        MvcTestResult list = http.get().uri("/pki/{ca}/crl/0.crl", issuing.ca()).exchange();
        assertThat(list).hasStatusOk().hasContentType("application/pkix-crl");
        assertThat(list.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("max-age");
        assertThat(
                        http.get()
                                .uri("/pki/{ca}/crl/0.crl", issuing.ca())
                                .header(
                                        HttpHeaders.IF_NONE_MATCH,
                                        list.getResponse().getHeader(HttpHeaders.ETAG))
                                .exchange())
                .hasStatus(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void ocsp_answers_by_get_with_slashes_bare_or_encoded_as_by_post() throws Exception {
        byte[] request = requestWithSlashes();
        String base64 = Base64.getEncoder().encodeToString(request);
        for (String path :
                new String[] {base64, URLEncoder.encode(base64, StandardCharsets.US_ASCII)}) {
            MvcTestResult answer =
                    http.get().uri(URI.create("/pki/" + issuing.ca() + "/ocsp/" + path)).exchange();
            assertThat(answer).hasStatusOk().hasContentType("application/ocsp-response");
            assertThat(status(answer)).isEqualTo(OCSPResp.SUCCESSFUL);
        }
        MvcTestResult posted =
                http.post()
                        .uri("/pki/{ca}/ocsp", issuing.ca())
                        .contentType("application/ocsp-request")
                        .content(request)
                        .exchange();
        BasicOCSPResp basic =
                (BasicOCSPResp)
                        new OCSPResp(posted.getResponse().getContentAsByteArray())
                                .getResponseObject();
        assertThat(basic.getResponses()).hasSize(1);
    }

    @Test
    void garbage_to_ocsp_is_malformed_and_a_foreign_type_is_refused() throws Exception {
        assertThat(
                        status(
                                http.get()
                                        .uri(URI.create("/pki/" + issuing.ca() + "/ocsp/zz=z"))
                                        .exchange()))
                .isEqualTo(OCSPResp.MALFORMED_REQUEST);
        assertThat(
                        http.post()
                                .uri("/pki/{ca}/ocsp", issuing.ca())
                                .contentType(MediaType.TEXT_PLAIN)
                                .content("halo")
                                .exchange())
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(
                        http.post()
                                .uri("/pki/{ca}/ocsp", issuing.ca())
                                .contentType("application/ocsp-request")
                                .content(new byte[70_000])
                                .exchange())
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void a_time_stamp_answers_the_digest_that_was_asked() throws Exception {
        var request =
                new TimeStampRequestGenerator()
                        .generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.TWO);
        MvcTestResult reply =
                http.post()
                        .uri("/pki/{ca}/tsa", issuing.ca())
                        .contentType("application/timestamp-query")
                        .content(request.getEncoded())
                        .exchange();
        assertThat(reply).hasStatusOk().hasContentType("application/timestamp-reply");
        new TimeStampResponse(reply.getResponse().getContentAsByteArray()).validate(request);
    }

    @Test
    void an_unknown_authority_is_not_found() {
        assertThat(http.get().uri("/pki/tidak-ada/ca.crt").exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    /** Serial numbers are tried until the Base64 holds slashes, two of them side by side. */
    private byte[] requestWithSlashes() throws Exception {
        var digest = new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
        var issuer = new X509CertificateHolder(issuing.der());
        for (long serial = 0xFFFFFFFFL; ; serial += 0xFFFFFFL) {
            byte[] request =
                    new OCSPReqBuilder()
                            .addRequest(
                                    new CertificateID(digest, issuer, BigInteger.valueOf(serial)))
                            .build()
                            .getEncoded();
            if (Base64.getEncoder().encodeToString(request).contains("//")) {
                return request;
            }
        }
    }

    private static int status(MvcTestResult answer) throws Exception {
        return new OCSPResp(answer.getResponse().getContentAsByteArray()).getStatus();
    }
}
