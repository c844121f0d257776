package id.pamong.office.organization;

import org.jspecify.annotations.Nullable;

/**
 * A post (jabatan) that people hold in turn (MDN-1.4).
 *
 * @param agency whose post it is, or null for one of the government itself
 * @param leads whether its holder is the head of the agency; the secretary leads the secretariat
 *     where there is one
 * @param title as it stands under a letter, such as {@code Kepala Dinas Pendidikan}
 */
public record Post(
        PostId id, PostRole role, @Nullable AgencyId agency, boolean leads, String title) {}
