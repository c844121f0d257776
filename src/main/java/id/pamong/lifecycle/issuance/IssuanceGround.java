package id.pamong.lifecycle.issuance;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.registration.CeremonyId;

/** By what right a certificate is issued; there is no third. */
public sealed interface IssuanceGround {
    /** The registration authority approved an application (MDN-13(3)). */
    record ByDecision(ApplicationId application) implements IssuanceGround {}

    /** An officer's certificate under the minutes of the first run (MDN-20(1)). */
    record ByCeremony(CeremonyId ceremony) implements IssuanceGround {}
}
