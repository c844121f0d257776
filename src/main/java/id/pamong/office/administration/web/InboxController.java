package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.notification.Inbox;
import id.pamong.office.notification.InboxMessage;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a person was told. */
@Controller
class InboxController {
    private final Inbox inbox;
    private final InboxListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    InboxController(Inbox inbox, InboxListing listing, ListPages pages, Permissions permissions) {
        this.inbox = inbox;
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
    }

    @Bean
    static NavItem inboxEntry() {
        return new NavItem(
                20, "administration.nav.inbox", "/kotak-masuk", "notification.inbox", "inbox");
    }

    @Performs("notification.inbox")
    @GetMapping("/{government}/kotak-masuk")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListPages.Page<InboxMessage> page =
                pages.rows(listing, permissions.reader(government, actor), form);
        model.addAttribute("messages", page.rows());
        model.addAttribute("list", page.view());
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
