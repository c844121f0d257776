package id.pamong.use.signing;

import id.pamong.authority.signature.SignaturePlacement;

/**
 * What the owner chose for a letter.
 *
 * @param at where the signature block stands
 * @param number of the letter, as written, at most 100 characters; may be empty
 * @param subject of the letter, at most 200 characters; may be empty
 */
public record Placement(SignaturePlacement at, Duty duty, String number, String subject) {}
