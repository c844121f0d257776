package id.pamong.lifecycle.revocation.loss;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.revocation.RevocationCaseId;
import id.pamong.office.archive.FileId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report with the papers that go with it (MDN-15(3)).
 *
 * @param number as shown to people
 * @param noticedAt when the owner noticed, if told
 * @param channel how it came in
 * @param circumstances in the owner's words, or empty
 * @param papersDue last day for the papers
 * @param asked which papers the regulation asks for
 * @param application the application for a new certificate, or null while none was begun
 * @param statement the owner's statement, or null while it is not signed
 * @param authority the report to the competent authority, or null while it is missing
 * @param cases the revocation cases it started
 */
public record LossReport(
        LossReportId id,
        String number,
        PersonId person,
        LossKind kind,
        @Nullable Instant noticedAt,
        Instant reportedAt,
        Channel channel,
        String circumstances,
        LocalDate papersDue,
        Set<LossPaper> asked,
        @Nullable ApplicationId application,
        @Nullable Statement statement,
        @Nullable AuthorityReport authority,
        List<RevocationCaseId> cases) {
    public LossReport {
        asked = Set.copyOf(asked);
        cases = List.copyOf(cases);
    }

    /** How a report comes in. */
    public enum Channel {
        /** From the owner's own account. */
        ACCOUNT,
        /** By the one-time link to the owner's proved official e-mail. */
        MAIL_LINK,
        /** By the emergency code on paper. */
        EMERGENCY_CODE
    }

    /**
     * The owner's statement.
     *
     * @param asked who is to acknowledge it
     * @param acknowledgedAt null while the superior has not
     */
    public record Statement(
            String number,
            FileId file,
            Instant signedAt,
            @Nullable PersonId asked,
            @Nullable PersonId acknowledgedBy,
            @Nullable Instant acknowledgedAt) {}

    /** The report to the competent authority, such as the police. */
    public record AuthorityReport(
            String kind, String number, LocalDate reportedOn, String office, FileId file) {}

    /** Which papers are still missing. */
    public List<LossPaper> missing() {
        return asked.stream()
                .filter(paper ->
                        switch (paper) {
                            case AUTHORITY_REPORT -> authority == null;
                            case STATEMENT -> statement == null;
                            case ACKNOWLEDGEMENT ->
                                    statement == null || statement.acknowledgedAt() == null;
                        })
                .sorted()
                .toList();
    }

    public boolean isComplete() {
        return missing().isEmpty();
    }

    /** Papers are missing after their last day. */
    public boolean isOverdueOn(LocalDate day) {
        return !isComplete() && day.isAfter(papersDue);
    }
}
