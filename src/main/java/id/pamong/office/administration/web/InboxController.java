package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.notification.Inbox;
import id.pamong.office.notification.InboxMessage;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a person was told. */
@Controller
class InboxController {
    private static final int PAGE = 25;

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @Bean
    static NavItem inboxEntry() {
        return new NavItem(
                20, "administration.nav.inbox", "/kotak-masuk", "notification.inbox", "inbox");
    }

    @Performs("notification.inbox")
    @GetMapping("/{government}/kotak-masuk")
    String list(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            Locale locale,
            Model model) {
        List<InboxMessage> found =
                inbox.of(
                        government.id(),
                        actor.person(),
                        locale,
                        Ids.find(form.text("sesudah")).orElse(null),
                        PAGE + 1);
        List<InboxMessage> shown = found.stream().limit(PAGE).toList();
        model.addAttribute("messages", shown);
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? "/" + government.slug() + "/kotak-masuk?sesudah=" + shown.getLast().id()
                        : null);
        return "administration/inbox";
    }

    /** Marks it as read and goes where it leads. */
    @Performs("notification.inbox")
    @PostMapping("/{government}/kotak-masuk/{message}")
    String read(LocalGovernment government, Actor actor, @PathVariable String message) {
        return "redirect:/"
                + government.slug()
                + inbox.read(government.id(), actor.person(), Ids.get(message));
    }
}
