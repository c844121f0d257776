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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;

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
    ResponseEntity<byte[]> crl(
            @PathVariable String ca, @PathVariable int shard, WebRequest request) {
        return crl(ca, shard, false, request);
    }

    @Performs("pki.crl")
    @GetMapping("/pki/{ca}/crl/{shard:[0-9]{1,4}}-delta.crl")
    ResponseEntity<byte[]> delta(
            @PathVariable String ca, @PathVariable int shard, WebRequest request) {
        return crl(ca, shard, true, request);
    }

    private ResponseEntity<byte[]> crl(String ca, int shard, boolean delta, WebRequest request) {
        PublishedCrl crl =
                authority.crl(ca, shard, delta).orElseThrow(() -> new NotFound("pki.no-authority"));
        String tag = ca + "-" + shard + (delta ? "-d" : "-") + crl.number();
        // A reader that has the list already costs no reading of it.
        boolean known = request.checkNotModified('"' + tag + '"');
        var response =
                ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                        .lastModified(crl.thisUpdate())
                        .eTag('"' + tag + '"')
                        .cacheControl(untilAtMost(crl.nextUpdate(), Duration.ofHours(1)));
        return known
                ? response.build()
                : response.contentType(MediaType.parseMediaType("application/pkix-crl"))
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
        // RFC 5019 section 6.2.
        return response.cacheControl(untilAtMost(nextUpdate, Duration.ofHours(1)))
                .lastModified(thisUpdate)
                .headers(headers -> headers.setExpires(nextUpdate))
                .eTag(answer.tag())
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
                .noTransform()
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
