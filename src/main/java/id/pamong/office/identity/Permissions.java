package id.pamong.office.identity;

import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListReader;
import id.pamong.office.refusal.Forbidden;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may do what: the one table of command × role × state × scope, read from {@code
 * permissions.table}. The gate before every page asks it by command and role; a facade asks it
 * again with the state of the object and how the actor stands to it.
 */
@Component
public class Permissions {
    /** How long a shown second factor counts. */
    public static final Duration FACTOR_LASTS = Duration.ofMinutes(10);

    private static final List<CommandObserver> OBSERVERS =
            ServiceLoader.load(CommandObserver.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private final PermissionTable table;
    private final ObjectProvider<RoleStanding> standings;
    private final Clock clock;

    Permissions(ObjectProvider<RoleStanding> standings, Clock clock) {
        this.standings = standings;
        this.table = PermissionTable.ofClasspath();
        this.clock = clock;
    }

    /**
     * Goes on when a row of the table allows it.
     *
     * @param state state of the object by its own name, such as {@code DRAFT}; {@code *} when it
     *     has none
     * @param relations how the actor stands to the object
     * @throws Forbidden {@code command.not-allowed}, {@code factor.needed} when only the fresh
     *     second factor is missing, or why the role does not count today
     */
    public void require(Actor actor, String command, String state, Set<Scope> relations) {
        boolean allowed = allows(actor, command, state, relations);
        OBSERVERS.forEach(observer -> observer.asked(actor, command, allowed));
        if (allowed) {
            return;
        }
        table.rowsOf(command).stream()
                .filter(row -> row.matches(actor.roles(), state, relations))
                .flatMap(row -> objection(actor, row.role()).stream())
                .findFirst()
                .ifPresent(code -> {
                    throw new Forbidden(code);
                });
        boolean factorWouldDo =
                table.rowsOf(command).stream()
                        .anyMatch(row -> row.matches(actor.roles(), state, relations));
        throw new Forbidden(factorWouldDo ? "factor.needed" : "command.not-allowed");
    }

    /** As {@link #require} with an enum's state. */
    public void require(Actor actor, String command, Enum<?> state, Scope... relations) {
        require(actor, command, state.name(), Set.of(relations));
    }

    /** As {@link #require} for a command without an object. */
    public void require(Actor actor, String command) {
        require(actor, command, PermissionTable.ANY_STATE, Set.of(Scope.ANY));
    }

    public boolean allows(Actor actor, String command, String state, Set<Scope> relations) {
        boolean fresh = hasFreshFactor(actor);
        return table.rowsOf(command).stream()
                .filter(row -> row.matches(actor.roles(), state, relations))
                .filter(row -> fresh || !row.needsFactor())
                .anyMatch(row -> objection(actor, row.role()).isEmpty());
    }

    /**
     * Before a page: goes on unless every row that opens the command names a role that does not
     * count today.
     *
     * @throws Forbidden why it does not
     */
    public void requireStanding(Actor actor, String command) {
        List<Optional<String>> objections =
                table.rowsOf(command).stream()
                        .filter(row -> row.isFor(actor.roles()))
                        .map(row -> objection(actor, row.role()))
                        .toList();
        if (!objections.isEmpty() && objections.stream().allMatch(Optional::isPresent)) {
            throw new Forbidden(objections.getFirst().orElseThrow());
        }
    }

    /** Why a role of the actor does not count today. */
    private Optional<String> objection(Actor actor, Role role) {
        return standings
                .orderedStream()
                .filter(standing -> standing.role() == role)
                .flatMap(
                        standing -> standing.objection(actor.government(), actor.person()).stream())
                .findFirst();
    }

    /** As {@link #allows}, to show or explain a button: a stale second factor does not count. */
    public boolean mayTry(Actor actor, String command, String state, Scope... relations) {
        Set<Scope> scopes = Set.copyOf(Arrays.asList(relations));
        return table.rowsOf(command).stream()
                .anyMatch(row -> row.matches(actor.roles(), state, scopes));
    }

    /** Whether the second factor was shown within {@link #FACTOR_LASTS}. */
    public boolean hasFreshFactor(Actor actor) {
        return actor.secondFactorAt() != null
                && clock.instant().isBefore(actor.secondFactorAt().plus(FACTOR_LASTS));
    }

    /** The commands that some row gives to one of the roles, whatever state and scope. */
    public Set<String> commandsOf(Collection<Role> roles) {
        return table.rows().stream()
                .filter(row -> row.isFor(roles))
                .map(PermissionRow::command)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a row gives the command to one of the roles, whatever state and scope. */
    public boolean isOpenTo(Collection<Role> roles, String command) {
        return table.rowsOf(command).stream().anyMatch(row -> row.isFor(roles));
    }

    /** Whether every row that gives the command to the roles asks for the second factor. */
    public boolean needsFactor(Collection<Role> roles, String command) {
        return table.rowsOf(command).stream()
                .filter(row -> row.isFor(roles))
                .allMatch(PermissionRow::needsFactor);
    }

    /** The actor as a reader of lists. */
    public ListReader reader(LocalGovernment government, Actor actor) {
        return new ListReader(
                government,
                actor.account().value(),
                actor.person(),
                commandsOf(actor.roles()),
                table.rows().stream()
                        .filter(row -> row.isFor(actor.roles()))
                        .filter(row -> row.scope() == Scope.ANY || row.scope() == Scope.OTHERS)
                        .map(PermissionRow::command)
                        .collect(Collectors.toSet()));
    }

    /** The whole table, in the order of its file. */
    public Collection<PermissionRow> rows() {
        return table.rows();
    }

    /** Every command that has a row. */
    public Set<String> commands() {
        return table.commands();
    }

    /** The commands that only other rooms or the scheduler run. */
    public Set<String> commandsWithoutPage() {
        return table.withoutPage();
    }
}
