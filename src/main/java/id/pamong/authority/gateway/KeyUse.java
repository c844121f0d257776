package id.pamong.authority.gateway;

/** Bits of the key usage extension (RFC 5280 section 4.2.1.3), in their order. */
public enum KeyUse {
    DIGITAL_SIGNATURE,
    NON_REPUDIATION,
    KEY_ENCIPHERMENT,
    DATA_ENCIPHERMENT,
    KEY_AGREEMENT,
    KEY_CERT_SIGN,
    CRL_SIGN
}
