package id.pamong.authority.builtin.web;

import id.pamong.authority.builtin.AuthorityCertificate;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.office.identity.Performs;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.organization.LocalGovernment;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The certificates of the authority and what they are before the law, for everyone (MDN-5(1)). */
@Controller
class AuthorityController {
    private final BuiltinAuthority authority;
    private final PublicAddress address;

    AuthorityController(BuiltinAuthority authority, PublicAddress address) {
        this.authority = authority;
        this.address = address;
    }

    @Performs("pki.authorities")
    @GetMapping("/{government}/penyelenggara")
    String authorities(LocalGovernment government, Model model) {
        List<AuthorityCertificate> ours =
                authority.published().stream()
                        .filter(one ->
                                one.government() == null
                                        || one.government().equals(government.id()))
                        .toList();
        model.addAttribute("authorities", ours);
        model.addAttribute("base", address.pki().toString());
        return "builtin/authorities";
    }
}
