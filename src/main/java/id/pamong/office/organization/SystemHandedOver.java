package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;

/**
 * Somebody answers for a system from today or an earlier day on; told once, on or after the first
 * day, in the transaction that marks it told.
 *
 * @param name of the system
 * @param to who answers for it now
 * @param named whether a paper names that person; else it is the head of the owning agency, until
 *     somebody is named
 */
public record SystemHandedOver(
        LocalGovernmentId government, SystemId system, String name, PersonId to, boolean named) {}
