package id.pamong.lifecycle.counter;

import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.LetterLine;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.Signatory;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.Person;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Regulations;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the receipt for a file on paper (tanda terima berkas); in Indonesian, as letters are. */
@Component
class CounterReceipts {
    private static final Locale INDONESIAN = Locale.of("id", "ID");

    private final Letters letters;
    private final Regulations regulations;
    private final MessageSource messages;

    CounterReceipts(Letters letters, Regulations regulations, MessageSource messages) {
        this.letters = letters;
        this.regulations = regulations;
        this.messages = messages;
    }

    /** A numbered receipt. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Receipt(String number, byte[] pdf) {}

    Receipt write(
            LocalGovernment government,
            Person applicant,
            Person officer,
            CertificateType type,
            List<CounterPaper> papers,
            String broughtBy,
            Instant at) {
        String number =
                letters.nextNumber(government.id(), LetterKind.PAPER_RECEIPT, government.dateAt(at))
                        .text();
        Map<String, String> names =
                CounterDesk.items(regulations.profile(government.regulationId()), type).stream()
                        .collect(
                                Collectors.toMap(
                                        ChecklistItem::item, item -> item.name().in(INDONESIAN)));
        return new Receipt(
                number,
                letters.pdf(
                        government.id(),
                        "paper-receipt",
                        Map.of(
                                "number",
                                number,
                                "applicant",
                                applicant,
                                "broughtBy",
                                broughtBy.isEmpty() ? applicant.displayName() : broughtBy,
                                "at",
                                at,
                                "papers",
                                papers.stream()
                                        .map(paper ->
                                                new LetterLine(
                                                        names.getOrDefault(
                                                                paper.item(), paper.item()),
                                                        String.valueOf(paper.sheets())))
                                        .toList(),
                                "signatory",
                                new Signatory(
                                        messages.getMessage(
                                                "counter.receipt.officer", null, INDONESIAN),
                                        officer.displayName(),
                                        officer.rank(),
                                        officer.groupedNip(),
                                        ""))));
    }
}
