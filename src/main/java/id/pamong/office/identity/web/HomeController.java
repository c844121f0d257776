package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.PermissionRow;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Todo;
import id.pamong.office.identity.TodoSource;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.page.NavItem;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Home is a to-do list: what waits for me, what I wait for, what is done. */
@Controller
class HomeController {
    private final ObjectProvider<TodoSource> sources;
    private final ObjectProvider<NavItem> entries;
    private final Permissions permissions;
    private final People people;

    HomeController(
            ObjectProvider<TodoSource> sources,
            ObjectProvider<NavItem> entries,
            Permissions permissions,
            People people) {
        this.sources = sources;
        this.entries = entries;
        this.permissions = permissions;
        this.people = people;
    }

    @Bean
    static NavItem homeEntry() {
        return new NavItem(0, "identity.nav.home", "/beranda", "identity.home", "home");
    }

    @Performs("identity.home")
    @GetMapping("/{government}/beranda")
    String home(LocalGovernment government, Actor actor, Model model) {
        var byState =
                sources.orderedStream()
                        .flatMap(source -> source.todosFor(actor).stream())
                        .sorted(Comparator.comparing(Todo::since).reversed())
                        .collect(Collectors.groupingBy(Todo::state));
        model.addAttribute("person", people.get(government.id(), actor.person()));
        model.addAttribute("mine", byState.getOrDefault(Todo.State.MINE, List.of()));
        model.addAttribute("theirs", byState.getOrDefault(Todo.State.THEIRS, List.of()));
        model.addAttribute("done", byState.getOrDefault(Todo.State.DONE, List.of()));
        model.addAttribute("doors", actor.is(Role.AUDITOR) ? doors() : List.of());
        return "identity/home";
    }

    /** What the table gives to auditors as such, each where its room has its page. */
    private List<NavItem> doors() {
        Set<String> read =
                permissions.rows().stream()
                        .filter(row -> row.role() == Role.AUDITOR)
                        .map(PermissionRow::command)
                        .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> read.contains(entry.command()))
                .sorted(Comparator.comparingInt(NavItem::order))
                .toList();
    }
}
