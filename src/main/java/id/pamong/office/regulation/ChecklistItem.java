package id.pamong.office.regulation;

/**
 * One thing the dossier of a certificate type must hold.
 *
 * @param item stable code such as {@code COVER_LETTER}
 * @param clause that asks for it
 * @param name what it is called on screen
 * @param how what to do to have it
 */
public record ChecklistItem(String item, Citation clause, Words name, Words how) {}
