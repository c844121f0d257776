package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.LocalDate;
import java.util.List;

/**
 * Contracts that end soon, told once for each of the days before; in the transaction of the run.
 */
public record ContractsEnding(LocalGovernmentId government, List<Line> lines) {
    public ContractsEnding {
        lines = List.copyOf(lines);
    }

    /**
     * One of them.
     *
     * @param until last day
     * @param days that are left
     */
    public record Line(PersonId person, LocalDate until, long days) {}
}
