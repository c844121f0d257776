package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which way serves a local government for a product on a day: the choice for that product, else the
 * choice for everything, else the authority of the installation itself. What an office needs to
 * work at all (the certificates of its officers) comes from the installation's own authority unless
 * chosen otherwise by name.
 */
@Component
class ServingAuthorities {
    private final List<CertificationAuthority> ways;
    private final AuthorityChoiceRows rows;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final Clock clock;

    ServingAuthorities(
            List<CertificationAuthority> ways,
            AuthorityChoiceRows rows,
            LocalGovernments governments,
            TenantTransactions transactions,
            Clock clock) {
        this.ways = List.copyOf(ways);
        this.rows = rows;
        this.governments = governments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The ways that take orders. */
    List<CertificationAuthority> all() {
        return ways.stream().filter(way -> way.capabilities().contains(Capability.ORDER)).toList();
    }

    Optional<CertificationAuthority> find(String id) {
        return all().stream().filter(way -> way.id().equals(id)).findFirst();
    }

    CertificationAuthority of(LocalGovernmentId government, ProfileId profile) {
        return inForce(government, profile)
                .map(choice ->
                        find(choice.way())
                                .orElseThrow(
                                        () -> new IllegalStateException("no way " + choice.way())))
                .orElseGet(this::own);
    }

    /** The choice that holds today, if any does. */
    Optional<AuthorityChoice> inForce(LocalGovernmentId government, ProfileId profile) {
        List<AuthorityChoice> approved =
                transactions.inTenant(government, () -> rows.approved(profile)).stream()
                        .filter(choice -> choice.profile() != null || !isOfOffice(profile))
                        .toList();
        if (approved.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = governments.get(government).dateAt(clock.instant());
        return approved.stream().filter(choice -> !choice.from().isAfter(today)).findFirst();
    }

    /** The authority of the installation itself. */
    CertificationAuthority own() {
        return all().stream()
                .filter(way -> way.capabilities().contains(Capability.SAME_TRANSACTION))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no authority of our own"));
    }

    private static boolean isOfOffice(ProfileId profile) {
        return switch (profile) {
            case RA_OFFICER,
                    HTTPS_SERVER,
                    OCSP_SIGNER,
                    TIME_STAMPING,
                    CMP_SIGNER,
                    ROOT_CA,
                    ISSUING_CA ->
                    true;
            case INDIVIDUAL_SIGNATURE,
                    POSITION_SIGNATURE,
                    ORGANISATION_SEAL,
                    TLS_SERVER,
                    TLS_CLIENT,
                    INDIVIDUAL_ENCRYPTION ->
                    false;
        };
    }
}
