package id.pamong.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A small OpenID Connect provider over real HTTP, with switches for everything that a bad one does.
 * It checks our client as strictly as a good one would: secret, redirect address, PKCE, one use of
 * a code.
 */
public final class OidcServer implements AutoCloseable {
    public static final String CLIENT = "pamong";
    public static final String SECRET = "rahasia aplikasi 81";

    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Map<String, String>> asked = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private JWK key;

    /** Who is signed in at the provider. */
    public String subject = "orang-1";

    /** The NIP that it vouches for; empty to leave it out. */
    public String nip = "";

    /** Whether the NIP comes from the userinfo address only. */
    public boolean nipByUserInfo;

    /** Changes the claims of the next ID tokens. */
    public UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();

    /**
     * How ID tokens are signed: RS256, ES256, none, HS256 (by the client's secret), or stranger.
     */
    public String signing = "RS256";

    /** The issuer that the discovery names; empty for the right one. */
    public String statedIssuer = "";

    public OidcServer(Clock clock) {
        this.clock = clock;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext(
                "/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.createContext("/userinfo", this::userInfo);
        rotate("RS256");
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** New key, old one gone. */
    public void rotate(String algorithm) {
        signing = algorithm;
        key = freshKey(algorithm);
    }

    private static JWK freshKey(String algorithm) {
        try {
            return algorithm.startsWith("ES")
                    ? new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate()
                    : new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The person agrees at the provider: the query with which the browser comes back. */
    public String agree(URI request) {
        Map<String, String> query = form(request.getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, query);
        return "code=" + code + "&state=" + query.get("state") + "&iss=" + issuer();
    }

    /** What our client did wrong, one line each. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void discovery(HttpExchange exchange) throws IOException {
        String issuer = issuer();
        json(
                exchange,
                200,
                """
                {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token",\
                "jwks_uri":"%s/keys","userinfo_endpoint":"%s/userinfo",\
                "response_types_supported":["code"],"subject_types_supported":["public"],\
                "id_token_signing_alg_values_supported":["RS256","ES256"]}\
                """
                        .formatted(
                                statedIssuer.isEmpty() ? issuer : statedIssuer,
                                issuer,
                                issuer,
                                issuer,
                                issuer));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> request = asked.remove(form.getOrDefault("code", ""));
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (CLIENT + ":" + SECRET.replace(" ", "+"))
                                        .getBytes(StandardCharsets.UTF_8));
        boolean client =
                ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!client) {
            complaints.add("client authentication");
        }
        if (request == null
                || !request.get("redirect_uri").equals(form.get("redirect_uri"))
                || !"S256".equals(request.get("code_challenge_method"))
                || !request.get("code_challenge").equals(challenge(form.get("code_verifier")))) {
            complaints.add("code, redirect address or PKCE");
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        json(
                exchange,
                200,
                "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
                        .formatted(idToken(request.get("nonce"))));
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        json(exchange, 200, "{\"sub\":\"%s\",\"nip\":\"%s\"}".formatted(subject, nip));
    }

    private String idToken(String nonce) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder builder =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience(CLIENT)
                        .subject(subject)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                        .claim("nonce", nonce);
        if (!nip.isEmpty() && !nipByUserInfo) {
            builder.claim("nip", nip);
        }
        JWTClaimsSet all = claims.apply(builder).build();
        try {
            return switch (signing) {
                case "none" -> new PlainJWT(all).serialize();
                case "HS256" -> {
                    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), all);
                    jwt.sign(
                            new MACSigner(
                                    MessageDigest.getInstance("SHA-256")
                                            .digest(SECRET.getBytes(StandardCharsets.UTF_8))));
                    yield jwt.serialize();
                }
                case "stranger" -> signed(freshKey("RS256"), key.getKeyID(), all);
                default -> signed(key, key.getKeyID(), all);
            };
        } catch (JOSEException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String signed(JWK by, String named, JWTClaimsSet all) throws JOSEException {
        boolean ec = by instanceof ECKey;
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader.Builder(ec ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256)
                                .keyID(named)
                                .build(),
                        all);
        jwt.sign(ec ? new ECDSASigner((ECKey) by) : new RSASSASigner((RSAKey) by));
        return jwt.serialize();
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> all = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            all.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return all;
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
