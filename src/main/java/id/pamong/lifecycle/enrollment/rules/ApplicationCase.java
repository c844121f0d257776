package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.PersonId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as the rules see it: everything gathered, so that each rule only decides.
 *
 * @param applicant who applies
 * @param allowedClasses by the setting {@code users.classes}, as the regulation names them
 * @param asnScope the setting {@code users.asnScope}
 * @param enabledUses by the setting {@code uses.enabled}, as the regulation names them
 * @param emailGiven whether an official address is given
 * @param emailConfirmed whether the applicant proved to read it
 * @param emailOfAnother whether it is another person's
 * @param identityCardGiven whether a scan of the e-KTP is there
 * @param declared whether the truth was declared with this submission
 * @param asked the items on the checklist of its type, by the regulation it began under
 */
public record ApplicationCase(
        PersonId applicant,
        EmploymentClass employmentClass,
        Set<String> allowedClasses,
        String asnScope,
        Set<IntendedUse> uses,
        Set<String> enabledUses,
        Set<Duty> duties,
        String purpose,
        boolean emailGiven,
        boolean emailConfirmed,
        boolean emailOfAnother,
        boolean identityCardGiven,
        Optional<GivenLetter> recommendation,
        Optional<GivenLetter> coverLetter,
        boolean declared,
        LocalDate on,
        Set<String> asked) {
    public ApplicationCase {
        asked = Set.copyOf(asked);
    }

    /** Whether the regulation asks for this item, such as {@code COVER_LETTER}. */
    boolean asksFor(String item) {
        return asked.contains(item);
    }

    /**
     * A letter with who should have given it.
     *
     * @param giver who gave it, or null when a scan names someone who is not known here
     * @param expected who had the right to on its date, or null when nobody is known
     * @param expectedName that person's name, empty when nobody is known
     * @param onPaper whether it is a scan
     * @param register what the register of posts says of the giver and the date
     */
    public record GivenLetter(
            @Nullable PersonId giver,
            @Nullable PersonId expected,
            String expectedName,
            boolean onPaper,
            LocalDate datedOn,
            Registered register) {
        GivenLetter(
                @Nullable PersonId giver,
                @Nullable PersonId expected,
                String expectedName,
                boolean onPaper,
                LocalDate datedOn) {
            this(giver, expected, expectedName, onPaper, datedOn, Registered.NOTHING);
        }

        @Override
        public String toString() {
            return "GivenLetter[" + datedOn + "]";
        }
    }

    /**
     * What the register of posts says of a letter's giver on its date.
     *
     * @param writtenTitle the post as it stands on the letter
     * @param title the post as registered for who gave it; empty without a right
     * @param vacantPost the post that nobody held on that date; empty when somebody did
     * @param otherPost a post that the giver held at another time; empty without one
     * @param otherFrom its first day
     * @param otherUntil its last day, null while open
     */
    public record Registered(
            String writtenTitle,
            String title,
            String vacantPost,
            String otherPost,
            @Nullable LocalDate otherFrom,
            @Nullable LocalDate otherUntil) {
        static final Registered NOTHING = new Registered("", "", "", "", null, null);
    }

    /** The name of an employment class in a regulation's settings. */
    public static String nameInSettings(EmploymentClass employmentClass) {
        return switch (employmentClass) {
            case HEAD_OF_REGION -> "KDH";
            case DEPUTY_HEAD_OF_REGION -> "WKDH";
            case PNS -> "PNS";
            case CPNS -> "CPNS";
            case PPPK -> "PPPK";
            case PPPK_PART_TIME -> "PPPK_PART_TIME";
            case OTHER -> "OTHER";
        };
    }

    /** Whether the class is a civil servant's whom only the answer to the open question admits. */
    boolean dependsOnAnswer() {
        return switch (employmentClass) {
            case CPNS, PPPK, PPPK_PART_TIME ->
                    !allowedClasses.contains(nameInSettings(employmentClass));
            case HEAD_OF_REGION, DEPUTY_HEAD_OF_REGION, PNS, OTHER -> false;
        };
    }

    private static final PersonId SITI = new PersonId(new UUID(0, 1));
    private static final PersonId BUDI = new PersonId(new UUID(0, 2));
    private static final PersonId RINA = new PersonId(new UUID(0, 3));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    /** The example that the rules vary: complete in every respect. */
    static ApplicationCase example() {
        return new ApplicationCase(
                SITI,
                EmploymentClass.PNS,
                Set.of("KDH", "WKDH", "PNS"),
                "UNANSWERED",
                Set.of(IntendedUse.DIGITAL_SIGNATURE),
                Set.of("SIG", "MAIL", "DOC"),
                Set.of(Duty.LETTER),
                "",
                true,
                true,
                false,
                true,
                Optional.of(new GivenLetter(BUDI, BUDI, "Budi", false, DAY.minusDays(2))),
                Optional.of(new GivenLetter(RINA, RINA, "Rina", true, DAY.minusDays(1))),
                true,
                DAY,
                Set.of("COVER_LETTER", "RECOMMENDATION", "IDENTITY_CARD"));
    }

    ApplicationCase of(EmploymentClass other, String scope) {
        return new ApplicationCase(
                applicant,
                other,
                allowedClasses,
                scope,
                uses,
                enabledUses,
                duties,
                purpose,
                emailGiven,
                emailConfirmed,
                emailOfAnother,
                identityCardGiven,
                recommendation,
                coverLetter,
                declared,
                on,
                asked);
    }

    ApplicationCase wanting(Set<IntendedUse> wanted, Set<Duty> forDuties) {
        return new ApplicationCase(
                applicant,
                employmentClass,
                allowedClasses,
                asnScope,
                wanted,
                enabledUses,
                forDuties,
                purpose,
                emailGiven,
                emailConfirmed,
                emailOfAnother,
                identityCardGiven,
                recommendation,
                coverLetter,
                declared,
                on,
                asked);
    }

    ApplicationCase withEmail(boolean given, boolean confirmed, boolean ofAnother) {
        return new ApplicationCase(
                applicant,
                employmentClass,
                allowedClasses,
                asnScope,
                uses,
                enabledUses,
                duties,
                purpose,
                given,
                confirmed,
                ofAnother,
                identityCardGiven,
                recommendation,
                coverLetter,
                declared,
                on,
                asked);
    }

    ApplicationCase with(boolean card, boolean truth) {
        return new ApplicationCase(
                applicant,
                employmentClass,
                allowedClasses,
                asnScope,
                uses,
                enabledUses,
                duties,
                purpose,
                emailGiven,
                emailConfirmed,
                emailOfAnother,
                card,
                recommendation,
                coverLetter,
                truth,
                on,
                asked);
    }

    ApplicationCase withLetters(
            Optional<GivenLetter> itsRecommendation, Optional<GivenLetter> itsCoverLetter) {
        return new ApplicationCase(
                applicant,
                employmentClass,
                allowedClasses,
                asnScope,
                uses,
                enabledUses,
                duties,
                purpose,
                emailGiven,
                emailConfirmed,
                emailOfAnother,
                identityCardGiven,
                itsRecommendation,
                itsCoverLetter,
                declared,
                on,
                asked);
    }

    /** A letter of the example, given by someone with the right to another one's. */
    Optional<GivenLetter> letterBy(@Nullable PersonId giver, LocalDate dated) {
        return Optional.of(new GivenLetter(giver, BUDI, "Budi", true, dated));
    }

    static PersonId someoneElse() {
        return RINA;
    }
}
