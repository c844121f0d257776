package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.LocalDate;

/**
 * The end of someone's service was recorded; published in the command's transaction. The last day
 * may lie ahead.
 */
public record LeftService(
        LocalGovernmentId government, PersonId person, ServiceEnd.Kind kind, LocalDate lastDay) {}
