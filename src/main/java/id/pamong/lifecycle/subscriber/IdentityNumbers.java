package id.pamong.lifecycle.subscriber;

import id.pamong.lifecycle.subscriber.rules.IdentityClaim;
import id.pamong.lifecycle.subscriber.rules.OfficialEmail;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.PersonNumberCheck;
import id.pamong.office.organization.PersonNumbers;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleBook;
import id.pamong.office.regulation.RuleResult;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges NIK, NIP and official e-mail by all rules at once. Hard rules block; soft ones leave a
 * note for the officer. Whether a NIK is real only the population register can say.
 */
@Component
public class IdentityNumbers implements PersonNumberCheck {
    private final Regulations regulations;
    private final List<Rule<IdentityClaim>> rules;
    private final Clock clock;

    IdentityNumbers(Regulations regulations, List<Rule<IdentityClaim>> rules, Clock clock) {
        this.regulations = regulations;
        this.rules = rules;
        this.clock = clock;
    }

    /** An address need not be given at the import; the application asks for it. */
    @Override
    public List<Finding> check(LocalGovernment government, PersonNumbers numbers) {
        RegulationProfile profile = regulations.profile(government.regulationId());
        return RuleBook.run(profile, rules, claim(government, profile, numbers, false));
    }

    /** As for an application: an official address has to be given (MDN-10(3)c). */
    public List<Finding> checkForApplication(
            LocalGovernment government, RegulationProfile profile, PersonNumbers numbers) {
        return resultsForApplication(government, profile, numbers).stream()
                .flatMap(result -> result.findings().stream())
                .toList();
    }

    /** What every rule says, also those that find nothing. */
    public List<RuleResult> resultsForApplication(
            LocalGovernment government, RegulationProfile profile, PersonNumbers numbers) {
        return RuleBook.results(profile, rules, claim(government, profile, numbers, true));
    }

    /** What blocks an address for a person of this class, by the regulation in force. */
    public List<Finding> checkAddress(
            LocalGovernment government, EmploymentClass employmentClass, String address) {
        return checkForApplication(
                        government,
                        regulations.profile(government.regulationId()),
                        new PersonNumbers(employmentClass, "", null, address))
                .stream()
                .filter(finding -> "officialEmail".equals(finding.field()))
                .filter(Finding::isBlocking)
                .toList();
    }

    /** The address as it is kept and compared, if it is one. */
    public static Optional<String> canonicalEmail(String address) {
        return switch (OfficialEmail.read(address)) {
            case OfficialEmail.Address mailbox -> Optional.of(mailbox.text());
            case OfficialEmail.Malformed malformed -> Optional.empty();
        };
    }

    private IdentityClaim claim(
            LocalGovernment government,
            RegulationProfile profile,
            PersonNumbers numbers,
            boolean emailRequired) {
        return new IdentityClaim(
                numbers.employmentClass(),
                compact(numbers.nik()),
                compact(numbers.nip()),
                numbers.officialEmail() == null ? "" : numbers.officialEmail().strip(),
                emailRequired,
                Stream.concat(
                                government.mailDomains().stream(),
                                profile.setting("mail.nationalDomains").values().stream())
                        .toList(),
                profile.setting("nip.pppkCodes").values(),
                profile.setting("nik.minimumAge").number(),
                profile.setting("nik.maximumAge").number(),
                government.dateAt(clock.instant()));
    }

    private static String compact(@Nullable String number) {
        return number == null ? "" : number.replace(" ", "").strip();
    }
}
