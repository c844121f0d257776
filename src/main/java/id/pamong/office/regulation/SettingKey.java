package id.pamong.office.regulation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key that every regulation's file must answer: what it is about, and the form of its value.
 *
 * @param choices the words the value may be made of; empty when it is free
 * @param least smallest number allowed; for numbers only
 * @param most largest number allowed; for numbers only
 */
record SettingKey(
        String key, SettingTheme theme, Form form, List<String> choices, int least, int most) {
    /** The form of a value. */
    enum Form {
        TEXT,
        DATE,
        FLAG,
        NUMBER,
        LIST
    }

    private static final String[] CLASSES = {
        "KDH", "WKDH", "PNS", "CPNS", "PPPK", "PPPK_PART_TIME", "OTHER"
    };
    private static final String[] USES = {"SIG", "MAIL", "DOC", "TLS_SERVER", "TLS_CLIENT"};
    private static final String[] STRENGTH = {"required", "recommended", "optional"};
    private static final String[] GIVERS = {
        "SUPERIOR", "AGENCY_HEAD", "SECRETARY", "HEAD_OF_REGION", "RA_MINUTE"
    };
    private static final String[] ADDRESSEES = {
        "HEAD", "GOVERNOR", "MINISTER", "BSSN", "BSRE", "BSSN_VIA_BSRE"
    };
    private static final String[] PARTNERS = {
        "PROVINCE", "BSRE", "BSSN", "AGENCIES", "OTHER_GOVERNMENTS", "OTHER"
    };
    private static final String[] CUSTODIES = {"BUILT_IN_SIGNING_SERVICE", "SUBSCRIBER_HELD"};
    private static final String[] GROUNDS = {
        "KEY_LOST",
        "KEY_COMPROMISED",
        "WRONG_DATA",
        "END_OF_POST",
        "END_OF_CONTRACT",
        "TRANSFER_OUT",
        "RETIREMENT",
        "DEATH",
        "DISMISSAL",
        "BREACH_OF_DUTY",
        "REORGANISATION",
        "SYSTEM_RETIRED",
        "CA_DECISION",
        "REPLACED"
    };

    /** Every key by its name, in the order in which they are read. */
    static final Map<String, SettingKey> CATALOGUE =
            catalogue(
                    in(
                            SettingTheme.REGULATION,
                            text("reg.id"),
                            day("reg.inForce"),
                            list(
                                    "reg.aims",
                                    "INTEGRITY",
                                    "CAPABILITY",
                                    "SECURITY",
                                    "PUBLIC_TRUST",
                                    "TRUST",
                                    "EFFICIENCY"),
                            list("reg.legalBases"),
                            list("reg.successors"),
                            choice("glossary.set", "mdn", "cjr", "own")),
                    in(
                            SettingTheme.GOVERNMENT,
                            choice("org.kind", "KOTA", "KABUPATEN", "PROVINSI"),
                            text("org.headTitle"),
                            text("org.deputyTitle"),
                            text("org.province"),
                            flag("org.governorIsAddressee")),
                    in(
                            SettingTheme.OFFICE,
                            choice("ra.officeRule", "NAMED", "FUNCTION"),
                            text("ra.office"),
                            text("ra.label"),
                            list("ra.operatorClass", CLASSES),
                            text("sop.owner"),
                            list("sop.kinds", "REGISTRATION", "ISSUANCE", "RENEWAL", "REVOCATION")),
                    in(
                            SettingTheme.USERS,
                            list("users.classes", CLASSES),
                            list("users.mandatoryClasses", CLASSES),
                            choice("users.asnScope", "UNANSWERED", "PNS_ONLY", "ASN"),
                            flag("users.otherNeedsPolicy"),
                            list("uses.enabled", USES),
                            list("uses.implied", USES),
                            choice("duty.other", "OTHER_CERT", "OTHER_SYSTEM")),
                    in(
                            SettingTheme.AUTHORITY,
                            flag("crt.definitionBindsCa"),
                            choice("ca.recognisedForce", "H", "T"),
                            text("ca.default"),
                            list("ca.allowed"),
                            flag("ca.otherNeedsApproval")),
                    in(
                            SettingTheme.PLANNING,
                            choice("need.basisRequired", STRENGTH),
                            list("plan.legalBasis"),
                            choice("plan.roadmap", STRENGTH),
                            number("plan.years", 1, 30),
                            number("plan.reviewPerYear", 1, 12),
                            choice("plan.alignment", STRENGTH),
                            choice("plan.yearlyBudget", STRENGTH),
                            choice("plan.needGate", "WARN", "BLOCK", "OFF"),
                            list("fund.sources", "APBN", "APBD", "OTHER")),
                    in(
                            SettingTheme.APPLICATION,
                            choice("checklist.coverLetter.giver", "PD_LEADER", "PD_HEAD"),
                            choice("recommendation.giver.headOfRegion", GIVERS),
                            choice("recommendation.giver.secretary", GIVERS),
                            choice("recommendation.giver.agencyHead", GIVERS),
                            choice("recommendation.giver.other", GIVERS),
                            choice("coverLetter.giver.headOfRegion", GIVERS),
                            choice("coverLetter.giver.secretary", GIVERS),
                            choice("coverLetter.giver.agencyHead", GIVERS),
                            choice("coverLetter.giver.other", GIVERS),
                            list(
                                    "recommendation.kinds",
                                    "GOVERNMENT_CONSENT",
                                    "SUPERIOR_LETTER",
                                    "OFFICE_ADVICE"),
                            list(
                                    "system.additionalItems",
                                    "CSR",
                                    "DOMAIN_OWNERSHIP",
                                    "REGISTERED_SYSTEM"),
                            list("answer.kinds", "ACCEPT", "REJECT", "NOT_YET"),
                            number("verification.workingDays", 1, 260),
                            choice("counter.fourEyes", "KEYED", "RECEIVED"),
                            choice("objection.to", "RA_HEAD"),
                            number("objection.days", 1, 365),
                            list("archive.forms", "HARD", "SOFT"),
                            number("archive.retentionYears", 1, 100)),
                    in(
                            SettingTheme.ISSUANCE,
                            choice("issue.presence", "REQUIRED", "OWN_SESSION"),
                            list("issue.presenceMethods", "ONE_TIME_CODE", "PRESENCE_MINUTE"),
                            number("issue.codeHours", 1, 336),
                            choice("issue.agreement", STRENGTH),
                            choice("issue.receipt", STRENGTH)),
                    in(
                            SettingTheme.LATER,
                            flag("renew.rekey"),
                            list("renew.reminderDays"),
                            list("renew.documents", "TRUTH_DECLARATION", "ACTIVE_SERVICE"),
                            list("custody.offered", CUSTODIES),
                            number("custody.destroyDays", 1, 3650),
                            number("custody.statementDays", 1, 365),
                            list("lostKey.documents", "AUTHORITY_REPORT", "STATEMENT"),
                            choice("lostKey.reissue", "PROCEED_WITH_DEADLINE", "WAIT"),
                            number("lostKey.papersDays", 1, 365),
                            list("lostKey.authorityReportFor", "LOST", "DAMAGED", "INACCESSIBLE"),
                            list("lostKey.authorities", "POLICE", "PROSECUTOR", "INCIDENT_TEAM"),
                            choice("lostKey.forgottenPassphrase", "LIGHT_PAPERS", "FULL_PAPERS"),
                            list("revocation.grounds", GROUNDS),
                            number("revocation.hours", 1, 720),
                            choice("position.holderChange", "REVOKE_AND_APPLY"),
                            choice("service.end", "REVOCATION_CASE", "NOTICE")),
                    in(
                            SettingTheme.HELP,
                            list("helpdesk.whoMay", "USER", "OWNER"),
                            choice("helpdesk.caEscalation", "OPTIONAL", "MANDATORY"),
                            number("helpdesk.workingDays", 1, 260),
                            list("complaint.whoMay", "OWNER", "APPLICANT"),
                            choice("complaint.procedure", "SOP_AND_CASE"),
                            number("complaint.workingDays", 1, 260),
                            list("training.kinds", "DIKLAT", "WORKSHOP", "BIMTEK", "SEMINAR"),
                            list("coordination.partners", PARTNERS)),
                    in(
                            SettingTheme.SUPERVISION,
                            number("supervision.perYear", 1, 12),
                            number("supervision.reportPerYear", 1, 12),
                            choice("supervision.improvementLoop", STRENGTH),
                            list("report.addressees", ADDRESSEES),
                            list("incident.addressees", ADDRESSEES),
                            choice("incident.force", "H", "T"),
                            list("incident.classes", "KEY", "USE"),
                            choice("incident.keyReport", "ALWAYS", "ASSESSED"),
                            number("incident.reportHours", 1, 720),
                            choice("system.duty", "MANDATORY", "OPTIONAL"),
                            list("system.standards", "INTEROPERABILITY", "INFORMATION_SECURITY"),
                            choice("audit.required", STRENGTH),
                            flag("check.public")),
                    in(
                            SettingTheme.LIMITS,
                            list("mail.nationalDomains"),
                            number("nik.minimumAge", 0, 100),
                            number("nik.maximumAge", 50, 150),
                            list("nip.pppkCodes"),
                            number("paper.maximumMegabytes", 1, 200),
                            number("paper.maximumPages", 1, 1000),
                            number("letter.maximumMegabytes", 1, 200),
                            number("check.maximumMegabytes", 1, 100)));

    /** What is wrong with the values of this key, in one English sentence. */
    Optional<String> objection(List<String> values, boolean writtenAsList) {
        if (writtenAsList != (form == Form.LIST)) {
            return Optional.of(key + (form == Form.LIST ? " is a list" : " is one value"));
        }
        return values.stream().flatMap(value -> objection(value).stream()).findFirst();
    }

    private Optional<String> objection(String value) {
        boolean fits =
                switch (form) {
                    case TEXT, LIST -> !value.isBlank();
                    case DATE -> isDate(value);
                    case FLAG -> value.equals("true") || value.equals("false");
                    case NUMBER -> value.matches("[0-9]{1,6}");
                };
        if (!fits) {
            return Optional.of(
                    key + " is not a " + form.name().toLowerCase(Locale.ROOT) + ": " + value);
        }
        if (form == Form.NUMBER) {
            int number = Integer.parseInt(value);
            return number < least || number > most
                    ? Optional.of(key + " is from " + least + " to " + most + ", not " + value)
                    : Optional.empty();
        }
        return choices.isEmpty() || choices.contains(value)
                ? Optional.empty()
                : Optional.of(
                        key + " may be " + choices.stream().sorted().toList() + ", not " + value);
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    @SafeVarargs
    private static Map<String, SettingKey> catalogue(Stream<SettingKey>... themes) {
        Map<String, SettingKey> keys = new LinkedHashMap<>();
        for (Stream<SettingKey> theme : themes) {
            theme.forEach(key -> keys.put(key.key(), key));
        }
        return Collections.unmodifiableMap(keys);
    }

    private static Stream<SettingKey> in(SettingTheme theme, SettingKey... keys) {
        return Stream.of(keys)
                .map(key ->
                        new SettingKey(key.key, theme, key.form, key.choices, key.least, key.most));
    }

    private static SettingKey text(String key) {
        return of(key, Form.TEXT);
    }

    private static SettingKey day(String key) {
        return of(key, Form.DATE);
    }

    private static SettingKey flag(String key) {
        return of(key, Form.FLAG);
    }

    private static SettingKey number(String key, int least, int most) {
        return new SettingKey(key, SettingTheme.LIMITS, Form.NUMBER, List.of(), least, most);
    }

    private static SettingKey list(String key, String... choices) {
        return of(key, Form.LIST, choices);
    }

    private static SettingKey choice(String key, String... choices) {
        return of(key, Form.TEXT, choices);
    }

    private static SettingKey of(String key, Form form, String... choices) {
        return new SettingKey(key, SettingTheme.LIMITS, form, List.of(choices), 0, 0);
    }
}
