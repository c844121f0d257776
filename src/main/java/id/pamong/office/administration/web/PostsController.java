package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.HoldingId;
import id.pamong.office.organization.HoldingReviews;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.NewMandate;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.Post;
import id.pamong.office.organization.PostHolding;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.PostRegister;
import id.pamong.office.organization.Posts;
import id.pamong.office.organization.SigningMandate;
import id.pamong.office.organization.SigningMandateId;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Posts, who holds them from when to when, and who may sign in whose name. */
@Controller
class PostsController {
    private final Posts posts;
    private final PostRegister register;
    private final HoldingReviews reviews;
    private final PostRights rights;
    private final People people;
    private final Permissions permissions;
    private final Dates dates;
    private final PostListing listing;
    private final ListPages pages;

    PostsController(
            Posts posts,
            PostRegister register,
            HoldingReviews reviews,
            PostRights rights,
            People people,
            Permissions permissions,
            Dates dates,
            PostListing listing,
            ListPages pages) {
        this.posts = posts;
        this.register = register;
        this.reviews = reviews;
        this.rights = rights;
        this.people = people;
        this.permissions = permissions;
        this.dates = dates;
        this.listing = listing;
        this.pages = pages;
    }

    @Bean
    static NavItem postsEntry() {
        return new NavItem(
                78,
                "administration.nav.posts",
                "/pengelola/jabatan",
                "organization.look-up",
                "id-card");
    }

    /**
     * A holding with the person's name.
     *
     * @param standing now, past, ahead, awaiting or void
     * @param mayChange whether the reader may end it or make it void
     * @param mayConfirm whether the reader may be the second person
     */
    record HoldingView(
            PostHolding holding,
            String name,
            String standing,
            boolean mayChange,
            boolean mayConfirm) {}

    /** A power to sign in another's name. */
    record MandateView(SigningMandate mandate, String standing) {}

    /** What was typed, for the template. */
    record Typed(UnaryOperator<String> typed) {
        public String text(String name) {
            return typed.apply(name);
        }
    }

