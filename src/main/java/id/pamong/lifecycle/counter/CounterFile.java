package id.pamong.lifecycle.counter;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.office.archive.FileId;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.CertificateType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file on paper.
 *
 * @param number of its receipt, such as {@code TTB/0001/MADIUN-OP/2026}
 * @param person whose application it is
 * @param type what it applies for
 * @param kind of a position, else null
 * @param application the one it was keyed into, or null until then
 * @param broughtBy who brought it, empty when that was the applicant
 * @param scan the whole file as one PDF, or null until it is scanned
 * @param blankPages pages of the scan that belong to no paper, as typed
 * @param correction what the applicant found wrong, empty when nothing is
 * @param keyedSha256 of what was keyed from it, or null until then
 * @param deeds who did what, oldest first
 */
public record CounterFile(
        CounterFileId id,
        String number,
        PersonId person,
        CertificateType type,
        @Nullable PositionKind kind,
        @Nullable ApplicationId application,
        CounterState state,
        String broughtBy,
        FileId receipt,
        @Nullable FileId scan,
        int scanPages,
        String blankPages,
        String correction,
        @Nullable Instant confirmedAt,
        @Nullable String keyedSha256,
        int version,
        Instant receivedAt,
        List<CounterPaper> papers,
        List<CounterDeed> deeds) {
    public CounterFile {
        papers = List.copyOf(papers);
        deeds = List.copyOf(deeds);
    }

    /** The paper that answers an item of the checklist. */
    public Optional<CounterPaper> paper(String item) {
        return papers.stream().filter(paper -> paper.item().equals(item)).findFirst();
    }

    /** When something was last done. */
    public Optional<CounterDeed> last(CounterDeed.Deed deed) {
        return deeds.stream().filter(one -> one.deed() == deed).reduce((first, second) -> second);
    }

    @Override
    public String toString() {
        return "CounterFile[" + id + " " + state + "]";
    }
}
