package id.pamong.authority.builtin.key;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the built-in authority, {@code pamong.authority.*}.
 *
 * @param policyArc object identifier below which its certificate policies stand; the default is an
 *     arc made from a UUID (ITU-T X.667), which needs no registration
 * @param rootKey kind of the root's key, when it is made
 * @param issuingKey kind of an issuing CA's key, when it is made; its OCSP signer has the same
 * @param clocksApart how far clocks may be apart for the authority to sign
 * @param timeServer host of a time server (SNTP) to compare with, or empty
 * @param crlValidity from this update to next update of an issuing CA's whole CRL
 * @param deltaValidity the same for its deltas
 * @param crlShards of an issuing CA, when it is made: each certificate is on the list of its shard
 * @param crlWholeAtOnce most entries of a shard that gets a whole list at each change of status; a
 *     longer one gets a delta
 * @param rootCrlValidity the same for the offline root's
 */
@ConfigurationProperties("pamong.authority")
public record AuthoritySettings(
        @DefaultValue("2.25.188213645278031482674104395920386153977") String policyArc,
        @DefaultValue("P_256") AuthorityKeyKind rootKey,
        @DefaultValue("P_256") AuthorityKeyKind issuingKey,
        @DefaultValue("P7D") Duration crlValidity,
        @DefaultValue("PT1S") Duration clocksApart,
        @DefaultValue("") String timeServer,
        @DefaultValue("P1D") Duration deltaValidity,
        @DefaultValue("1") int crlShards,
        @DefaultValue("5000") int crlWholeAtOnce,
        @DefaultValue("P365D") Duration rootCrlValidity) {}
