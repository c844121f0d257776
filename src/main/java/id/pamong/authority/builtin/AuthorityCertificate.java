package id.pamong.authority.builtin;

import id.pamong.authority.gateway.Standing;
import id.pamong.office.database.LocalGovernmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of the built-in authority, as published.
 *
 * @param ca path segment of its addresses, such as {@code root} or {@code madiun-1}
 * @param government whom it issues for; null for the root
 * @param der X.509, DER
 * @param sha256 of the DER, hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record AuthorityCertificate(
        String ca,
        @Nullable LocalGovernmentId government,
        Standing standing,
        String subject,
        Instant notBefore,
        Instant notAfter,
        String sha256,
        byte[] der) {}
