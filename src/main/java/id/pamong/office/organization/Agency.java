package id.pamong.office.organization;

import org.jspecify.annotations.Nullable;

/**
 * A Perangkat Daerah (MDN-1.4).
 *
 * @param code the local government's own short code, unique in it
 * @param headPost title of its head, such as {@code Kepala Dinas Pendidikan}
 * @param parent the agency it belongs to, or null
 */
public record Agency(
        AgencyId id, String code, String name, String headPost, @Nullable AgencyId parent) {}
