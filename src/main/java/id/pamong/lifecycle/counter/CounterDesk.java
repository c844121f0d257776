package id.pamong.lifecycle.counter;

import id.pamong.lifecycle.enrollment.CertificateOffers;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.archive.ShelfPlace;
import id.pamong.office.archive.Shelves;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.notification.Attachment;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Receives paper at the counter against a numbered receipt, finds it again and shelves it. */
@Component
public class CounterDesk {
    /** Longest name of who brought it, in characters. */
    public static final int NAME = 100;

    private static final int SHOWN = 100;
    private static final Set<String> NO_PAPER = Set.of("OFFICIAL_EMAIL");
    private static final String RECEIVE = "counter.receive";
    private static final String VIEW = "counter.view";

    private final CounterRows rows;
    private final CounterGate gate;
    private final CounterReceipts receipts;
    private final Enrollment enrollment;
    private final CertificateOffers offers;
    private final Archive archive;
    private final Shelves shelves;
    private final People people;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final Notifications notifications;
    private final TenantTransactions transactions;

    CounterDesk(
            CounterRows rows,
            CounterGate gate,
            CounterReceipts receipts,
            Enrollment enrollment,
            CertificateOffers offers,
            Archive archive,
            Shelves shelves,
            People people,
            LocalGovernments governments,
            Regulations regulations,
            Notifications notifications,
            TenantTransactions transactions) {
        this.rows = rows;
        this.gate = gate;
        this.receipts = receipts;
        this.enrollment = enrollment;
        this.offers = offers;
        this.archive = archive;
        this.shelves = shelves;
        this.people = people;
        this.governments = governments;
        this.regulations = regulations;
        this.notifications = notifications;
        this.transactions = transactions;
    }

    /**
     * What is handed over.
     *
     * @param wants the key of what is applied for, such as {@code POSITION.POST}
     * @param applicant NIP or NIK, spaces ignored
     * @param sheets counted, as typed, by item of the checklist; an empty one was not brought
     * @param broughtBy empty when the applicant came in person
     * @param tell whether the receipt is mailed to the applicant too
     */
    public record Handed(
            String wants,
            String applicant,
            Map<String, String> sheets,
            String broughtBy,
            ShelfPlace place,
            boolean tell) {
        public Handed {
            sheets = Map.copyOf(sheets);
        }

        /** Of an individual certificate. */
        public Handed(
                String applicant,
                Map<String, String> sheets,
                String broughtBy,
                ShelfPlace place,
                boolean tell) {
            this(CertificateType.INDIVIDUAL.name(), applicant, sheets, broughtBy, place, tell);
        }

        @Override
        public String toString() {
            return "Handed[…]";
        }
    }

    /** What became of it. */
    public sealed interface Receiving {
        record Received(CounterFileId id) implements Receiving {}

        /** Nothing was received; every finding at once. */
        record Refused(List<Finding> findings) implements Receiving {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /**
     * A file with what belongs to it.
     *
     * @param dossier what was keyed, or null until then
     * @param names of those who did something with it
     */
    public record View(
            CounterFile file,
            Person applicant,
            @Nullable Dossier dossier,
            ShelfPlace place,
            Map<PersonId, String> names) {
        public View {
            names = Map.copyOf(names);
        }

        @Override
        public String toString() {
            return "View[" + file.id() + "]";
        }
    }

    /** Who has this NIP or NIK, for the officer to compare with the card. */
    public Optional<Person> find(Actor actor, String number) {
        gate.require(actor, RECEIVE);
        String digits = number.replaceAll("\\s", "");
        return switch (digits.length()) {
            case 18 -> people.byNip(actor.government(), digits);
            case 16 -> people.byNik(actor.government(), digits);
            default -> Optional.empty();
        };
    }

    /** What may be applied for on paper: all that is offered here. */
    public List<CertificateOffers.Offer> offers(Actor actor) {
        return offers.of(governments.get(actor.government()));
    }

    /** The papers that a file may hold, whatever it applies for, by the regulation in force. */
    public List<ChecklistItem> items(Actor actor) {
        RegulationProfile profile =
                regulations.profile(governments.get(actor.government()).regulationId());
        Map<String, ChecklistItem> items = new LinkedHashMap<>();
        offers(actor).stream()
                .flatMap(offer -> items(profile, offer.type()).stream())
                .forEach(item -> items.putIfAbsent(item.item(), item));
        return List.copyOf(items.values());
    }

