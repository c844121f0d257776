package id.pamong.authority.signature;

import java.util.Optional;

/** A time stamp authority (RFC 3161). */
@FunctionalInterface
public interface TimeStampSource {
    /**
     * Stamps a SHA-256 digest, 32 bytes; the token's certificate must be in it.
     *
     * @return the DER TimeStampToken (a CMS ContentInfo), or empty when none can be had now
     */
    Optional<byte[]> stamp(byte[] sha256);
}
