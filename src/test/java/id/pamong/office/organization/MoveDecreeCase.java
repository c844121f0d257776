package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.audit.AuditTrail;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** A town with two people, another agency, and a decree that moves people there. */
abstract class MoveDecreeCase {
    static final UUID ONE = UUID.randomUUID();
    static final UUID OTHER = UUID.randomUUID();
    static final String HEADINGS = "NIP;Perangkat Daerah Baru;Jabatan Baru\n";

    @Autowired MoveDecrees decrees;
    @Autowired DataUpdates updates;
    @Autowired Arrivals arrivals;
    @Autowired People people;
    @Autowired Posts posts;
    @Autowired AuditTrail audit;
    @Autowired ApplicationEvents told;
    @Autowired Towns towns;
    @Autowired MutableClock clock;
    Town town;
    Citizen budi;
    Citizen siti;
    AgencyId other;
    LocalDate today;

    @BeforeEach
    void fill() {
        clock.reset();
        town = towns.found();
        budi = town.person("Budi");
        siti = town.person("Siti");
        other = people.addAgency(town.id(), "BKD", "Badan B", "Kepala Badan", null, null);
        today = town.government().dateAt(clock.instant());
    }

    @AfterEach
    void setBack() {
        clock.reset();
    }

    /** The head of the town's agency. */
    Post hold(Citizen who) {
        Post left = posts.leading(town.id(), town.agency()).orElseThrow();
        people.appointHead(
                town.id(),
                new Headship(
                        town.agency(),
                        who.id(),
                        HeadshipKind.DEFINITIVE,
                        left.title(),
                        "821/1/2024",
                        LocalDate.of(2024, 1, 2),
                        null),
                null);
        return left;
    }

    MoveDecreeId kept(String file, LocalDate from) {
        MoveDecrees.Outcome outcome =
                decrees.read(
                        town.id(),
                        "821/77/2026",
                        today,
                        from,
                        file.getBytes(StandardCharsets.UTF_8),
                        ONE);
        assertThat(outcome).isInstanceOf(MoveDecrees.Outcome.Kept.class);
        return ((MoveDecrees.Outcome.Kept) outcome).decree();
    }

    static String file(String... lines) {
        return HEADINGS + String.join("\n", lines) + "\n";
    }

    static String line(Citizen who, String agency, String post) {
        return who.nip() + ";" + agency + ";" + post;
    }

    String post(Citizen who) {
        return people.get(town.id(), who.id()).post();
    }
}
