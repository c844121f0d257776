package id.pamong.lifecycle.renewal.web;

import id.pamong.lifecycle.renewal.ExpiryBoard;
import id.pamong.lifecycle.renewal.RenewalReminders;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What ends soon, and reminders to many in one act. */
@Controller
class BoardController {
    private static final int MOST = 5_000;

    private final ExpiryBoard board;
    private final RenewalReminders reminders;
    private final BoardListing listing;
    private final ListPages pages;
    private final Permissions permissions;
    private final Clock clock;

    BoardController(
            ExpiryBoard board,
            RenewalReminders reminders,
            BoardListing listing,
            ListPages pages,
            Permissions permissions,
            Clock clock) {
        this.board = board;
        this.reminders = reminders;
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Bean
    static NavItem expiryEntry() {
        return new NavItem(49, "renewal.nav", "/petugas/masa-berlaku", "renewal.board", "clock");
    }

    @Performs("renewal.board")
    @GetMapping("/{government}/petugas/masa-berlaku")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListReader reader = permissions.reader(government, actor);
        model.addAttribute("list", pages.page(listing, reader, form));
        model.addAttribute("windows", BoardListing.Window.values());
        model.addAttribute(
                "mayRemind", permissions.allows(actor, "renewal.campaign", "*", Set.of(Scope.ANY)));
        String count = form.text("diingatkan");
        model.addAttribute("reminded", count.matches("[0-9]{1,6}") ? Integer.valueOf(count) : null);
        return "renewal/board";
    }

    @Performs("renewal.campaign")
    @PostMapping("/{government}/petugas/masa-berlaku/ingatkan")
    String campaign(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        BoardListing.Window window =
                Arrays.stream(BoardListing.Window.values())
                        .filter(one -> one.name().equals(form.text("window")))
                        .findFirst()
                        .orElse(null);
        if (window == null || !form.has("sure")) {
            model.addAttribute(
                    "findings", List.of(Finding.blocking("renewal.campaign-sure", "sure")));
            return list(government, actor, form, model);
        }
        Instant before = clock.instant().plus(Duration.ofDays(window.days() + 1L));
        int reminded =
                reminders.campaign(
                        actor,
                        board
                                .lines(
                                        government.id(),
                                        form.text("text"),
                                        before,
                                        false,
                                        null,
                                        MOST)
                                .stream()
                                .filter(line -> !line.underWay())
                                .map(line -> line.entry().id())
                                .toList());
        return "redirect:/" + government.slug() + "/petugas/masa-berlaku?diingatkan=" + reminded;
    }
}
