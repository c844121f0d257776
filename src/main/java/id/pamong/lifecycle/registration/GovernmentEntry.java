package id.pamong.lifecycle.registration;

import id.pamong.office.organization.NewLocalGovernment;

/**
 * What the first step asks.
 *
 * @param address public address, such as {@code https://pamong.madiunkota.go.id}
 * @param asnScope answer to the open question whether contract staff may apply: UNANSWERED,
 *     PNS_ONLY, ASN
 * @param asnReason why; needed for an answer
 * @param asnBy name and post of who answers for the legal office; needed for an answer
 */
public record GovernmentEntry(
        NewLocalGovernment government,
        String address,
        String asnScope,
        String asnReason,
        String asnBy) {}
