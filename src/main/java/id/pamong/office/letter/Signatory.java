package id.pamong.office.letter;

/**
 * Who stands under a letter.
 *
 * @param title above the name, such as {@code Kepala Dinas Komunikasi dan Informatika}
 * @param name title, name, title
 * @param rank such as {@code Pembina (IV/a)}; empty when unknown
 * @param nip in groups; empty without one
 * @param note how the letter was given, such as {@code Diberikan secara elektronik melalui akun
 *     dinas, 21 November 2026 10.42 WIB}; empty leaves room for a hand's signature
 */
public record Signatory(String title, String name, String rank, String nip, String note) {}
