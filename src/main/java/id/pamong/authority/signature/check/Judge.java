package id.pamong.authority.signature.check;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlPDFLockDictionary;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import id.pamong.authority.signature.ReasonCode;
import id.pamong.authority.signature.TrustedAuthorities;
import id.pamong.authority.signature.TrustedAuthority;
import id.pamong.authority.signature.file.WorkingCopy;
import id.pamong.authority.signature.pades.Proofs;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks DSS (ETSI EN 319 102-1) and reads its answer more strictly than its default policy. */
final class Judge {
    private Judge() {}

    /** What DSS has to say of one signature. */
    record Opinion(
            String field,
            long end,
            ReasonCode reason,
            Optional<TrustedAuthority> authority,
            @Nullable X509Certificate certificate,
            @Nullable String signer,
            @Nullable String post,
            @Nullable String organization,
            @Nullable String issuer,
            @Nullable Instant claimedAt,
            @Nullable Instant provenAt,
            @Nullable String timeStampedBy,
            @Nullable String level,
            boolean formChanged,
            boolean formMayChange) {}

    static List<Opinion> ask(WorkingCopy document, TrustedAuthorities trusted, Instant at) {
        PDFDocumentValidator validator = new PDFDocumentValidator(document.document());
        validator.setCertificateVerifier(verifier(trusted));
        validator.setPdfObjFactory(factory(document));
        validator.setValidationTime(Date.from(at));
        validator.setEnableEtsiValidationReport(false);
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
        Reports reports = validator.validateDocument();
        DiagnosticData data = reports.getDiagnosticData();
        return data.getSignatures().stream()
                .filter(signature -> !signature.isCounterSignature())
                .map(signature -> opinion(signature, reports.getSimpleReport(), trusted))
                .toList();
    }

    private static Opinion opinion(
            SignatureWrapper signature, SimpleReport report, TrustedAuthorities trusted) {
        List<X509Certificate> path =
                signature.getCertificateChain().stream().map(Judge::certificate).toList();
        Optional<TrustedAuthority> authority =
                signature.isTrustedChain() ? trusted.issuerOf(path) : Optional.empty();
        Optional<TimestampWrapper> stamp = stamp(signature, report);
        CertificateWrapper signer = signature.getSigningCertificate();
        List<java.math.BigInteger> range = signature.getSignatureByteRange();
        long end =
                range == null || range.size() != 4
                        ? -1
                        : range.get(2).add(range.get(3)).longValue();
        return new Opinion(
                signature.getFirstFieldName() == null ? "" : signature.getFirstFieldName(),
                end,
                reason(signature, report, authority),
                authority,
                signer == null ? null : certificate(signer),
                signer == null ? null : signer.getCommonName(),
                signer == null ? null : signer.getTitle(),
                signer == null ? null : signer.getOrganizationName(),
                issuer(signature),
                instant(signature.getClaimedSigningTime()),
                stamp.map(given -> given.getProductionTime().toInstant()).orElse(null),
                stamp.map(given -> given.getSigningCertificate())
                        .map(CertificateWrapper::getCommonName)
                        .orElse(null),
                signature.getSignatureFormat() == null
                        ? null
                        : signature.getSignatureFormat().toString(),
                !signature.getPdfSignatureOrFormFillChanges().isEmpty(),
                signature.getDocMDPPermissions() != null
                        && signature.getDocMDPPermissions()
                                != CertificationPermission.NO_CHANGE_PERMITTED);
    }

    private static ReasonCode reason(
            SignatureWrapper signature, SimpleReport report, Optional<TrustedAuthority> authority) {
        if (!signature.isSignatureIntact() || !signature.isSignatureValid()) {
            return ReasonCode.WRONG_DIGEST;
        }
        if (!signature.isSignatureByteRangeValid()
                || !signature.isPdfSignatureDictionaryConsistent()) {
            return ReasonCode.BROKEN_SIGNATURE;
        }
        if (!signature.getPdfUndefinedChanges().isEmpty()
                || !signature.getPdfPageDifferenceConcernedPages().isEmpty()) {
            return ReasonCode.CONTENT_CHANGED;
        }
        if (isForbidden(signature)) {
            return ReasonCode.FORBIDDEN_CHANGE;
        }
        if (!signature.getPdfAnnotationChanges().isEmpty()) {
            return ReasonCode.CONTENT_CHANGED;
        }
        Indication indication = report.getIndication(signature.getId());
        if (indication == Indication.TOTAL_PASSED) {
            return authority
                    .map(known ->
                            switch (known.standing()) {
                                case RECOGNISED -> ReasonCode.VALID_RECOGNISED;
                                case INTERNAL -> ReasonCode.VALID_INTERNAL;
                                case TRIAL -> ReasonCode.VALID_TRIAL;
                            })
                    .orElse(ReasonCode.UNKNOWN_AUTHORITY);
        }
        return withheld(report.getSubIndication(signature.getId()), authority.isPresent());
    }

