package id.pamong.office.administration;

import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.ContractExtended;
import id.pamong.office.organization.ContractOver;
import id.pamong.office.organization.ContractsEnding;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.Dates;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whose contract ends, is over or runs on; the administrators hear of all that end in one
 * message, since the extension is theirs to bring.
 */
@Component
class ContractNotices {
    private static final int NAMED = 15;

    private final Notifications notifications;
    private final Accounts accounts;
    private final People people;
    private final Dates dates;

    ContractNotices(Notifications notifications, Accounts accounts, People people, Dates dates) {
        this.notifications = notifications;
        this.accounts = accounts;
        this.people = people;
        this.dates = dates;
    }

    @EventListener
    void ending(ContractsEnding ending) {
        for (ContractsEnding.Line line : ending.lines()) {
            notifications.tell(
                    ending.government(),
                    line.person(),
                    "contract-ending",
                    Map.of(
                            "until", dates.on(line.until()),
                            "days", String.valueOf(line.days())),
                    "/sertifikat",
                    List.of());
        }
        String named =
                ending.lines().stream()
                        .limit(NAMED)
                        .map(line ->
                                name(ending, line.person()) + " (" + dates.on(line.until()) + ")")
                        .collect(Collectors.joining("; "));
        Map<String, String> all =
                Map.of(
                        "count",
                        String.valueOf(ending.lines().size()),
                        "names",
                        ending.lines().size() > NAMED ? named + "; …" : named);
        accounts.holdersOf(ending.government(), Role.ADMINISTRATOR)
                .forEach(one ->
                        notifications.tell(
                                ending.government(),
                                one,
                                "contracts-ending",
                                all,
                                "/pengelola/pegawai",
                                List.of()));
    }

    @EventListener
    void over(ContractOver over) {
        notifications.tell(
                over.government(),
                over.person(),
                "contract-over",
                Map.of("until", dates.on(over.until())),
                "/sertifikat",
                List.of());
    }

    @EventListener
    void extended(ContractExtended extended) {
        notifications.tell(
                extended.government(),
                extended.person(),
                "contract-extended",
                Map.of("until", dates.on(extended.until())),
                "/sertifikat",
                List.of());
    }

    private String name(ContractsEnding ending, PersonId person) {
        return people.get(ending.government(), person).displayName();
    }
}
