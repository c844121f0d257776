package id.pamong.authority.cmp.web;

import id.pamong.authority.cmp.CmpServer;
import id.pamong.office.identity.Performs;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.refusal.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * CMP over HTTP (RFC 9811): beside the other addresses of a CA, and at the well-known one with the
 * CA as its label. Messages protect themselves, so plain HTTP serves too.
 */
@Controller
class CmpController {
    private static final String TYPE = "application/pkixcmp";

    private final CmpServer server;

    CmpController(CmpServer server) {
        this.server = server;
    }

    @Performs("pki.cmp")
    @PostMapping(path = "/pki/{ca}/cmp", consumes = TYPE)
    ResponseEntity<byte[]> answer(@PathVariable String ca, HttpServletRequest request)
            throws IOException {
        return answered(ca, request);
    }

    @Performs("pki.cmp")
    @PostMapping(path = "/.well-known/cmp/p/{ca}", consumes = TYPE)
    ResponseEntity<byte[]> wellKnown(@PathVariable String ca, HttpServletRequest request)
            throws IOException {
        return answered(ca, request);
    }

    private ResponseEntity<byte[]> answered(String ca, HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(CmpServer.LONGEST + 1);
        if (body.length > CmpServer.LONGEST) {
            throw new TooLarge("pki.request-too-large");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TYPE))
                .cacheControl(CacheControl.noStore())
                .body(server.answer(ca, body).orElseThrow(() -> new NotFound("pki.no-authority")));
    }
}
