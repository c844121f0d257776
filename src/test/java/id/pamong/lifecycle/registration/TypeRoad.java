package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationDesk.Submission;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.DossierPapers;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.GiverDesk;
import id.pamong.lifecycle.enrollment.LetterDesk;
import id.pamong.lifecycle.enrollment.MailboxStep;
import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.Town;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.BeanFactory;

/** The road of an application of any type in a town of its own, up to the signed approval. */
public final class TypeRoad {
    public final Town town;
    private final Office office;
    private final BeanFactory beans;
    private final MutableClock clock;

    public TypeRoad(BeanFactory beans, String regulationId) {
        this.beans = beans;
        this.clock = beans.getBean(MutableClock.class);
        this.office = new Office(beans, regulationId);
        this.town = office.town;
    }

    /** With the second factor just shown. */
    public Actor as(PersonId person, Role... further) {
        Role[] roles = new Role[further.length + 1];
        roles[0] = Role.PERSON;
        System.arraycopy(further, 0, roles, 1, further.length);
        return town.as(person, clock.instant(), roles);
    }

    public Actor officer() {
        return office.as(office.rina);
    }

    /** Whose certificates are the test's own. */
    public RaOfficers officers() {
        return office.officers;
    }

    public Dossier dossier(ApplicationId id) {
        return office.dossier(id);
    }

    /** The person has an account with a second factor. */
    public void enrolMeans(PersonId person) {
        office.enrolMeans(person);
    }

    /** Keeps what the form says; uses, duties and address stay. */
    public void claim(PersonId person, ApplicationId id, Particulars claimed) {
        Dossier before = dossier(id);
        String email = before.officialEmail();
        beans.getBean(ApplicationDesk.class)
                .save(
                        town.as(person),
                        id,
                        before.version(),
                        new ApplicationDesk.Fields(
                                before.uses(),
                                before.duties(),
                                "Dokumen sistem antrean kabupaten.",
                                email == null ? "" : email,
                                claimed));
    }

    /** Proves the address and puts in the e-KTP and both letters. */
    public void complete(PersonId person, ApplicationId id, String email) {
        Actor actor = town.as(person);
        Dossier before = dossier(id);
        beans.getBean(ApplicationDesk.class)
                .save(
                        actor,
                        id,
                        before.version(),
                        new ApplicationDesk.Fields(
                                before.uses(), before.duties(), before.purpose(), email));
        if (dossier(id).emailConfirmedAt() == null) {
            beans.getBean(MailboxStep.class).sendCode(actor, id);
            beans.getBean(MailboxStep.class).confirmCode(actor, id, town.mailedCode());
        }
        paper(person, id, DossierPaper.IDENTITY_CARD);
        beans.getBean(LetterDesk.class).ask(actor, id);
        GiverDesk givers = beans.getBean(GiverDesk.class);
        givers.give(
                town.as(town.superior),
                id,
                Endorsement.Kind.RECOMMENDATION,
                "Diperlukan untuk tugasnya.",
                Set.of());
        givers.give(town.as(town.head), id, Endorsement.Kind.COVER_LETTER, "", Set.of());
    }

    public void paper(PersonId person, ApplicationId id, String item) {
        try {
            beans.getBean(DossierPapers.class)
                    .addPaper(
                            town.as(person),
                            id,
                            item,
                            "berkas.png",
                            () -> new ByteArrayInputStream(picture()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Submission submit(PersonId person, ApplicationId id) {
        return beans.getBean(ApplicationDesk.class)
                .submit(town.as(person), id, dossier(id).version(), "Benar.");
    }

    /** The codes of what blocks a submission. */
    public List<String> refusals(PersonId person, ApplicationId id) {
        return switch (submit(person, id)) {
            case Submission.Confirmed confirmed -> throw new AssertionError(confirmed.toString());
            case Submission.Submitted _ -> List.of();
            case Submission.Refused(List<Finding> findings) ->
                    findings.stream().filter(Finding::isBlocking).map(Finding::code).toList();
        };
    }

    /** An officer checks everything and signs the approval. */
    public void approve(ApplicationId id) {
        ClaimOutcome.Taken taken =
                (ClaimOutcome.Taken) office.desk.claim(office.as(office.rina), id);
        try (SecretBytes passphrase = Office.secret(Office.PASSPHRASE)) {
            DecisionOutcome outcome =
                    office.decisions.decide(
                            office.as(office.rina),
                            id,
                            new Notes(
                                    taken.claim().token(),
                                    dossier(id).sha256(),
                                    Office.allOk(),
                                    Office.approve()),
                            Optional.of(passphrase));
            if (!(outcome instanceof DecisionOutcome.Decided)) {
                throw new AssertionError("not approved: " + outcome);
            }
        }
    }

    /** A scan of whatever paper is asked for. */
    public static byte[] picture() {
        BufferedImage picture = new BufferedImage(1000, 630, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1000; x++) {
            for (int y = 0; y < 630; y++) {
                picture.setRGB(x, y, (x * 31 + y * 17) & 0xffffff);
            }
        }
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
