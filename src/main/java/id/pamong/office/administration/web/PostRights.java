package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PostHolding;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.Posts;
import id.pamong.office.organization.SigningMandate;
import id.pamong.office.refusal.Forbidden;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody enters, ends, confirms or voids in the register of posts what they gain by themselves. */
@Component
class PostRights {
    private final Posts posts;
    private final Permissions permissions;

    PostRights(Posts posts, Permissions permissions) {
        this.posts = posts;
        this.permissions = permissions;
    }

    /** For a holding of a post by a person. */
    void require(Actor actor, String command, PostId post, PersonId person) {
        require(actor, command, person.equals(actor.person()) || entered(actor, post));
    }

    /** For a power of a post to sign in another's name. */
    void require(Actor actor, String command, PostId to) {
        require(actor, command, entered(actor, to));
    }

    void require(Actor actor, String command, SigningMandate mandate) {
        require(actor, command, mandate.toPost().id());
    }

    /** Whether a holding is another one's to this person, so that it may be ended or made void. */
    boolean mayChange(Actor actor, PostHolding holding) {
        return mayTry(
                actor,
                "organization.end-holding",
                holding.person().equals(actor.person()) || entered(actor, holding.post().id()));
    }

    boolean mayConfirm(Actor actor, PostHolding holding) {
        return mayTry(actor, "organization.confirm-holding", isFirst(actor, holding));
    }

    /** The second look is neither its subject's nor by whoever entered it. */
    void requireSecond(Actor actor, String command, PostHolding holding) {
        require(actor, command, isFirst(actor, holding));
    }

    private static boolean isFirst(Actor actor, PostHolding holding) {
        return holding.person().equals(actor.person())
                || actor.account().value().equals(holding.enteredBy());
    }

    private boolean mayTry(Actor actor, String command, boolean own) {
        return permissions.mayTry(actor, command, "*", own ? Scope.OWN : Scope.OTHERS);
    }

    private void require(Actor actor, String command, boolean own) {
        Scope scope = own ? Scope.OWN : Scope.OTHERS;
        if (own && !mayTry(actor, command, true)) {
            throw new Forbidden("organization.not-for-yourself");
        }
        permissions.require(actor, command, "*", Set.of(scope));
    }

    /** Whether the actor holds the post, has held it, will hold it or is about to. */
    private boolean entered(Actor actor, PostId post) {
        return posts.entries(actor.government(), post).stream()
                .filter(held -> held.state() != PostHolding.State.VOID)
                .anyMatch(held -> held.person().equals(actor.person()));
    }
}
