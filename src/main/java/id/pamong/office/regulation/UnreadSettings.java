package id.pamong.office.regulation;

import java.util.Set;

/**
 * Settings that a regulation's file answers while nothing in the program acts on the answer yet.
 * The profile page says so beside each, and a test of the house holds the list to the truth.
 */
public final class UnreadSettings {
    public static final Set<String> KEYS =
            Set.of(
                    "archive.forms",
                    "archive.retentionYears",
                    "audit.required",
                    "ca.recognisedForce",
                    "complaint.procedure",
                    "complaint.whoMay",
                    "complaint.workingDays",
                    "coordination.partners",
                    "crt.definitionBindsCa",
                    "fund.sources",
                    "glossary.set",
                    "helpdesk.caEscalation",
                    "helpdesk.whoMay",
                    "helpdesk.workingDays",
                    "incident.addressees",
                    "incident.classes",
                    "incident.force",
                    "incident.keyReport",
                    "incident.reportHours",
                    "issue.agreement",
                    "issue.presence",
                    "issue.presenceMethods",
                    "issue.receipt",
                    "need.basisRequired",
                    "objection.to",
                    "org.governorIsAddressee",
                    "plan.alignment",
                    "plan.legalBasis",
                    "plan.needGate",
                    "plan.reviewPerYear",
                    "plan.roadmap",
                    "plan.yearlyBudget",
                    "plan.years",
                    "ra.officeRule",
                    "recommendation.kinds",
                    "renew.documents",
                    "renew.rekey",
                    "report.addressees",
                    "sop.kinds",
                    "sop.owner",
                    "supervision.improvementLoop",
                    "supervision.perYear",
                    "supervision.reportPerYear",
                    "system.additionalItems",
                    "system.duty",
                    "system.standards",
                    "training.kinds",
                    "users.mandatoryClasses");

    private UnreadSettings() {}
}
