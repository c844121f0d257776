package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.page.Visitors;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the layout whose name to show and which entries of the navigation. */
@Component
class LayoutVisitors implements Visitors {
    private final SignedIn signedIn;
    private final People people;
    private final Permissions permissions;

    LayoutVisitors(SignedIn signedIn, People people, Permissions permissions) {
        this.signedIn = signedIn;
        this.people = people;
        this.permissions = permissions;
    }

    @Override
    public Optional<Visitor> visitor(LocalGovernment government) {
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        Optional<Actor> actor = signedIn.actor(attributes.getRequest(), government);
        return actor.map(known ->
                new Visitor(
                        people.byId(government.id(), known.person())
                                .map(Person::displayName)
                                .orElse("-"),
                        permissions.commandsOf(known.roles())));
    }
}
