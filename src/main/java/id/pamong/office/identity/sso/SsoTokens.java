package id.pamong.office.identity.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Discovery, the exchange of a code and the checks of an ID token (OpenID Connect Core 1.0, section
 * 3.1.3.7). The library reads and verifies; keys are fetched with each sign-in, so a rotated key
 * needs nothing from us.
 */
@Component
class SsoTokens {
    /**
     * Signatures by the provider's own key; {@code none} and those by the shared secret are not.
     */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private final SsoFetch fetch;
    private final Clock clock;

    SsoTokens(SsoFetch fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /** What the provider says cannot be relied on. */
    static final class Unacceptable extends Exception {
        private static final long serialVersionUID = 1L;

        Unacceptable(String why) {
            super(why);
        }
    }

    /** The provider's own description; it must name the very issuer that was asked. */
    OIDCProviderMetadata discover(URI issuer) throws SsoFetch.Unreachable, Unacceptable {
        String text = issuer.toString();
        String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        String said = fetch.get(URI.create(base + "/.well-known/openid-configuration"));
        try {
            OIDCProviderMetadata found = OIDCProviderMetadata.parse(said);
            List<URI> needed = new ArrayList<>();
            needed.add(found.getAuthorizationEndpointURI());
            needed.add(found.getTokenEndpointURI());
            needed.add(found.getJWKSetURI());
            if (!found.getIssuer().getValue().equals(text)
                    || needed.contains(null)
                    || !needed.stream().allMatch(fetch::isAllowed)) {
                throw new Unacceptable("issuer or addresses");
            }
            return found;
        } catch (ParseException e) {
            throw new Unacceptable("discovery");
        }
    }

    /** What the provider vouches for. */
    record Identity(String subject, Optional<String> nip, Set<String> factors) {
        @Override
        public String toString() {
            return "Identity[REDACTED]";
        }
    }

    Identity exchange(
            SsoProvider provider,
            OIDCProviderMetadata metadata,
            String secret,
            String code,
            SsoPending pending,
            URI back)
            throws SsoFetch.Unreachable, Unacceptable {
        try {
            HTTPRequest asked =
                    new TokenRequest.Builder(
                                    metadata.getTokenEndpointURI(),
                                    new ClientSecretBasic(
                                            new ClientID(provider.clientId()), new Secret(secret)),
                                    new AuthorizationCodeGrant(
                                            new AuthorizationCode(code),
                                            back,
                                            new CodeVerifier(pending.verifier())))
                            .build()
                            .toHTTPRequest();
            HttpResponse<String> said =
                    fetch.post(asked.getURI(), asked.getBody(), asked.getAuthorization());
            HTTPResponse answer = new HTTPResponse(said.statusCode());
            answer.setContentType("application/json");
            answer.setBody(said.body());
            if (!(OIDCTokenResponseParser.parse(answer) instanceof OIDCTokenResponse tokens)) {
                throw new Unacceptable("token refused");
            }
            JWTClaimsSet claims =
                    verified(
                            provider, metadata, tokens.getOIDCTokens().getIDTokenString(), pending);
            Optional<String> nip = text(claims, provider.nipClaim());
            if (nip.isEmpty() && metadata.getUserInfoEndpointURI() != null) {
                nip =
                        asked(
                                metadata.getUserInfoEndpointURI(),
                                tokens.getOIDCTokens().getAccessToken().getValue(),
                                claims.getSubject(),
                                provider.nipClaim());
            }
            return new Identity(claims.getSubject(), nip, factors(claims));
        } catch (ParseException | java.text.ParseException | IllegalArgumentException e) {
            throw new Unacceptable("token");
        }
    }

    private JWTClaimsSet verified(
            SsoProvider provider, OIDCProviderMetadata metadata, String token, SsoPending pending)
            throws SsoFetch.Unreachable, Unacceptable, java.text.ParseException {
        JWKSet keys = JWKSet.parse(fetch.get(metadata.getJWKSetURI()));
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        provider.clientId(),
                        new JWTClaimsSet.Builder()
                                .issuer(provider.issuer().toString())
                                .claim("nonce", pending.nonce())
                                .build(),
                        Set.of("sub", "exp", "iat", "aud")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
        try {
            JWTClaimsSet claims = processor.process(SignedJWT.parse(token), null);
            if (claims.getAudience().size() > 1
                    && !provider.clientId().equals(claims.getStringClaim("azp"))) {
                throw new Unacceptable("authorized party");
            }
            if (claims.getSubject().isEmpty() || claims.getSubject().length() > 255) {
                throw new Unacceptable("subject");
            }
            return claims;
        } catch (BadJOSEException | JOSEException e) {
            throw new Unacceptable(e.getClass().getSimpleName());
        }
    }

    private Optional<String> asked(URI userInfo, String bearer, String subject, String claim)
            throws SsoFetch.Unreachable, Unacceptable, ParseException {
        UserInfo info = UserInfo.parse(fetch.get(userInfo, bearer));
        if (!subject.equals(info.getSubject().getValue())) {
            throw new Unacceptable("another subject");
        }
        return Optional.ofNullable(info.getClaim(claim)).map(Object::toString);
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getClaim(name))
                .filter(value -> value instanceof String || value instanceof Number)
                .map(Object::toString);
    }

    private static Set<String> factors(JWTClaimsSet claims) throws java.text.ParseException {
        Set<String> all = new java.util.HashSet<>();
        if (claims.getStringClaim("acr") != null) {
            all.add(claims.getStringClaim("acr"));
        }
        if (claims.getStringListClaim("amr") != null) {
            all.addAll(claims.getStringListClaim("amr"));
        }
        return Set.copyOf(all);
    }
}
