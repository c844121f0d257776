package id.pamong.lifecycle.enrollment;

import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What can be applied for: the types and uses that the regulation enables and for which the local
 * government's authority has a product (MDN-6, CJR-7).
 */
@Component
public class CertificateOffers {
    private final Regulations regulations;
    private final OrderBook orders;
    private final Clock clock;

    CertificateOffers(Regulations regulations, OrderBook orders, Clock clock) {
        this.regulations = regulations;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * One choice at the start.
     *
     * @param kind of a position, else null
     * @param uses that can be had, at least one
     */
    public record Offer(CertificateType type, @Nullable PositionKind kind, List<IntendedUse> uses) {
        public Offer {
            uses = List.copyOf(uses);
        }

        /** End of the message key that names it. */
        public String key() {
            return kind == null ? type.name() : type + "." + kind;
        }
    }

    /** The choice of this type and kind, if it can be had here. */
    public Optional<Offer> find(
            LocalGovernment government, CertificateType type, @Nullable PositionKind kind) {
        return of(government).stream()
                .filter(one -> one.type() == type && one.kind() == kind)
                .findFirst();
    }

    /** Every choice, in the order of the law. */
    public List<Offer> of(LocalGovernment government) {
        RegulationProfile profile =
                regulations.profile(government.regulationId(), government.dateAt(clock.instant()));
        List<Offer> offers = new ArrayList<>();
        add(offers, government, profile, CertificateType.INDIVIDUAL, null);
        for (PositionKind kind : PositionKind.values()) {
            add(offers, government, profile, CertificateType.POSITION, kind);
        }
        add(offers, government, profile, CertificateType.SYSTEM, null);
        return List.copyOf(offers);
    }

    private void add(
            List<Offer> offers,
            LocalGovernment government,
            RegulationProfile profile,
            CertificateType type,
            @Nullable PositionKind kind) {
        Set<String> enabled = enabled(profile);
        List<IntendedUse> uses =
                Arrays.stream(IntendedUse.values())
                        .filter(use -> enabled.contains(use.settingCode()))
                        .filter(use ->
                                product(type, kind, use)
                                        .filter(one -> isProduct(government, one))
                                        .isPresent())
                        .toList();
        if (!uses.isEmpty() && !profile.checklist(type).isEmpty()) {
            offers.add(new Offer(type, kind, uses));
        }
    }

    /**
     * The uses of a type that the regulation enables and that a product of the authority serves, as
     * the settings name them: nothing else can be issued, so nothing else can be submitted.
     *
     * @param kind of a position, else null
     */
    Set<String> issuable(
            LocalGovernment government,
            RegulationProfile profile,
            CertificateType type,
            @Nullable PositionKind kind) {
        Set<String> enabled = enabled(profile);
        return Arrays.stream(IntendedUse.values())
                .filter(use ->
                        !use.suits(type)
                                || product(type, kind, use)
                                        .filter(one -> isProduct(government, one))
                                        .isPresent())
                .map(IntendedUse::settingCode)
                .filter(enabled::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the authority that serves the product has it. */
    private boolean isProduct(LocalGovernment government, ProfileId profile) {
        return orders.authorityOf(government.id(), profile).products().contains(profile);
    }

    /** The uses that the regulation names or implies, as its settings name them. */
    public static Set<String> enabled(RegulationProfile profile) {
        return Stream.concat(
                        profile.setting("uses.enabled").values().stream(),
                        profile.setting("uses.implied").values().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The product that serves a use; empty when none does yet. */
    static Optional<ProfileId> product(
            CertificateType type, @Nullable PositionKind kind, IntendedUse use) {
        return switch (type) {
            case INDIVIDUAL ->
                    use == IntendedUse.DIGITAL_SIGNATURE
                            ? Optional.of(ProfileId.INDIVIDUAL_SIGNATURE)
                            : Optional.empty();
            case POSITION ->
                    use == IntendedUse.DIGITAL_SIGNATURE
                            ? Optional.of(
                                    kind == PositionKind.ORGANISATION
                                            ? ProfileId.ORGANISATION_SEAL
                                            : ProfileId.POSITION_SIGNATURE)
                            : Optional.empty();
            case SYSTEM ->
                    switch (use) {
                        case TLS_SERVER -> Optional.of(ProfileId.TLS_SERVER);
                        case TLS_CLIENT -> Optional.of(ProfileId.TLS_CLIENT);
                        case DIGITAL_SIGNATURE, EMAIL_PROTECTION, DOCUMENT_PROTECTION ->
                                Optional.empty();
                    };
        };
    }
}
