package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.LocalDate;

/**
 * The contract of somebody who still stands in a post is over and was not extended; told on the day
 * after its last day, once, in the transaction that marks it told.
 *
 * @param until its last day
 */
public record ContractOver(LocalGovernmentId government, PersonId person, LocalDate until) {}
