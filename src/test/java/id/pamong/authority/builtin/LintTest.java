package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.builtin.key.AuthorityKeyKind;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.authority.builtin.lint.Lint;
import id.pamong.authority.builtin.lint.Linted;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Each lint has a certificate that it refuses, made by Bouncy Castle's own builder. */
class LintTest {
    private static final KeyPair KEYS = AuthorityKeyKind.P_256.newPair();
    private static final SubjectPublicKeyInfo KEY =
            SubjectPublicKeyInfo.getInstance(KEYS.getPublic().getEncoded());
    private static final Set<String> SEEN = new TreeSet<>();

    /** What a good certificate has; each test spoils one thing. */
    private static final class Draft {
        BigInteger serial = new BigInteger("5a0f3c2e9b8d7f6a1c4e5b2d", 16);
        Instant from = Instant.parse("2026-11-25T00:00:00Z");
        Instant to = Instant.parse("2027-05-01T00:00:00Z");
        X500Name issuer = name("CA Contoh");
        X500Name subject = name("a.contoh.go.id");
        Integer usage = KeyUsage.digitalSignature;
        boolean usageCritical = true;
        Boolean authority;
        boolean identifiers = true;
        String[] hosts = {"a.contoh.go.id"};
        KeyPurposeId purpose = KeyPurposeId.id_kp_serverAuth;
        boolean noCheck;
        String list = "http://pki.contoh.example/0.crl";
    }

    @Test
    void a_good_certificate_has_no_fault() {
        assertThat(faults(_ -> {}, "public-tls-validity", "host-names", "no-personal-identifiers"))
                .isEmpty();
    }

    @Test
    void serial_numbers_are_positive_short_and_by_chance() {
        assertThat(faults(draft -> draft.serial = BigInteger.ONE.shiftLeft(80).negate()))
                .containsExactly("lint.serial-positive-and-short");
        assertThat(faults(draft -> draft.serial = BigInteger.ONE.shiftLeft(159)))
                .containsExactly("lint.serial-positive-and-short");
        assertThat(faults(draft -> draft.serial = BigInteger.TEN))
                .containsExactly("lint.serial-by-chance");
    }

    @Test
    void names_are_there_and_in_the_right_strings() {
        assertThat(
                        faults(draft ->
                                draft.subject =
                                        new X500Name(new org.bouncycastle.asn1.x500.RDN[0])))
                .contains("lint.names-not-empty");
        assertThat(
                        faults(draft ->
                                draft.subject =
                                        new X500NameBuilder(BCStyle.INSTANCE)
                                                .addRDN(
                                                        BCStyle.CN,
                                                        new org.bouncycastle.asn1
                                                                .DERPrintableString("a"))
                                                .build()))
                .containsExactly("lint.name-strings");
        assertThat(faults(draft -> draft.subject = name("x".repeat(65))))
                .containsExactly("lint.name-strings");
    }

    @Test
    void time_runs_forward() {
        assertThat(faults(draft -> draft.to = draft.from.minusSeconds(1)))
                .containsExactly("lint.ends-after-it-begins");
    }

    @Test
    void extensions_are_critical_where_they_must_be_and_only_there() {
        assertThat(faults(draft -> draft.usageCritical = false))
                .containsExactly("lint.criticality");
        assertThat(faults(draft -> draft.identifiers = false))
                .containsExactly("lint.key-identifiers");
        assertThat(faults(draft -> draft.usage = null))
                .containsExactly("lint.key-usage-says-something");
    }

    @Test
    void only_an_authority_signs_certificates() {
        assertThat(faults(draft -> draft.usage = KeyUsage.keyCertSign))
                .containsExactly("lint.signs-certificates-as-authority");
        assertThat(faults(draft -> draft.authority = true))
                .containsExactly("lint.signs-certificates-as-authority");
    }

    @Test
    void lists_are_found_over_http() {
        assertThat(faults(draft -> draft.list = "ldap://pki.contoh.example/0.crl"))
                .containsExactly("lint.status-over-plain-http");
    }

