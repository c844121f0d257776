package id.pamong.authority.gateway;

/**
 * A root or issuing certificate that Pamong knows, with the standing of what it issues.
 *
 * @param name common name, for the sentence "which CA"
 * @param root whether it is an anchor; otherwise an issuing certificate below one
 * @param der X.509, DER
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record KnownAuthority(String name, Standing standing, boolean root, byte[] der) {}
