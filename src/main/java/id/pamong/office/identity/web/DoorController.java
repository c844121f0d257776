package id.pamong.office.identity.web;

import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first pages: which local government, and its doors. */
@Controller
class DoorController {
    private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));

    private final LocalGovernments governments;

    DoorController(LocalGovernments governments) {
        this.governments = governments;
    }

    @Performs("identity.welcome")
    @GetMapping("/")
    String start(Model model) {
        model.addAttribute("governments", governments.all());
        return "identity/start";
    }

    @Performs("identity.welcome")
    @GetMapping("/{government:[a-z0-9-]+}")
    String withoutSlash(LocalGovernment government) {
        return "redirect:/" + government.slug() + "/";
    }

    @Performs("identity.welcome")
    @GetMapping("/{government}/")
    String welcome(LocalGovernment government) {
        return "identity/welcome";
    }

    /** The accent colour; a sheet of its own because the content policy allows nothing inline. */
    @Performs("identity.welcome")
    @GetMapping("/{government}/warna.css")
    ResponseEntity<String> accent(LocalGovernment government) {
        Accent accent = Accent.of(government.accent());
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(
                        ":root{--accent:%s;--accent-text:%s;--tblr-primary:%s;--tblr-link-color:%s}\n"
                                .formatted(
                                        accent.colour(),
                                        accent.textOnIt(),
                                        accent.colour(),
                                        accent.colour()));
    }

    /** A plain shield in the accent colour; the true coat of arms is the local government's. */
    @Performs("identity.welcome")
    @GetMapping("/{government}/lambang.svg")
    ResponseEntity<String> coatOfArms(LocalGovernment government) {
        Accent accent = Accent.of(government.accent());
        String initial = government.place().substring(0, 1).replaceAll("[^A-Za-z]", "P");
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 44" width="36" height="44">\
                        <path d="M2 2h32v22c0 9-7 15-16 18C9 39 2 33 2 24z" fill="%s"/>\
                        <text x="18" y="27" font-family="system-ui,sans-serif" font-size="20" \
                        font-weight="700" text-anchor="middle" fill="%s">%s</text></svg>
                        """
                                .formatted(accent.colour(), accent.textOnIt(), initial));
    }
}
