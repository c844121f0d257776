package id.pamong.use.signing;

import id.pamong.authority.signature.SignaturePlacement;

/**
 * What the owner chose for a letter.
 *
 * @param at where the signature block stands
 * @param capacity key of the post or mandate in which the owner signs, see {@link
 *     id.pamong.office.organization.SigningCapacity#key}; empty for the own post
 * @param number of the letter, as written, at most 100 characters; may be empty
 * @param subject of the letter, at most 200 characters; may be empty
 */
public record Placement(
        SignaturePlacement at, Duty duty, String capacity, String number, String subject) {}