    @Test
    void the_lints_of_profiles_refuse_what_they_are_for() {
        assertThat(
                        faults(
                                draft -> draft.subject = name("3577010101010001"),
                                "no-personal-identifiers"))
                .containsExactly("lint.no-personal-identifiers");
        assertThat(faults(draft -> draft.usage = KeyUsage.keyAgreement, "signs-only"))
                .containsExactly("lint.signs-only");
        assertThat(faults(_ -> {}, "encrypts-only")).containsExactly("lint.encrypts-only");
        assertThat(faults(_ -> {}, "stamps-only")).containsExactly("lint.stamps-only");
        assertThat(faults(draft -> draft.noCheck = true, "short-lived-without-status"))
                .containsExactly("lint.short-lived-without-status");
        assertThat(faults(draft -> draft.hosts = new String[] {"b.contoh.go.id"}, "host-names"))
                .as("a common name that is no host of it")
                .containsExactly("lint.host-names");
        assertThat(
                        faults(
                                draft -> draft.hosts = new String[] {"a.contoh.go.id", "10.0.0.1"},
                                "host-names"))
                .containsExactly("lint.host-names");
    }

    @Test
    void a_server_certificate_of_200_days_is_fit_in_2026_and_too_long_in_2027() {
        String lint = "public-tls-validity";
        assertThat(faults(draft -> draft.to = draft.from.plusSeconds(200 * 86_400 - 1), lint))
                .isEmpty();
        assertThat(faults(draft -> draft.to = draft.from.plusSeconds(200 * 86_400), lint))
                .containsExactly("lint." + lint);
        assertThat(
                        faults(
                                draft -> {
                                    draft.from = Instant.parse("2027-03-15T00:00:00Z");
                                    draft.to = draft.from.plusSeconds(200 * 86_400 - 1);
                                },
                                lint))
                .containsExactly("lint." + lint);
    }

    @AfterAll
    static void the_lints_that_the_builder_can_break_were_seen_to_refuse() {
        assertThat(SEEN).hasSizeGreaterThan(16);
    }

    private static List<String> faults(Consumer<Draft> spoil, String... lints) {
        Draft draft = new Draft();
        spoil.accept(draft);
        List<String> faults = Lint.faults(new Linted(build(draft)), List.of(lints));
        SEEN.addAll(faults);
        return faults;
    }

    private static X500Name name(String common) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, new org.bouncycastle.asn1.DERPrintableString("ID"))
                .addRDN(BCStyle.CN, new org.bouncycastle.asn1.DERUTF8String(common))
                .build();
    }

    private static X509CertificateHolder build(Draft draft) {
        try {
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(
                            draft.issuer,
                            draft.serial,
                            Date.from(draft.from),
                            Date.from(draft.to),
                            draft.subject,
                            KEY);
            if (draft.identifiers) {
                BcX509ExtensionUtils utils = new BcX509ExtensionUtils();
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        utils.createAuthorityKeyIdentifier(KEY));
                builder.addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        utils.createSubjectKeyIdentifier(KEY));
            }
            if (draft.usage != null) {
                builder.addExtension(
                        Extension.keyUsage, draft.usageCritical, new KeyUsage(draft.usage));
            }
            if (draft.authority != null) {
                builder.addExtension(
                        Extension.basicConstraints, true, new BasicConstraints(draft.authority));
            }
            if (draft.noCheck) {
                builder.addExtension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            }
            GeneralName[] names = new GeneralName[draft.hosts.length];
            for (int i = 0; i < names.length; i++) {
                names[i] = new GeneralName(GeneralName.dNSName, draft.hosts[i]);
            }
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(draft.purpose));
            builder.addExtension(
                    new ASN1ObjectIdentifier("2.5.29.31"),
                    false,
                    new CRLDistPoint(
                            new DistributionPoint[] {
                                new DistributionPoint(
                                        new DistributionPointName(
                                                new GeneralNames(
                                                        new GeneralName(
                                                                GeneralName
                                                                        .uniformResourceIdentifier,
                                                                draft.list))),
                                        null,
                                        null)
                            }));
            return builder.build(
                    SigningAuthority.signer(AuthorityKeyKind.P_256, KEYS.getPrivate()));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
