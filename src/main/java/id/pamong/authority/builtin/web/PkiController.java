package id.pamong.authority.builtin.web;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.builtin.OcspAnswer;
import id.pamong.authority.builtin.PublishedCrl;
import id.pamong.office.identity.Performs;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.refusal.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The addresses that stand in certificates (RFC 5280 section 8, RFC 6960 appendix A, RFC 5019, RFC
 * 3161 section 3.4), over plain HTTP as over HTTPS.
 */
@Controller
class PkiController {
    private static final int LARGEST_REQUEST = 16 * 1024;
    private static final String OCSP_RESPONSE = "application/ocsp-response";

    private final BuiltinAuthority authority;
    private final Clock clock;

    PkiController(BuiltinAuthority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    @Performs("pki.certificate")
    @GetMapping("/pki/{ca}/ca.crt")
    ResponseEntity<byte[]> certificate(@PathVariable String ca) {
        byte[] der = authority.certificate(ca).orElseThrow(() -> new NotFound("pki.no-authority"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/pkix-cert"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(der);
    }

    @Performs("pki.crl")
    @GetMapping("/pki/{ca}/crl/{shard:[0-9]{1,4}}.crl")
    ResponseEntity<byte[]> crl(@PathVariable String ca, @PathVariable int shard) {
        PublishedCrl crl =
                authority.crl(ca, shard).orElseThrow(() -> new NotFound("pki.no-authority"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/pkix-crl"))
                .lastModified(crl.thisUpdate())
                .eTag("\"" + ca + "-" + shard + "-" + crl.number() + "\"")
                .cacheControl(untilAtMost(crl.nextUpdate(), Duration.ofHours(1)))
                .body(crl.der());
    }

    @Performs("pki.ocsp")
    @PostMapping(path = "/pki/{ca}/ocsp", consumes = "application/ocsp-request")
    ResponseEntity<byte[]> ocsp(@PathVariable String ca, HttpServletRequest request)
            throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(OCSP_RESPONSE))
                .cacheControl(CacheControl.noStore())
                .body(authority.ocsp(ca, body(request)).der());
    }

    /** The request stands in the path, Base64 and then URL-encoded (RFC 6960 appendix A.1). */
    @Performs("pki.ocsp")
    @GetMapping("/pki/{ca}/ocsp/**")
    ResponseEntity<byte[]> ocspByPath(@PathVariable String ca, HttpServletRequest request) {
        OcspAnswer answer = authority.ocsp(ca, inPath(request, "/pki/" + ca + "/ocsp/"));
        var response = ResponseEntity.ok().contentType(MediaType.parseMediaType(OCSP_RESPONSE));
        Instant thisUpdate = answer.thisUpdate();
        Instant nextUpdate = answer.nextUpdate();
        if (thisUpdate == null || nextUpdate == null) {
            return response.cacheControl(CacheControl.noStore()).body(answer.der());
        }
        return response.cacheControl(untilAtMost(nextUpdate, Duration.ofHours(1)))
                .lastModified(thisUpdate)
                .body(answer.der());
    }

    @Performs("pki.timestamp")
    @PostMapping(path = "/pki/{ca}/tsa", consumes = "application/timestamp-query")
    ResponseEntity<byte[]> timestamp(@PathVariable String ca, HttpServletRequest request)
            throws IOException {
        byte[] reply =
                authority
                        .timestamp(ca, body(request))
                        .orElseThrow(() -> new NotFound("pki.no-authority"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/timestamp-reply"))
                .cacheControl(CacheControl.noStore())
                .body(reply);
    }

    private CacheControl untilAtMost(Instant nextUpdate, Duration most) {
        Duration left = Duration.between(clock.instant(), nextUpdate);
        Duration age = left.isNegative() ? Duration.ZERO : left;
        return CacheControl.maxAge(age.compareTo(most) > 0 ? most : age)
                .cachePublic()
                .mustRevalidate();
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_REQUEST + 1);
        if (body.length > LARGEST_REQUEST) {
            throw new TooLarge("pki.request-too-large");
        }
        return body;
    }

    private static byte[] inPath(HttpServletRequest request, String prefix) {
        String path = request.getRequestURI();
        int at = path.indexOf(prefix);
        if (at < 0 || path.length() - at > LARGEST_REQUEST) {
            return new byte[0];
        }
        try {
            // A plus sign is Base64's own here, not a space.
            String encoded = path.substring(at + prefix.length()).replace("+", "%2B");
            return Base64.getDecoder()
                    .decode(URLDecoder.decode(encoded, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