    /** The papers of a type; an address is no paper. */
    static List<ChecklistItem> items(RegulationProfile profile, CertificateType type) {
        return profile.checklist(type).stream()
                .filter(item -> !NO_PAPER.contains(item.item()))
                .toList();
    }

    /**
     * Receives a file: number, receipt, record. The same id a second time is the first receipt
     * again.
     *
     * @param id chosen by the page, so that a double click makes one receipt
     */
    public Receiving receive(Actor actor, CounterFileId id, Handed handed) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    gate.require(actor, RECEIVE);
                    if (rows.find(id).isPresent()) {
                        return new Receiving.Received(id);
                    }
                    List<Finding> findings = new ArrayList<>();
                    Optional<Person> applicant = applicant(actor, handed, findings);
                    Optional<CertificateOffers.Offer> wants =
                            offers(actor).stream()
                                    .filter(offer -> offer.key().equals(handed.wants()))
                                    .findFirst();
                    if (wants.isEmpty()) {
                        findings.add(Finding.blocking("counter.wants-missing", "wants"));
                    }
                    List<CounterPaper> papers = papers(actor, wants, handed, findings);
                    if (handed.broughtBy().length() > NAME) {
                        findings.add(Finding.blocking("counter.name-long", "broughtBy", NAME));
                    }
                    checkPlace(handed.place(), findings);
                    return findings.isEmpty() && applicant.isPresent()
                            ? keep(actor, id, applicant.get(), wants.orElseThrow(), papers, handed)
                            : new Receiving.Refused(findings);
                });
    }

    private Optional<Person> applicant(Actor actor, Handed handed, List<Finding> findings) {
        Optional<Person> found = find(actor, handed.applicant());
        if (found.isEmpty()) {
            findings.add(Finding.blocking("counter.nobody", "number"));
        } else if (found.get().id().equals(actor.person())) {
            findings.add(Finding.blocking("counter.own-papers", "number"));
        }
        return found;
    }

    private List<CounterPaper> papers(
            Actor actor,
            Optional<CertificateOffers.Offer> wants,
            Handed handed,
            List<Finding> findings) {
        List<CounterPaper> papers = new ArrayList<>();
        RegulationProfile profile =
                regulations.profile(governments.get(actor.government()).regulationId());
        Set<String> its =
                wants.stream()
                        .flatMap(offer -> items(profile, offer.type()).stream())
                        .map(ChecklistItem::item)
                        .collect(Collectors.toSet());
        for (ChecklistItem item : items(actor)) {
            String typed = handed.sheets().getOrDefault(item.item(), "").strip();
            if (typed.isEmpty()) {
                continue;
            }
            if (wants.isPresent() && !its.contains(item.item())) {
                findings.add(Finding.blocking("counter.not-for-type", "sheets-" + item.item()));
            } else if (typed.matches("[1-9][0-9]?")) {
                papers.add(new CounterPaper(item.item(), Integer.parseInt(typed), 0, 0, null));
            } else {
                findings.add(Finding.blocking("counter.sheets", "sheets-" + item.item()));
            }
        }
        if (papers.isEmpty()
                && findings.stream()
                        .noneMatch(f ->
                                f.code().equals("counter.sheets")
                                        || f.code().equals("counter.not-for-type"))) {
            findings.add(Finding.blocking("counter.no-papers", "papers"));
        }
        return papers;
    }

    private static void checkPlace(ShelfPlace place, List<Finding> findings) {
        if (place.isTooLong()) {
            findings.add(Finding.blocking("counter.place-long", "rack", ShelfPlace.LONGEST));
        }
    }

    private Receiving keep(
            Actor actor,
            CounterFileId id,
            Person applicant,
            CertificateOffers.Offer wants,
            List<CounterPaper> papers,
            Handed handed) {
        Instant now = gate.now();
        LocalGovernment government = governments.get(actor.government());
        CounterReceipts.Receipt receipt =
                receipts.write(
                        government,
                        applicant,
                        people.get(government.id(), actor.person()),
                        wants.type(),
                        papers,
                        handed.broughtBy().strip(),
                        now);
        FileId stored =
                archive.store(
                        government.id(), FileKind.PAPER_RECEIPT, "application/pdf", receipt.pdf());
        rows.add(
                new CounterFile(
                        id,
                        receipt.number(),
                        applicant.id(),
                        wants.type(),
                        wants.kind(),
                        null,
                        CounterState.RECEIVED,
                        handed.broughtBy().strip(),
                        stored,
                        null,
                        0,
                        "",
                        "",
                        null,
                        null,
                        0,
                        now,
                        papers,
                        List.of()));
        if (!handed.place().isEmpty()) {
            shelves.put(government.id(), id.value(), handed.place(), actor.account().value());
        }
        if (handed.tell()) {
            notifications.tell(
                    government.id(),
                    applicant.id(),
                    "counter-received",
                    Map.of("number", receipt.number()),
                    "/permohonan",
                    List.of(
                            new Attachment(
                                    "tanda-terima-berkas.pdf", "application/pdf", receipt.pdf())));
        }
        gate.did(
                actor,
                id,
                RECEIVE,
                CounterDeed.Deed.RECEIVED,
                Map.of(
                        "number", receipt.number(),
                        "wants", wants.key(),
                        "receipt", stored.toString(),
                        "papers", papers.stream().map(CounterPaper::item).toList()));
        return new Receiving.Received(id);
    }

    /** Files that lie in a rack, box or folder of that name, the last put there first. */
    List<java.util.UUID> shelved(LocalGovernment government, String name) {
        return shelves.search(government.id(), name, SHOWN);
    }

    /** The file with everything the officer needs. */
    public View view(Actor actor, CounterFileId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    CounterFile file = gate.require(actor, id, VIEW);
                    Set<PersonId> hands = new LinkedHashSet<>();
                    file.deeds().forEach(deed -> hands.add(deed.person()));
                    Map<PersonId, String> names = new java.util.HashMap<>();
                    hands.forEach(hand ->
                            names.put(hand, people.get(actor.government(), hand).displayName()));
                    return new View(
                            file,
                            people.get(actor.government(), file.person()),
                            file.application() == null
                                    ? null
                                    : enrollment.dossier(
                                            actor.government(),
                                            Objects.requireNonNull(file.application())),
                            place(actor, file),
                            names);
                });
    }

    private ShelfPlace place(Actor actor, CounterFile file) {
        return shelves.of(actor.government(), file.id().value()).orElse(ShelfPlace.NONE);
    }

    /** The receipt as PDF. */
    public byte[] receipt(Actor actor, CounterFileId id) {
        CounterFile file =
                transactions.inTenant(actor.government(), () -> gate.require(actor, id, VIEW));
        return archive.read(actor.government(), file.receipt());
    }

    /**
     * Picture of a page of the scan, PNG: only while the file is worked on at the counter. Once it
     * is in the queue its papers are seen with the case at the desk. The trail keeps the first time
     * that an officer saw a file.
     *
     * @param page from 1
     * @param width pixels
     */
    public byte[] picture(Actor actor, CounterFileId id, int page, int width) {
        CounterFile file =
                transactions.inTenant(
                        actor.government(),
                        () -> {
                            CounterFile open = gate.require(actor, id, "counter.scan-view");
                            if (open.scan() == null || page < 1 || page > open.scanPages()) {
                                throw new NotFound("counter.no-page");
                            }
                            gate.noteFirst(actor, id, "counter.scan-view", "SHOWN");
                            return open;
                        });
        FileId scan = Objects.requireNonNull(file.scan());
        return archive.picture(actor.government(), scan, page, width);
    }

    /** Notes where the paper lies. */
    public List<Finding> shelve(Actor actor, CounterFileId id, ShelfPlace place) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    gate.require(actor, id, "counter.shelve");
                    List<Finding> findings = new ArrayList<>();
                    if (place.isEmpty()) {
                        findings.add(Finding.blocking("counter.place-missing", "rack"));
                    }
                    checkPlace(place, findings);
                    if (findings.isEmpty()) {
                        shelves.put(actor.government(), id.value(), place, actor.account().value());
                        gate.record(actor, id, "counter.shelve", "SHELVED", Map.of());
                    }
                    return List.copyOf(findings);
                });
    }
}
