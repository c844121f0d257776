package id.pamong.office.page;

import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.PersonId;
import java.util.Set;
import java.util.UUID;

/**
 * Who reads a list, and where.
 *
 * @param commands of the table of permissions that some role of the reader has, so that a list
 *     leads only where the reader may go
 * @param onOthers of these the ones that reach what is not the reader's own
 */
public record ListReader(
        LocalGovernment government,
        UUID account,
        PersonId person,
        Set<String> commands,
        Set<String> onOthers) {
    public ListReader {
        commands = Set.copyOf(commands);
        onOthers = Set.copyOf(onOthers);
    }

    /** A reader for whom a list leads nowhere. */
    public ListReader(LocalGovernment government, UUID account, PersonId person) {
        this(government, account, person, Set.of(), Set.of());
    }

    public boolean may(String command) {
        return commands.contains(command);
    }

    /** Whether the command reaches things of people whom the reader neither is nor leads. */
    public boolean mayOnOthers(String command) {
        return onOthers.contains(command);
    }

    /** A link for who may run the command, plain text for others. */
    public ListCell linkFor(String command, String text, String path) {
        return mayOnOthers(command) ? ListCell.link(text, path) : ListCell.text(text);
    }
}
