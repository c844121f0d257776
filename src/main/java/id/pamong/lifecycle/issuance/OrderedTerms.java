package id.pamong.lifecycle.issuance;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.office.organization.SystemId;
import org.jspecify.annotations.Nullable;

/**
 * What the register will say of a certificate beside what stands in its order: as it was on the day
 * of the order, whatever changes until the answer comes (MDN-13(2)).
 *
 * @param post that the certificate names, else the owner's; null without one
 * @param designated whether that post is an authority given by a designation
 * @param agency name of the owner's or the system's agency
 * @param system whose certificate it is, or null
 */
record OrderedTerms(
        @Nullable String post,
        boolean designated,
        String agency,
        @Nullable SystemId system,
        KeyAlgorithm algorithm) {

    static OrderedTerms of(CertificateTerms terms) {
        return new OrderedTerms(
                terms.post(),
                terms.designated(),
                terms.agency(),
                terms.system(),
                terms.algorithm());
    }
}
