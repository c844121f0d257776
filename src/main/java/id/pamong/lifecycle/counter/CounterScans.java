package id.pamong.lifecycle.counter;

import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.archive.IntakeOutcome;
import id.pamong.office.archive.Paper;
import id.pamong.office.archive.PaperIntake;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Takes the scan of a whole file and divides it into papers. Both happen in the guarded child
 * process: what a scanner, or someone in its place, hands over is not opened here.
 */
@Component
public class CounterScans {
    private static final String COMMAND = "counter.scan";
    private static final String PDF = "application/pdf";

    private final CounterRows rows;
    private final CounterGate gate;
    private final PaperIntake intake;
    private final Archive archive;
    private final TenantTransactions transactions;

    CounterScans(
            CounterRows rows,
            CounterGate gate,
            PaperIntake intake,
            Archive archive,
            TenantTransactions transactions) {
        this.rows = rows;
        this.gate = gate;
        this.intake = intake;
        this.archive = archive;
        this.transactions = transactions;
    }

    /** Two page numbers as typed; both empty when nothing was. */
    public record Pages(String from, String to) {}

    /**
     * Takes the scan; one that was there is replaced and must be divided anew.
     *
     * @return findings on the field {@code scan}; empty when it is kept
     */
    public List<Finding> scan(
            Actor actor, CounterFileId id, int version, String fileName, InputStreamSource upload)
            throws IOException {
        transactions.inTenant(
                actor.government(), () -> gate.require(actor, id, COMMAND, version).id());
        return switch (intake.accept("scan", fileName, upload)) {
            case IntakeOutcome.Refused(List<Finding> findings) -> findings;
            case IntakeOutcome.Accepted(Paper paper) -> {
                if (!paper.mediaType().equals(PDF)) {
                    yield List.of(Finding.blocking("counter.scan-not-pdf", "scan"));
                }
                if (paper.isSigned()) {
                    yield List.of(Finding.blocking("counter.scan-signed", "scan"));
                }
                transactions.inTenant(actor.government(), () -> keep(actor, id, version, paper));
                yield List.of();
            }
        };
    }

    private void keep(Actor actor, CounterFileId id, int version, Paper paper) {
        CounterFile file = gate.require(actor, id, COMMAND, version);
        FileId scan = archive.store(actor.government(), FileKind.PAPER_SCAN, paper);
        rows.scanned(id, scan, paper.pages());
        rows.move(file, CounterState.SCANNED);
        gate.did(
                actor,
                id,
                COMMAND,
                CounterDeed.Deed.SCANNED,
                Map.of("file", scan.toString(), "pages", paper.pages()));
    }

    /**
     * Gives every page of the scan to a paper.
     *
     * @param pages by item of the checklist
     * @param blank pages that belong to no paper, such as {@code 1, 7-8}
     * @return every finding at once; empty when the papers are made
     */
    public List<Finding> divide(
            Actor actor, CounterFileId id, int version, Map<String, Pages> pages, String blank) {
        CounterFile file =
                transactions.inTenant(
                        actor.government(), () -> gate.require(actor, id, COMMAND, version));
        FileId scan = file.scan();
        if (scan == null) {
            throw new Conflict("counter.state");
        }
        Map<String, PageDivision.Typed> typed = new LinkedHashMap<>();
        pages.forEach((item, one) ->
                typed.put(item, new PageDivision.Typed(one.from().strip(), one.to().strip())));
        PageDivision.Result division =
                PageDivision.read(
                        file.scanPages(),
                        file.papers().stream().map(CounterPaper::item).toList(),
                        typed,
                        blank);
        if (!division.findings().isEmpty()) {
            return division.findings();
        }
        Map<String, Paper> parts = new LinkedHashMap<>();
        division.ranges()
                .forEach((item, range) ->
                        parts.put(
                                item,
                                archive.pages(
                                        actor.government(), scan, range.first(), range.last())));
        transactions.inTenant(
                actor.government(),
                () -> {
                    CounterFile now = gate.require(actor, id, COMMAND, version);
                    parts.forEach((item, part) ->
                            rows.divided(
                                    id,
                                    item,
                                    Objects.requireNonNull(division.ranges().get(item)),
                                    archive.store(actor.government(), kindOf(item), part)));
                    rows.blank(id, blank.strip());
                    rows.move(now, CounterState.DIVIDED);
                    gate.did(
                            actor,
                            id,
                            COMMAND,
                            CounterDeed.Deed.DIVIDED,
                            Map.of("papers", parts.size()));
                });
        return List.of();
    }

    private static FileKind kindOf(String item) {
        return switch (item) {
            case "IDENTITY_CARD" -> FileKind.IDENTITY_CARD;
            case "APPLICATION_LETTER" -> FileKind.APPLICATION_LETTER;
            case "COVER_LETTER" -> FileKind.COVER_LETTER;
            case "RECOMMENDATION" -> FileKind.RECOMMENDATION;
            default -> FileKind.SUPPORTING_PAPER;
        };
    }
}
