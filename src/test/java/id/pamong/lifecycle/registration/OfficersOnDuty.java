package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.SecretBytes;
import id.pamong.testkit.Law;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.Town;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** A registration authority's office at work, for the rooms further on. */
public final class OfficersOnDuty {
    private final Office office;
    private final MutableClock clock;

    public OfficersOnDuty(BeanFactory beans) {
        this(beans, Law.running().regulation());
    }

    public OfficersOnDuty(BeanFactory beans, String regulationId) {
        office = new Office(beans, regulationId);
        clock = beans.getBean(MutableClock.class);
    }

    public Town town() {
        return office.town;
    }

    public PersonId rina() {
        return office.rina;
    }

    /** An officer with the second factor just shown. */
    public Actor asRina() {
        return office.as(office.rina);
    }

    /** Another one. */
    public Actor asJoko() {
        return office.as(office.joko);
    }

    /** The head of the office. */
    public Actor asHead() {
        return office.town.as(office.town.head, clock.instant(), Role.PERSON, Role.RA_HEAD);
    }

    /** The teacher's application, submitted with everything. */
    public ApplicationId submitted() {
        return office.submitted();
    }

    /** Of both officers' keys, fresh for each use. */
    public static Optional<SecretBytes> passphrase() {
        return Optional.of(
                SecretBytes.takeOver(Office.PASSPHRASE.getBytes(StandardCharsets.UTF_8)));
    }
}
