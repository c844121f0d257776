package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;

/**
 * A change of status ordered from the authority that issued the certificate. Sent again it changes
 * nothing more.
 *
 * @param certificateDer X.509, DER
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record StatusOrder(
        LocalGovernmentId government, byte[] certificateDer, StatusChange change) {}