    @Performs("organization.look-up")
    @GetMapping("/{government}/pengelola/jabatan")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        return list(government, actor, form, List.of(), model);
    }

    @Performs("organization.add-post")
    @PostMapping("/{government}/pengelola/jabatan")
    String add(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        AgencyId agency = Ids.find(form.text("agency")).map(AgencyId::new).orElse(null);
        return switch (register.add(
                government.id(), agency, form.text("title"), actor.account().value())) {
            case PostRegister.Outcome.Entered(UUID id, List<Finding> findings) ->
                    redirect(government, id);
            case PostRegister.Outcome.Refused(List<Finding> findings) ->
                    list(government, actor, form, findings, model);
        };
    }

    @Performs("organization.look-up")
    @GetMapping("/{government}/pengelola/jabatan/{id}")
    String post(LocalGovernment government, Actor actor, @PathVariable String id, Model model) {
        return show(government, actor, find(government, id), name -> "", List.of(), model);
    }

    @Performs("organization.enter-holding")
    @PostMapping("/{government}/pengelola/jabatan/{id}/pemangku")
    String enter(
            LocalGovernment government,
            Actor actor,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        Post of = find(government, id);
        PostForm typed = new PostForm(form);
        List<Person> candidates = typed.candidates(people, government);
        Optional<NewHolding> wanted = typed.holding(of.id(), candidates);
        wanted.ifPresent(
                it -> rights.require(actor, "organization.enter-holding", of.id(), it.person()));
        PostRegister.Outcome outcome =
                wanted.map(it -> register.enter(government.id(), it, actor.account().value()))
                        .orElseGet(() -> new PostRegister.Outcome.Refused(typed.findings()));
        if (outcome instanceof PostRegister.Outcome.Refused && candidates.size() > 1) {
            model.addAttribute("candidates", candidates);
        }
        return answer(government, actor, of, form::text, outcome, model);
    }

    @Performs("organization.end-holding")
    @PostMapping("/{government}/pengelola/jabatan/pemangku/{id}/akhir")
    String end(
            LocalGovernment government,
            Actor actor,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        PostHolding held = holding(government, id);
        HoldingId of = held.id();
        rights.require(actor, "organization.end-holding", held.post().id(), held.person());
        model.addAttribute("ending", of.value());
        return answer(
                government,
                actor,
                held.post(),
                form::text,
                register.end(
                        government.id(),
                        of,
                        new PostForm(form).date("last", true),
                        form.text("endDecree"),
                        actor.account().value()),
                model);
    }

    /** A second person confirms who is to hold a post of the government itself. */
    @Performs("organization.confirm-holding")
    @PostMapping("/{government}/pengelola/jabatan/pemangku/{id}/sahkan")
    String confirm(LocalGovernment government, Actor actor, @PathVariable String id, Model model) {
        PostHolding held = holding(government, id);
        rights.requireSecond(actor, "organization.confirm-holding", held);
        return answer(
                government,
                actor,
                held.post(),
                name -> "",
                outcome(held, reviews.confirm(government.id(), held.id(), actor.account().value())),
                model);
    }

    @Performs("organization.void-holding")
    @PostMapping("/{government}/pengelola/jabatan/pemangku/{id}/batalkan")
    String makeVoid(
            LocalGovernment government,
            Actor actor,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        PostHolding held = holding(government, id);
        rights.require(actor, "organization.void-holding", held.post().id(), held.person());
        model.addAttribute("voiding", held.id().value());
        return answer(
                government,
                actor,
                held.post(),
                form::text,
                outcome(
                        held,
                        reviews.makeVoid(
                                government.id(),
                                held.id(),
                                form.text("voidReason"),
                                actor.account().value())),
                model);
    }

    private PostHolding holding(LocalGovernment government, String id) {
        return posts.holding(government.id(), new HoldingId(Ids.get(id)))
                .orElseThrow(() -> new NotFound("post.not-found"));
    }

    private static PostRegister.Outcome outcome(PostHolding held, List<Finding> findings) {
        return findings.isEmpty()
                ? new PostRegister.Outcome.Entered(held.id().value(), List.of())
                : new PostRegister.Outcome.Refused(findings);
    }

    @Performs("organization.grant-mandate")
    @PostMapping("/{government}/pengelola/jabatan/{id}/pelimpahan")
    String grant(
            LocalGovernment government,
            Actor actor,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        Post to = find(government, id);
        PostForm typed = new PostForm(form);
        rights.require(actor, "organization.grant-mandate", to.id());
        Optional<NewMandate> wanted = typed.mandate(to.id());
        model.addAttribute("granting", true);
        return answer(
                government,
                actor,
                to,
                form::text,
                wanted.map(it -> register.grant(government.id(), it, actor.account().value()))
                        .orElseGet(() -> new PostRegister.Outcome.Refused(typed.findings())),
                model);
    }

    @Performs("organization.end-mandate")
    @PostMapping("/{government}/pengelola/jabatan/pelimpahan/{id}/akhir")
    String endMandate(
            LocalGovernment government,
            Actor actor,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        SigningMandateId of = new SigningMandateId(Ids.get(id));
        SigningMandate found = mandate(government, actor, of, "organization.end-mandate");
        model.addAttribute("ending", of.value());
        return answer(
                government,
                actor,
                found.toPost(),
                form::text,
                register.endMandate(
                        government.id(),
                        of,
                        new PostForm(form).date("last", true),
                        form.text("endDecree"),
                        actor.account().value()),
                model);
    }

    private SigningMandate mandate(
            LocalGovernment government, Actor actor, SigningMandateId id, String command) {
        SigningMandate found =
                posts.mandate(government.id(), id)
                        .orElseThrow(() -> new NotFound("post.not-found"));
        rights.require(actor, command, found);
        return found;
    }

    @Performs("organization.void-mandate")
    @PostMapping("/{government}/pengelola/jabatan/pelimpahan/{id}/batalkan")
    String voidMandate(
            LocalGovernment government,
            Actor actor,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        SigningMandateId of = new SigningMandateId(Ids.get(id));
        SigningMandate found = mandate(government, actor, of, "organization.void-mandate");
        model.addAttribute("voiding", of.value());
        return answer(
                government,
                actor,
                found.toPost(),
                form::text,
                register.voidMandate(
                        government.id(), of, form.text("voidReason"), actor.account().value()),
                model);
    }

    private String answer(
            LocalGovernment government,
            Actor actor,
            Post post,
            UnaryOperator<String> typed,
            PostRegister.Outcome outcome,
            Model model) {
        return switch (outcome) {
            case PostRegister.Outcome.Entered(UUID id, List<Finding> findings) ->
                    redirect(government, post.id().value());
            case PostRegister.Outcome.Refused(List<Finding> findings) ->
                    show(government, actor, post, typed, findings, model);
        };
    }

    private String list(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            List<Finding> findings,
            Model model) {
        model.addAttribute(
                "list", pages.page(listing, permissions.reader(government, actor), form));
        model.addAttribute("agencies", people.agencies(government.id()));
        model.addAttribute("typed", new Typed(form::text));
        model.addAttribute("findings", findings);
        model.addAttribute("mayChange", mayChange(actor));
        return "administration/posts";
    }

    private String show(
            LocalGovernment government,
            Actor actor,
            Post post,
            UnaryOperator<String> typed,
            List<Finding> findings,
            Model model) {
        LocalDate today = dates.today(government);
        List<SigningMandate> mandates = posts.mandates(government.id());
        model.addAttribute("post", post);
        model.addAttribute("agency", agency(government, post));
        model.addAttribute(
                "holdings",
                posts.entries(government.id(), post.id()).stream()
                        .map(held -> view(government, actor, held, today))
                        .toList());
        model.addAttribute(
                "powers",
                mandates.stream()
                        .filter(one -> one.toPost().id().equals(post.id()))
                        .map(one -> view(one, today))
                        .toList());
        model.addAttribute(
                "given",
                mandates.stream()
                        .filter(one -> one.ofPost().id().equals(post.id()))
                        .map(one -> view(one, today))
                        .toList());
        model.addAttribute(
                "others",
                posts.all(government.id()).stream()
                        .filter(one -> !one.id().equals(post.id()))
                        .toList());
        model.addAttribute("kinds", HeadshipKind.values());
        model.addAttribute("typed", new Typed(typed));
        model.addAttribute("findings", findings);
        model.addAttribute("mayChange", mayChange(actor));
        model.addAttribute("needsSecond", reviews.needsConfirmation(government.id(), post));
        return "administration/post";
    }

    private HoldingView view(
            LocalGovernment government, Actor actor, PostHolding held, LocalDate today) {
        return new HoldingView(
                held,
                people.get(government.id(), held.person()).displayName(),
                switch (held.state()) {
                    case AWAITING -> "awaiting";
                    case VOID -> "void";
                    case IN_EFFECT -> standing(held.from(), held.until(), today);
                },
                rights.mayChange(actor, held),
                held.state() == PostHolding.State.AWAITING && rights.mayConfirm(actor, held));
    }

    private static MandateView view(SigningMandate mandate, LocalDate today) {
        return new MandateView(
                mandate,
                mandate.isVoid() ? "void" : standing(mandate.from(), mandate.until(), today));
    }

    private static String standing(LocalDate from, @Nullable LocalDate until, LocalDate today) {
        return today.isBefore(from)
                ? "ahead"
                : until != null && today.isAfter(until) ? "past" : "now";
    }

    private String agency(LocalGovernment government, Post post) {
        return Optional.ofNullable(post.agency())
                .flatMap(id -> people.agency(government.id(), id))
                .map(Agency::name)
                .orElse(government.name());
    }

    private boolean mayChange(Actor actor) {
        return permissions.isOpenTo(actor.roles(), "organization.enter-holding");
    }

    private Post find(LocalGovernment government, String post) {
        return posts.find(government.id(), new PostId(Ids.get(post)))
                .orElseThrow(() -> new NotFound("post.not-found"));
    }

    private static String redirect(LocalGovernment government, UUID post) {
        return "redirect:/" + government.slug() + "/pengelola/jabatan/" + post;
    }
}
