package id.pamong.authority.signature;

import id.pamong.authority.gateway.Standing;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The visible signature: post, QR code, name, NIP, and a footer worded by the authority's standing.
 * Long texts are wrapped and made smaller; nothing leaves the box.
 *
 * @param post of the signer on the day of signing, such as {@code Kepala Bidang Informatika}; lines
 *     for a.n. and u.b. are parted by a line feed
 * @param name with titles as written
 * @param nip grouped by the caller, or null
 * @param standing of the issuing authority: only {@link Standing#RECOGNISED} carries the legal
 *     footer
 * @param authority name of the issuing authority, named in the footer
 * @param checkPage what the QR code says: the address of the check page with this document's token
 */
public record SignatureBlock(
        SignaturePlacement placement,
        String post,
        String name,
        @Nullable String nip,
        Standing standing,
        String authority,
        URI checkPage) {

    /** The last line of the block, as {@link #footer(Standing, String)} words it. */
    public String footer() {
        return footer(standing, authority);
    }

    /**
     * What stands at the foot of every block under an authority: only a recognised one carries the
     * words of UU ITE Pasal 5 ayat (1).
     *
     * @param authority name of the issuing authority
     */
    public static String footer(Standing standing, String authority) {
        String check = " Periksa keasliannya dengan memindai kode QR.";
        return switch (standing) {
            case RECOGNISED ->
                    "Ditandatangani secara elektronik dengan sertifikat elektronik yang"
                            + " diterbitkan "
                            + authority
                            + ". UU ITE Pasal 5 ayat (1): Informasi Elektronik dan/atau Dokumen"
                            + " Elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang"
                            + " sah."
                            + check;
            case INTERNAL ->
                    "Sertifikat internal (" + authority + "), bukan dari PSrE yang diakui." + check;
            case TRIAL ->
                    "Sertifikat latihan ("
                            + authority
                            + "), bukan dari PSrE yang diakui: bukan dokumen kedinasan."
                            + check;
        };
    }
}
