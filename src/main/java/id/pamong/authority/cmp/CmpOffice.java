package id.pamong.authority.cmp;

import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.SecretBytes;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the office knows of the hosts that speak CMP: whom it has permitted to ask, and what comes
 * of what they ask. Nobody gets a certificate by CMP whom the office has not permitted. Implemented
 * by a higher room; every call joins the open transaction of the local government.
 */
public interface CmpOffice {
    /**
     * Who asks.
     *
     * @param permit under which, or null for a host whose permit is over: it may revoke what it
     *     holds and nothing else
     * @param certificate SHA-256 of the certificate with which it proved itself, hexadecimal, or
     *     null when it was by reference and secret
     */
    record Host(@Nullable UUID permit, @Nullable String certificate) {
        /** Who this is for the whole of one exchange. */
        String name() {
            return certificate == null ? "permit:" + permit : "certificate:" + certificate;
        }
    }

    /** What came of a request. */
    sealed interface Answer {
        /**
         * Issued, now or by the same request before.
         *
         * @param order by which it is confirmed or declined
         * @param certificateDer X.509, DER
         * @param chainDer its issuers, nearest first
         * @param modified whether something else than what was asked for stands in it
         */
        @SuppressWarnings("ArrayRecordComponent") // carried, never compared
        record Issued(
                RequestKey order, byte[] certificateDer, List<byte[]> chainDer, boolean modified)
                implements Answer {
            public Issued {
                chainDer = List.copyOf(chainDer);
            }
        }

        /** The authority does not answer just now: ask again. */
        record Waiting() implements Answer {}

        /**
         * Not this one.
         *
         * @param code {@code permit.over}, {@code permit.used-up}, {@code request.hosts}, {@code
         *     certificate.revoked} and the codes of {@code OrderOutcome.Refused}
         */
        record Refused(String code) implements Answer {}
    }

    /** The host that the reference was given to, if its permit holds. */
    Optional<Host> byReference(LocalGovernmentId government, String reference);

    /** The secret of a host found by reference. */
    SecretBytes secret(LocalGovernmentId government, Host host);

    /** The host that holds a certificate of a system that is neither blocked, revoked nor over. */
    Optional<Host> byCertificate(LocalGovernmentId government, byte[] certificateDer);

    /**
     * Has a certificate issued.
     *
     * @param requestDer PKCS#10 or CertReqMsg
     * @param renewal in place of the certificate with which the host proved itself
     */
    Answer issue(LocalGovernmentId government, Host host, byte[] requestDer, boolean renewal);

    /** The host has taken the certificate, or declined it: then it is revoked. */
    void confirm(LocalGovernmentId government, Host host, RequestKey order, boolean taken);

    /**
     * Blocks a certificate of the host and asks the office for its revocation.
     *
     * @return a code when it cannot: {@code certificate.not-found} or {@code certificate.revoked}
     */
    Optional<String> revoke(
            LocalGovernmentId government, Host host, BigInteger serial, RevocationReason reason);
}
