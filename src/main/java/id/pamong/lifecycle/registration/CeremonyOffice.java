package id.pamong.lifecycle.registration;

import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.LetterLine;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.Signatory;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewPerson;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Enters the RA office of a first run, and writes its minutes. */
@Component
class CeremonyOffice {
    private static final Locale INDONESIAN = Locale.of("id");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu HH.mm", INDONESIAN);
    private static final String BUILTIN = "builtin";

    private final CeremonyRows rows;
    private final Mandates mandates;
    private final LocalGovernments governments;
    private final People people;
    private final Accounts accounts;
    private final Letters letters;
    private final Archive archive;
    private final MessageSource messages;

    CeremonyOffice(
            CeremonyRows rows,
            Mandates mandates,
            LocalGovernments governments,
            People people,
            Accounts accounts,
            Letters letters,
            Archive archive,
            MessageSource messages) {
        this.rows = rows;
        this.mandates = mandates;
        this.governments = governments;
        this.people = people;
        this.accounts = accounts;
        this.letters = letters;
        this.archive = archive;
        this.messages = messages;
    }

    /** In the transaction of the step; the entry has been checked. */
    void enter(CeremonyView ceremony, OfficeEntry entry, LocalDate today) {
        LocalGovernmentId government = ceremony.government();
        AgencyId agency =
                people.addAgency(
                        government,
                        entry.agencyCode(),
                        entry.agencyName(),
                        entry.headPost(),
                        null,
                        null);
        governments.nameRaOffice(government, agency, null);
        for (OfficeEntry.Member member : entry.members()) {
            enter(ceremony, entry, member, agency, today);
        }
        mandate(
                government,
                Mandate.Kind.RA_APPOINTMENT,
                entry.appointmentNumber(),
                entry.appointmentOn());
        mandate(
                government,
                Mandate.Kind.CA_AGREEMENT,
                entry.agreementNumber(),
                entry.agreementOn());
    }

    private void enter(
            CeremonyView ceremony,
            OfficeEntry entry,
            OfficeEntry.Member member,
            AgencyId agency,
            LocalDate today) {
        LocalGovernmentId government = ceremony.government();
        PersonId person = people.enter(government, person(member, agency), today, null);
        LocalDate decreedOn = checked(member.decreedOn());
        mandates.enter(
                government,
                new Appointment(person, member.as(), member.decree(), decreedOn, decreedOn, null));
        rows.enter(ceremony.id(), person, member.as(), member.decree());
        switch (member.as()) {
            case HEAD -> {
                accounts.grant(government, person, Role.RA_HEAD, null);
                accounts.grant(government, person, Role.ADMINISTRATOR, null);
                people.appointHead(
                        government,
                        new Headship(
                                agency,
                                person,
                                HeadshipKind.DEFINITIVE,
                                entry.headPost(),
                                member.decree(),
                                decreedOn,
                                null),
                        null);
            }
            case OFFICER -> accounts.grant(government, person, Role.RA_OFFICER, null);
        }
    }

    private static NewPerson person(OfficeEntry.Member member, AgencyId agency) {
        String nip = member.nip().replaceAll("[\\s.]", "");
        return new NewPerson(
                new PersonName(member.titleBefore(), member.name(), member.titleAfter()),
                member.employmentClass(),
                member.nik().replaceAll("[\\s.]", ""),
                nip.isEmpty() ? null : nip,
                member.email().isEmpty() ? null : member.email().toLowerCase(Locale.ROOT),
                agency,
                member.post(),
                member.rank());
    }

    private void mandate(
            LocalGovernmentId government,
            Mandate.Kind kind,
            String number,
            @Nullable LocalDate on) {
        LocalDate dated = checked(on);
        mandates.enter(government, new Mandate(kind, BUILTIN, number, dated, dated, null));
    }

    private static LocalDate checked(@Nullable LocalDate date) {
        if (date == null) {
            throw new IllegalStateException("an unchecked date");
        }
        return date;
    }

    /** Writes the minutes into the archive; in the transaction of the step. */
    FileId minutes(CeremonyView ceremony, Instant at) {
        LocalGovernment government = governments.get(ceremony.government());
        List<LetterLine> attendants = new ArrayList<>();
        List<Signatory> signatories = new ArrayList<>();
        for (CeremonyMember member : rows.members()) {
            Person person = people.get(government.id(), member.person());
            String role = word("first-run.post." + member.post().name());
            attendants.add(
                    new LetterLine(role, person.displayName() + ", NIP " + person.groupedNip()));
            signatories.add(
                    new Signatory(
                            role, person.displayName(), person.rank(), person.groupedNip(), ""));
        }
        Map<String, Object> model = new HashMap<>();
        model.put(
                "number",
                letters.nextNumber(
                                government.id(), LetterKind.CEREMONY_MINUTE, government.dateAt(at))
                        .text());
        model.put("at", at);
        model.put("place", government.place());
        model.put("attendants", attendants);
        model.put("steps", steps(ceremony, government));
        model.put("proofs", proofs(ceremony));
        model.put("signatories", signatories);
        return archive.store(
                government.id(),
                FileKind.CEREMONY,
                "application/pdf",
                letters.pdf(government.id(), "ceremony-minute", model));
    }

    Optional<byte[]> readMinutes(CeremonyView ceremony) {
        return Optional.ofNullable(ceremony.minutes())
                .map(file -> archive.read(ceremony.government(), file));
    }

    private List<LetterLine> steps(CeremonyView ceremony, LocalGovernment government) {
        return ceremony.records().stream()
                .map(done ->
                        new LetterLine(
                                TIME.format(done.doneAt().atZone(government.zone().id()))
                                        + " "
                                        + government.zone().name(),
                                word("first-run.done." + done.what(), done.detail())))
                .toList();
    }

    private List<LetterLine> proofs(CeremonyView ceremony) {
        return List.of(
                new LetterLine(
                        word("first-run.root-sha256"), String.valueOf(ceremony.rootSha256())),
                new LetterLine(
                        word("first-run.issuing-sha256"),
                        String.valueOf(ceremony.issuingSha256())));
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, INDONESIAN);
    }
}
