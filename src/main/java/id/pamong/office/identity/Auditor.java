package id.pamong.office.identity;

import id.pamong.office.organization.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone who reads everything and changes nothing, by a letter of assignment (surat tugas).
 *
 * @param letter number of the letter, at most {@link Auditors#LETTER} characters
 * @param from first day
 * @param until last day, or null while no end is named
 */
public record Auditor(PersonId person, String letter, LocalDate from, @Nullable LocalDate until) {}