    /** Why DSS does not pass a signature whose bytes are in order. */
    private static ReasonCode withheld(@Nullable SubIndication why, boolean known) {
        return switch (why) {
            case null -> ReasonCode.PROOF_MISSING;
            case FORMAT_FAILURE, SIGNED_DATA_NOT_FOUND -> ReasonCode.BROKEN_SIGNATURE;
            case HASH_FAILURE, SIG_CRYPTO_FAILURE -> ReasonCode.WRONG_DIGEST;
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> ReasonCode.CERTIFICATE_REVOKED;
            case EXPIRED, NOT_YET_VALID, OUT_OF_BOUNDS_NOT_REVOKED, OUT_OF_BOUNDS_NO_POE ->
                    ReasonCode.CERTIFICATE_NOT_IN_TIME;
            case NO_SIGNING_CERTIFICATE_FOUND,
                    NO_CERTIFICATE_CHAIN_FOUND,
                    NO_CERTIFICATE_CHAIN_FOUND_NO_POE ->
                    ReasonCode.UNKNOWN_AUTHORITY;
            case SIG_CONSTRAINTS_FAILURE,
                    CHAIN_CONSTRAINTS_FAILURE,
                    CRYPTO_CONSTRAINTS_FAILURE,
                    CRYPTO_CONSTRAINTS_FAILURE_NO_POE ->
                    known ? ReasonCode.CERTIFICATE_UNFIT : ReasonCode.UNKNOWN_AUTHORITY;
            case CERTIFICATE_CHAIN_GENERAL_FAILURE,
                    POLICY_PROCESSING_ERROR,
                    SIGNATURE_POLICY_NOT_AVAILABLE,
                    TIMESTAMP_ORDER_FAILURE,
                    REVOCATION_OUT_OF_BOUNDS_NO_POE,
                    NO_POE,
                    TRY_LATER ->
                    known ? ReasonCode.PROOF_MISSING : ReasonCode.UNKNOWN_AUTHORITY;
        };
    }

    /** ISO 32000-2, 12.8.2.2 (DocMDP) and 12.8.2.4 (FieldMDP). */
    private static boolean isForbidden(SignatureWrapper signature) {
        boolean formChanged = !signature.getPdfSignatureOrFormFillChanges().isEmpty();
        boolean annotated = !signature.getPdfAnnotationChanges().isEmpty();
        CertificationPermission allowed = signature.getDocMDPPermissions();
        if (allowed == CertificationPermission.NO_CHANGE_PERMITTED && (formChanged || annotated)) {
            return true;
        }
        if (allowed == CertificationPermission.MINIMAL_CHANGES_PERMITTED && annotated) {
            return true;
        }
        return isLocked(signature.getFieldMDP(), signature.getModifiedFieldNames())
                || isLocked(signature.getSigFieldLock(), signature.getModifiedFieldNames());
    }

    private static boolean isLocked(@Nullable XmlPDFLockDictionary lock, List<String> modified) {
        if (lock == null || lock.getAction() == null || modified.isEmpty()) {
            return false;
        }
        return switch (lock.getAction()) {
            case ALL -> true;
            case INCLUDE -> modified.stream().anyMatch(lock.getFields()::contains);
            case EXCLUDE -> !lock.getFields().containsAll(modified);
        };
    }

    private static Optional<TimestampWrapper> stamp(
            SignatureWrapper signature, SimpleReport report) {
        @Nullable Instant best = instant(report.getBestSignatureTime(signature.getId()));
        return signature.getTLevelTimestamps().stream()
                .filter(stamp ->
                        stamp.isSignatureValid()
                                && stamp.isMessageImprintDataIntact()
                                && stamp.isTrustedChain()
                                && stamp.getProductionTime().toInstant().equals(best))
                .findFirst();
    }

    private static @Nullable String issuer(SignatureWrapper signature) {
        List<CertificateWrapper> chain = signature.getCertificateChain();
        return chain.size() > 1 ? chain.get(1).getCommonName() : null;
    }

    private static CommonCertificateVerifier verifier(TrustedAuthorities trusted) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        CommonCertificateSource others = new CommonCertificateSource();
        for (TrustedAuthority known : trusted.authorities()) {
            CertificateToken token = new CertificateToken(known.certificate());
            if (known.anchor()) {
                anchors.addCertificate(token);
            } else {
                others.addCertificate(token);
            }
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        verifier.setAdjunctCertSources(others);
        verifier.setAIASource(null);
        verifier.setCrlSource(Proofs.crls(trusted.revocations()));
        verifier.setOcspSource(Proofs.responses(trusted.revocations()));
        return verifier;
    }

    private static PdfBoxNativeObjectFactory factory(WorkingCopy document) {
        PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
        // Pages are compared as objects by our own rules; drawing them is slow and, for a hostile
        // file, dangerous.
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        factory.setPdfDifferencesFinder(differences);
        factory.setPdfObjectModificationsFinder(new DefaultPdfObjectModificationsFinder());
        if (document.folder().isPresent()) {
            factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
        }
        return factory;
    }

    private static X509Certificate certificate(CertificateWrapper wrapper) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(wrapper.getBinaries()));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read cannot be read", e);
        }
    }

    @SuppressWarnings("JavaUtilDate") // what DSS speaks
    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
