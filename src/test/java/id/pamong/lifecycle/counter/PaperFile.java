package id.pamong.lifecycle.counter;

import id.pamong.lifecycle.counter.CounterDesk.Handed;
import id.pamong.lifecycle.counter.CounterDesk.Receiving;
import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.enrollment.LetterDesk;
import id.pamong.lifecycle.enrollment.MailboxStep;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.archive.SamplePapers;
import id.pamong.office.archive.ShelfPlace;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Town;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** A file of six pages that an officer takes from the counter to the queue, step by step. */
public final class PaperFile {
    static final Map<String, CounterScans.Pages> PAGES =
            Map.of(
                    "APPLICATION_LETTER", new CounterScans.Pages("1", "2"),
                    "COVER_LETTER", new CounterScans.Pages("3", "3"),
                    "RECOMMENDATION", new CounterScans.Pages("4", "4"),
                    "IDENTITY_CARD", new CounterScans.Pages("5", "5"));

    final CounterFileId id = new CounterFileId(UUID.randomUUID());
    private final BeanFactory beans;
    private final Town town;
    private final Actor officer;
    private final PersonId applicant;

    public PaperFile(BeanFactory beans, Town town, Actor officer, PersonId applicant) {
        this.beans = beans;
        this.town = town;
        this.officer = officer;
        this.applicant = applicant;
    }

    /** The whole road; the applicant proves the address in the own session in between. */
    public ApplicationId submitted(String email) {
        upToKeyed(email);
        ApplicationId application = prove();
        none(certified());
        none(submit());
        return application;
    }

    /** Received, scanned, divided and keyed. */
    public ApplicationId upToKeyed(String email) {
        done(received());
        none(scanned(SamplePapers.pdf(6)));
        none(divided(PAGES, "6"));
        none(keyed(email));
        return Objects.requireNonNull(file().application());
    }

    /** The applicant proves the address from the own session. */
    ApplicationId prove() {
        ApplicationId application = Objects.requireNonNull(file().application());
        MailboxStep mailbox = beans.getBean(MailboxStep.class);
        mailbox.sendCode(town.as(applicant), application);
        mailbox.confirmCode(town.as(applicant), application, town.mailedCode());
        return application;
    }

    /** The officer corrects what was keyed and submits it again. */
    public void corrected(String email) {
        none(keyed(email));
        none(certified());
        none(submit());
    }

    Handed handed() {
        return new Handed(
                Objects.requireNonNull(people().get(town.government, applicant).nip()),
                Map.of(
                        "APPLICATION_LETTER", "2",
                        "COVER_LETTER", "1",
                        "RECOMMENDATION", "1",
                        "IDENTITY_CARD", "1"),
                "",
                new ShelfPlace("R-03", "B-17", "M-204"),
                true);
    }

    Receiving received() {
        return desk().receive(officer, id, handed());
    }

    List<Finding> scanned(byte[] pdf) {
        try {
            return beans.getBean(CounterScans.class)
                    .scan(
                            officer,
                            id,
                            file().version(),
                            "pindaian.pdf",
                            () -> new ByteArrayInputStream(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Finding> divided(Map<String, CounterScans.Pages> pages, String blank) {
        return beans.getBean(CounterScans.class)
                .divide(officer, id, file().version(), pages, blank);
    }

    List<Finding> keyed(String email) {
        return keyed(
                email,
                new LetterDesk.ScanFields(
                        "800/12/2026",
                        "2026-11-20",
                        "Bambang Sutejo, S.Pd.",
                        "Kepala SMP Negeri 4"));
    }

    List<Finding> keyed(String email, LetterDesk.ScanFields recommendation) {
        return beans.getBean(CounterKeying.class)
                .key(
                        officer,
                        id,
                        file().version(),
                        new ApplicationDesk.Fields(
                                Set.of(IntendedUse.DIGITAL_SIGNATURE),
                                Set.of(Duty.LETTER),
                                "Rapor",
                                email),
                        Map.of(
                                Endorsement.Kind.RECOMMENDATION,
                                recommendation,
                                Endorsement.Kind.COVER_LETTER,
                                new LetterDesk.ScanFields(
                                        "005/1/2026",
                                        "2026-11-20",
                                        "Sri Wahyuni",
                                        "Kepala Dinas Pendidikan")),
                        "");
    }

    List<Finding> certified() {
        return beans.getBean(CounterKeying.class)
                .certify(officer, id, file().version(), true, true);
    }

    List<Finding> submit() {
        return beans.getBean(CounterKeying.class).submit(officer, id, file().version());
    }

    CounterFile file() {
        return desk().view(officer, id).file();
    }

    private CounterDesk desk() {
        return beans.getBean(CounterDesk.class);
    }

    private People people() {
        return beans.getBean(People.class);
    }

    private static void done(Receiving outcome) {
        if (!(outcome instanceof Receiving.Received)) {
            throw new AssertionError("not received: " + outcome);
        }
    }

    private static void none(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new AssertionError("refused: " + findings);
        }
    }
}
