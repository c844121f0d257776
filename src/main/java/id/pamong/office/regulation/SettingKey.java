package id.pamong.office.regulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A key that every regulation's file must answer, with the form of its value.
 *
 * @param choices the words the value may be made of; empty when it is free
 */
record SettingKey(String key, Form form, Set<String> choices) {
    /** The form of a value. */
    enum Form {
        TEXT,
        FLAG,
        NUMBER,
        LIST
    }

    private static final Set<String> CLASSES =
            Set.of("KDH", "WKDH", "PNS", "CPNS", "PPPK", "PPPK_PART_TIME", "OTHER");
    private static final Set<String> STRENGTH = Set.of("required", "recommended", "optional");
    private static final Set<String> GIVERS =
            Set.of("SUPERIOR", "AGENCY_HEAD", "SECRETARY", "HEAD_OF_REGION");
    private static final Set<String> ADDRESSEES =
            Set.of("HEAD", "GOVERNOR", "BSSN", "BSRE", "BSSN_VIA_BSRE");

    static final Map<String, SettingKey> CATALOGUE =
            Stream.of(
                            text("reg.id"),
                            text("reg.inForce"),
                            list("reg.aims"),
                            list("reg.legalBases"),
                            choice("org.kind", "KOTA", "KABUPATEN", "PROVINSI"),
                            text("org.headTitle"),
                            text("org.deputyTitle"),
                            text("org.province"),
                            flag("org.governorIsAddressee"),
                            choice("ra.officeRule", "NAMED", "FUNCTION"),
                            text("ra.office"),
                            text("ra.label"),
                            listOf("ra.operatorClass", CLASSES),
                            text("glossary.set"),
                            flag("crt.definitionBindsCa"),
                            choice("need.basisRequired", STRENGTH),
                            listOf("users.classes", CLASSES),
                            listOf("users.mandatoryClasses", CLASSES),
                            choice("users.asnScope", "UNANSWERED", "PNS_ONLY", "ASN"),
                            listOf(
                                    "uses.enabled",
                                    Set.of("SIG", "MAIL", "DOC", "TLS_SERVER", "TLS_CLIENT")),
                            choice("duty.other", "OTHER_CERT", "OTHER_SYSTEM"),
                            choice("ca.recognisedForce", "H", "T"),
                            text("ca.default"),
                            list("ca.allowed"),
                            flag("ca.otherNeedsApproval"),
                            list("plan.legalBasis"),
                            choice("plan.roadmap", STRENGTH),
                            number("plan.years"),
                            number("plan.reviewPerYear"),
                            choice("plan.alignment", STRENGTH),
                            choice("plan.yearlyBudget", STRENGTH),
                            choice("plan.needGate", "WARN", "BLOCK", "OFF"),
                            choice("checklist.coverLetter.giver", "PD_LEADER", "PD_HEAD"),
                            choice("recommendation.giver.headOfRegion", GIVERS),
                            choice("recommendation.giver.secretary", GIVERS),
                            choice("recommendation.giver.agencyHead", GIVERS),
                            choice("recommendation.giver.other", GIVERS),
                            choice("coverLetter.giver.headOfRegion", GIVERS),
                            choice("coverLetter.giver.secretary", GIVERS),
                            choice("coverLetter.giver.agencyHead", GIVERS),
                            choice("coverLetter.giver.other", GIVERS),
                            listOf("answer.kinds", Set.of("ACCEPT", "REJECT", "NOT_YET")),
                            listOf("archive.forms", Set.of("HARD", "SOFT")),
                            number("archive.retentionYears"),
                            text("sop.owner"),
                            list("sop.kinds"),
                            choice("issue.presence", "REQUIRED", "OWN_SESSION"),
                            choice("issue.agreement", STRENGTH),
                            choice("issue.receipt", STRENGTH),
                            flag("renew.rekey"),
                            list("renew.reminderDays"),
                            listOf("lostKey.documents", Set.of("AUTHORITY_REPORT", "STATEMENT")),
                            choice("lostKey.reissue", "PROCEED_WITH_DEADLINE", "WAIT"),
                            listOf(
                                    "lostKey.authorityReportFor",
                                    Set.of("LOST", "DAMAGED", "INACCESSIBLE")),
                            list("revocation.grounds"),
                            choice("position.holderChange", "REVOKE_AND_APPLY"),
                            choice("objection.to", "RA_HEAD"),
                            listOf("complaint.whoMay", Set.of("OWNER", "APPLICANT")),
                            listOf(
                                    "training.kinds",
                                    Set.of("DIKLAT", "WORKSHOP", "BIMTEK", "SEMINAR")),
                            listOf("helpdesk.whoMay", Set.of("USER", "OWNER")),
                            choice("helpdesk.caEscalation", "OPTIONAL", "MANDATORY"),
                            number("supervision.perYear"),
                            number("supervision.reportPerYear"),
                            choice("supervision.improvementLoop", STRENGTH),
                            listOf("report.addressees", ADDRESSEES),
                            listOf("incident.addressees", ADDRESSEES),
                            choice("incident.force", "H", "T"),
                            listOf("incident.classes", Set.of("KEY", "USE")),
                            number("incident.reportHours"),
                            list("coordination.partners"),
                            choice("system.duty", "MANDATORY", "OPTIONAL"),
                            list("system.standards"),
                            choice("audit.required", STRENGTH),
                            listOf("fund.sources", Set.of("APBN", "APBD", "OTHER")),
                            list("mail.nationalDomains"),
                            number("nik.minimumAge"),
                            number("nik.maximumAge"),
                            list("nip.pppkCodes"),
                            number("verification.workingDays"),
                            number("paper.maximumMegabytes"),
                            number("paper.maximumPages"),
                            number("letter.maximumMegabytes"),
                            number("check.maximumMegabytes"))
                    .collect(Collectors.toUnmodifiableMap(SettingKey::key, Function.identity()));

    /** What is wrong with the values of this key, in one English sentence. */
    Optional<String> objection(List<String> values, boolean writtenAsList) {
        if (writtenAsList != (form == Form.LIST)) {
            return Optional.of(key + (form == Form.LIST ? " is a list" : " is one value"));
        }
        for (String value : values) {
            boolean fits =
                    switch (form) {
                        case TEXT, LIST -> !value.isBlank();
                        case FLAG -> value.equals("true") || value.equals("false");
                        case NUMBER -> value.matches("[0-9]{1,6}");
                    };
            if (!fits) {
                return Optional.of(
                        key
                                + " is not a "
                                + form.name().toLowerCase(java.util.Locale.ROOT)
                                + ": "
                                + value);
            }
            if (!choices.isEmpty() && !choices.contains(value)) {
                return Optional.of(
                        key + " may be " + choices.stream().sorted().toList() + ", not " + value);
            }
        }
        return Optional.empty();
    }

    private static SettingKey text(String key) {
        return new SettingKey(key, Form.TEXT, Set.of());
    }

    private static SettingKey flag(String key) {
        return new SettingKey(key, Form.FLAG, Set.of());
    }

    private static SettingKey number(String key) {
        return new SettingKey(key, Form.NUMBER, Set.of());
    }

    private static SettingKey list(String key) {
        return new SettingKey(key, Form.LIST, Set.of());
    }

    private static SettingKey listOf(String key, Set<String> choices) {
        return new SettingKey(key, Form.LIST, choices);
    }

    private static SettingKey choice(String key, String... choices) {
        return new SettingKey(key, Form.TEXT, Set.of(choices));
    }

    private static SettingKey choice(String key, Set<String> choices) {
        return new SettingKey(key, Form.TEXT, choices);
    }
}
