package id.pamong.office.administration.web;

import id.pamong.office.identity.Performs;
import id.pamong.office.notification.DemoMailbox;
import id.pamong.office.organization.LocalGovernments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The demo's mailboxes in one list; in real use there is no such page. */
@Controller
class DemoMailboxController {
    private final DemoMailbox mailbox;
    private final LocalGovernments governments;

    DemoMailboxController(DemoMailbox mailbox, LocalGovernments governments) {
        this.mailbox = mailbox;
        this.governments = governments;
    }

    @Performs("notification.demo-mailbox")
    @GetMapping("/contoh/kotak-surat")
    String page(Model model) {
        model.addAttribute("mails", mailbox.newest());
        model.addAttribute("governments", governments.all());
        return "administration/demo-mailbox";
    }
}
