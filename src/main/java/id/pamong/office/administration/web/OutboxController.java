package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.notification.MailRelay;
import id.pamong.office.notification.MailRelays;
import id.pamong.office.notification.Outbox;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** E-mail on its way and the relay that takes it; no text, code or link of a mail is shown. */
@Controller
class OutboxController {
    private final Permissions permissions;
    private final Outbox outbox;
    private final MailRelays relays;
    private final OutboxListing listing;
    private final ListPages pages;

    OutboxController(
            Outbox outbox,
            MailRelays relays,
            OutboxListing listing,
            ListPages pages,
            Permissions permissions) {
        this.permissions = permissions;
        this.outbox = outbox;
        this.relays = relays;
        this.listing = listing;
        this.pages = pages;
    }

    @Bean
    static NavItem outboxEntry() {
        return new NavItem(
                82,
                "administration.nav.outbox",
                "/pengelola/kotak-keluar",
                "notification.outbox",
                "mail");
    }

    /** What stands in the fields of the relay. */
    record Typed(UnaryOperator<String> source) {
        public String text(String name) {
            return source.apply(name);
        }
    }

    @Performs("notification.outbox")
    @GetMapping("/{government}/pengelola/kotak-keluar")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListReader reader = permissions.reader(government, actor);
        model.addAttribute("notice", form.has("dicoba") ? "administration.outbox.tried" : null);
        model.addAttribute("list", pages.page(listing, reader, form));
        model.addAttribute("unsent", outbox.unsent(government.id()));
        model.addAttribute("relay", relays.of(government.id()).orElse(null));
        return "administration/outbox";
    }

    @Performs("notification.try-again")
    @PostMapping("/{government}/pengelola/kotak-keluar/coba-lagi")
    String tryAgain(LocalGovernment government, Actor actor) {
        outbox.tryAgain(government.id(), actor.account().value());
        return "redirect:/" + government.slug() + "/pengelola/kotak-keluar?dicoba";
    }

    @Performs("notification.set-relay")
    @GetMapping("/{government}/pengelola/server-surat")
    String relay(LocalGovernment government, Model model) {
        @Nullable MailRelay set = relays.of(government.id()).orElse(null);
        return relay(name -> set == null ? "" : value(set, name), List.of(), model);
    }

    @Performs("notification.set-relay")
    @PostMapping("/{government}/pengelola/server-surat")
    String setRelay(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        MailRelay relay =
                new MailRelay(
                        form.text("host"),
                        form.text("port").matches("[0-9]{1,5}")
                                ? Integer.parseInt(form.text("port"))
                                : 0,
                        Arrays.stream(MailRelay.Security.values())
                                .filter(one -> one.name().equals(form.text("security")))
                                .findFirst()
                                .orElse(MailRelay.Security.TLS),
                        form.text("username"),
                        form.text("sender"));
        @Nullable SecretBytes password = form.secret("password").orElse(null);
        List<Finding> findings = relays.check(relay, password != null);
        if (!findings.isEmpty()) {
            return relay(form::text, findings, model);
        }
        relays.set(government.id(), relay, password, actor.account().value());
        outbox.tryAgain(government.id(), actor.account().value());
        return "redirect:/" + government.slug() + "/pengelola/kotak-keluar";
    }

    private static String relay(UnaryOperator<String> typed, List<Finding> findings, Model model) {
        model.addAttribute("typed", new Typed(typed));
        model.addAttribute("findings", findings);
        model.addAttribute("securities", MailRelay.Security.values());
        return "administration/relay";
    }

    private static String value(MailRelay relay, String field) {
        return switch (field) {
            case "host" -> relay.host();
            case "port" -> Integer.toString(relay.port());
            case "security" -> relay.security().name();
            case "username" -> relay.username();
            case "sender" -> relay.sender();
            default -> "";
        };
    }
}
