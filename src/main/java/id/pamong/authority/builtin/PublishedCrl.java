package id.pamong.authority.builtin;

import java.time.Instant;

/**
 * A CRL as published.
 *
 * @param number of the CRL number extension
 * @param der CertificateList (RFC 5280 section 5.1)
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record PublishedCrl(long number, Instant thisUpdate, Instant nextUpdate, byte[] der) {}
