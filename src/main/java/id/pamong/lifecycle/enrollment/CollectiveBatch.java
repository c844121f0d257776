package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Applications that the admin of an agency prepared together.
 *
 * @param agencyName as it was named then
 * @param title in the words of whoever prepared it
 * @param counts how many members stand where
 */
public record CollectiveBatch(
        CollectiveBatchId id,
        AgencyId agency,
        String agencyName,
        String title,
        PersonId preparedBy,
        Instant createdAt,
        Map<CollectiveMember.Standing, Integer> counts) {
    public CollectiveBatch {
        Map<CollectiveMember.Standing, Integer> all =
                new EnumMap<>(CollectiveMember.Standing.class);
        all.putAll(counts);
        counts = Map.copyOf(all);
    }

    /** How many members stand there. */
    public int count(CollectiveMember.Standing standing) {
        return counts.getOrDefault(standing, 0);
    }

    /** How many members it has. */
    public int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many were submitted and wait for the registration authority's answer. */
    public int toVerify() {
        return count(CollectiveMember.Standing.SUBMITTED);
    }

    @Override
    public String toString() {
        return "CollectiveBatch[" + id + "]";
    }
}
