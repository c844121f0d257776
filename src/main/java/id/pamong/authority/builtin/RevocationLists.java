package id.pamong.authority.builtin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes and keeps full CRLs. Runs in the caller's transaction. */
@Component
class RevocationLists {
    private static final int REFRESHES = 7;

    private final IssuedCertificates issued;
    private final AuthoritySettings settings;

    RevocationLists(IssuedCertificates issued, AuthoritySettings settings) {
        this.issued = issued;
        this.settings = settings;
    }

    void first(SigningAuthority authority, Instant now) {
        make(authority, 1, now);
    }

    /** The next number; the caller holds the lock of the CA. */
    void next(SigningAuthority authority, Instant now) {
        long number = newest(authority.ca()).map(list -> list.number() + 1).orElse(1L);
        make(authority, number, now);
    }

    Optional<RevocationList> newest(String ca) {
        return issued.newestCrl(ca, Pointers.SHARD);
    }

    /** Seven times within its validity, so that a reader's copy is never near its end. */
    boolean isStale(String ca, Instant now) {
        Duration age = settings.crlValidity().dividedBy(REFRESHES);
        return newest(ca).map(list -> !now.isBefore(list.thisUpdate().plus(age))).orElse(true);
    }

    private void make(SigningAuthority authority, long number, Instant now) {
        Duration validity =
                authority.ca().equals(AuthorityNames.ROOT)
                        ? settings.rootCrlValidity()
                        : settings.crlValidity();
        issued.insertCrl(
                RevocationList.sign(
                        authority,
                        Pointers.SHARD,
                        number,
                        now,
                        now.plus(validity),
                        issued.revoked(authority.ca())));
    }
}
