package id.pamong.office.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is typed about an electronic system; kept even where it is not yet right.
 *
 * @param agency of the owner, or null while none is chosen
 * @param category or null while none is chosen
 * @param hosts as typed, one or more
 */
public record NewSystem(
        @Nullable AgencyId agency,
        String name,
        @Nullable SystemCategory category,
        List<String> hosts) {
    public NewSystem {
        hosts = List.copyOf(hosts);
    }
}
