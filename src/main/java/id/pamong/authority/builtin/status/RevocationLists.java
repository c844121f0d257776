package id.pamong.authority.builtin.status;

import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.AuthoritySettings;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.builtin.key.SigningAuthority;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes and keeps CRLs: of each shard whole lists and, between them, deltas. Runs in the caller's
 * transaction; the caller holds the lock of the CA, so that numbers rise by one.
 *
 * <p>After a change of status a short shard gets a whole list at once and a long one a delta at
 * once. Whole lists are renewed seven times within their validity, deltas likewise, so that no
 * reader's copy is ever near its end. A whole list comes with a delta of the same number (RFC 5280
 * section 5.2.3) for those who have the list before it.
 */
@Component
public class RevocationLists {
    private static final int REFRESHES = 7;

    private final IssuedCertificates issued;
    private final CrlRows crls;
    private final AuthoritySettings settings;

    public RevocationLists(IssuedCertificates issued, CrlRows crls, AuthoritySettings settings) {
        this.issued = issued;
        this.crls = crls;
        this.settings = settings;
    }

    /** The first lists of a CA. */
    public void first(SigningAuthority authority, URI base, int shards, Instant now) {
        for (int shard = 0; shard < shards; shard++) {
            renew(authority, base, shard, now);
        }
    }

    /** The root's next list. */
    public void nextOfRoot(SigningAuthority root, URI base, Instant now) {
        makeWhole(root, base, 0, now);
    }

    /** Tells of a change of status in a shard at once. */
    public void changed(SigningAuthority authority, URI base, int shard, Instant now) {
        if (issued.revokedCount(authority.ca(), shard, settings.crlWholeAtOnce() + 1)
                > settings.crlWholeAtOnce()) {
            makeDelta(authority, base, shard, nextNumber(authority.ca(), shard), now);
        } else {
            makeWhole(authority, base, shard, now);
        }
    }

    /** Makes what is missing or due of a shard. */
    public void renew(SigningAuthority authority, URI base, int shard, Instant now) {
        if (isDue(crls.newest(authority.ca(), shard, false), settings.crlValidity(), now)) {
            makeWhole(authority, base, shard, now);
        }
        // The first whole list too names the address of its deltas: something stands there.
        if (isDue(crls.newest(authority.ca(), shard, true), settings.deltaValidity(), now)) {
            makeDelta(authority, base, shard, nextNumber(authority.ca(), shard), now);
        }
    }

    private static boolean isDue(Optional<CrlRows.Meta> newest, Duration validity, Instant now) {
        Duration age = validity.dividedBy(REFRESHES);
        return newest.map(list -> !now.isBefore(list.thisUpdate().plus(age))).orElse(true);
    }

    private long nextNumber(String ca, int shard) {
        return crls.highestNumber(ca, shard) + 1;
    }

    private void makeWhole(SigningAuthority authority, URI base, int shard, Instant now) {
        String ca = authority.ca();
        boolean root = ca.equals(AuthorityNames.ROOT);
        long number = nextNumber(ca, shard);
        if (!root && number > 1) {
            makeDelta(authority, base, shard, number, now);
        }
        Instant thisUpdate = now.truncatedTo(ChronoUnit.SECONDS);
        Duration validity = root ? settings.rootCrlValidity() : settings.crlValidity();
        // What has expired stays on one more regular list (RFC 5280 section 3.3).
        Instant stillListed = thisUpdate.minus(validity);
        crls.insert(
                RevocationList.sign(
                        authority,
                        head(
                                shard,
                                number,
                                null,
                                thisUpdate,
                                thisUpdate.plus(validity),
                                root ? null : Pointers.crl(base, ca, shard),
                                root ? null : Pointers.delta(base, ca, shard)),
                        to -> issued.revoked(ca, shard, stillListed, to)));
    }

    private void makeDelta(
            SigningAuthority authority, URI base, int shard, long number, Instant now) {
        String ca = authority.ca();
        CrlRows.Meta whole = crls.newest(ca, shard, false).orElseThrow();
        Instant thisUpdate = now.truncatedTo(ChronoUnit.SECONDS);
        crls.insert(
                RevocationList.sign(
                        authority,
                        head(
                                shard,
                                number,
                                whole.number(),
                                thisUpdate,
                                thisUpdate.plus(settings.deltaValidity()),
                                Pointers.crl(base, ca, shard),
                                null),
                        to -> issued.changedSince(ca, shard, whole.thisUpdate(), to)));
    }

    private static RevocationList.Head head(
            int shard,
            long number,
            @Nullable Long baseNumber,
            Instant thisUpdate,
            Instant nextUpdate,
            @Nullable String point,
            @Nullable String freshest) {
        return new RevocationList.Head(
                shard, number, baseNumber, thisUpdate, nextUpdate, point, freshest);
    }
}
