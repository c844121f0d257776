package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.LocalDate;

/**
 * Someone's last day of service is over; published once, the day after it, or with the record of an
 * end that lies in the past. Not published when the person came back in between.
 */
public record LeftService(
        LocalGovernmentId government, PersonId person, ServiceEnd.Kind kind, LocalDate lastDay) {}
