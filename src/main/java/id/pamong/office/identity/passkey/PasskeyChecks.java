package id.pamong.office.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import id.pamong.office.identity.AccountId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The library's checks behind two calls: registration and use (W3C Web Authentication Level 3,
 * sections 7.1 and 7.2). Attestation is not asked for: which make of authenticator a civil servant
 * has decides nothing here.
 */
@Component
class PasskeyChecks {
    /** What we accept, best liked first. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);

    private static final int LONGEST = 32_768;

    private final ObjectConverter objects = new ObjectConverter();
    private final WebAuthnManager checks = WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final AttestedCredentialDataConverter attested =
            new AttestedCredentialDataConverter(objects);
    private final RelyingPartyAddress address;

    PasskeyChecks(RelyingPartyAddress address) {
        this.address = address;
    }

    /** An answer that could be read, or empty. */
    Optional<RegistrationData> readNew(String json) {
        return read(json, checks::parseRegistrationResponseJSON)
                .filter(read ->
                        read.getAttestationObject() != null
                                && isAsked(read.getCollectedClientData()));
    }

    /** An answer that could be read, or empty. */
    Optional<AuthenticationData> readShown(String json) {
        return read(json, checks::parseAuthenticationResponseJSON)
                .filter(read ->
                        read.getAuthenticatorData() != null
                                && read.getCredentialId() != null
                                && read.getSignature() != null
                                && isAsked(read.getCollectedClientData()));
    }

    private static boolean isAsked(@Nullable CollectedClientData said) {
        return said != null && said.getChallenge() != null && said.getOrigin() != null;
    }

    /** Whatever the library throws over hostile text means the same: it cannot be read. */
    private static <T> Optional<T> read(String json, Function<String, T> parser) {
        if (json.isEmpty() || json.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(parser.apply(json));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A new passkey as it is kept, or why it does not count. */
    sealed interface Judged {
        @SuppressWarnings("ArrayRecordComponent") // carried, never compared
        record Good(PasskeyRows.Row row, byte[] credential) implements Judged {}

        record Bad(PasskeyProblem problem) implements Judged {}
    }

    Judged judgeNew(RegistrationData read, AccountId account) {
        try {
            checks.verify(
                    read,
                    new RegistrationParameters(
                            server(challengeOf(read)),
                            ALGORITHMS.stream()
                                    .map(algorithm ->
                                            new PublicKeyCredentialParameters(
                                                    PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                                    .toList(),
                            true,
                            true));
        } catch (VerificationException e) {
            return new Judged.Bad(PasskeyProblem.of(e));
        }
        AuthenticatorData<?> data = read.getAttestationObject().getAuthenticatorData();
        AttestedCredentialData key = data.getAttestedCredentialData();
        if (key == null) {
            return new Judged.Bad(PasskeyProblem.UNREADABLE);
        }
        return new Judged.Good(
                new PasskeyRows.Row(
                        UUID.randomUUID(),
                        account,
                        attested.convert(key),
                        transports(read),
                        data.getSignCount(),
                        data.isFlagBE(),
                        data.isFlagBS(),
                        false),
                key.getCredentialId());
    }

    /** Empty when the passkey was shown rightly. */
    Optional<PasskeyProblem> judgeShown(AuthenticationData read, PasskeyRows.Row row) {
        Set<AuthenticatorTransport> transports =
                row.transports().stream()
                        .map(AuthenticatorTransport::create)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        try {
            checks.verify(
                    read,
                    new AuthenticationParameters(
                            server(challengeOf(read)),
                            new CredentialRecordImpl(
                                    new NoneAttestationStatement(),
                                    true,
                                    row.backupEligible(),
                                    row.backedUp(),
                                    row.signCount(),
                                    attested.convert(row.attested()),
                                    null,
                                    null,
                                    null,
                                    transports),
                            null,
                            true,
                            true));
            return Optional.empty();
        } catch (VerificationException e) {
            return Optional.of(PasskeyProblem.of(e));
        }
    }

    static byte[] challengeOf(RegistrationData read) {
        return read.getCollectedClientData().getChallenge().getValue();
    }

    static byte[] challengeOf(AuthenticationData read) {
        return read.getCollectedClientData().getChallenge().getValue();
    }

    /**
     * The challenge is judged by {@link Challenges} before, so the library may take the read one.
     */
    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(address.origin())
                .rpId(address.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static List<String> transports(RegistrationData read) {
        Set<AuthenticatorTransport> named = read.getTransports();
        return named == null
                ? List.of()
                : named.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(name -> name.matches("[a-z-]{1,20}"))
                        .limit(6)
                        .toList();
    }
}
