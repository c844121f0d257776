package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.LocalDate;

/**
 * A contract runs on: entered with a last day that is not past; published in the transaction of the
 * entry.
 *
 * @param until the new last day
 */
public record ContractExtended(
        LocalGovernmentId government, PersonId person, LocalDate until, String decree) {}
