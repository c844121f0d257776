package id.pamong.authority.signature.pades;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.PdfSignatureFieldPositionChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import id.pamong.authority.signature.SignatureBlock;
import id.pamong.authority.signature.SigningRequest;
import id.pamong.authority.signature.TimeStampSource;
import id.pamong.authority.signature.file.WorkingCopy;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** Signing with DSS: PAdES-BASELINE-LT, in two steps with the same parameters. */
public final class Pades {
    /** Room for signed attributes and a time stamp with a long chain, in bytes. */
    private static final int ROOM = 20_000;

    private Pades() {}

    /** No time stamp could be had. */
    public static final class NoTimeStamp extends DSSException {
        private static final long serialVersionUID = 1L;

        NoTimeStamp() {
            super("no time stamp");
        }
    }

    /** Step one. */
    public static Preparation prepare(WorkingCopy document, SigningRequest request) {
        PAdESService service = service(document, request);
        PAdESSignatureParameters parameters = parameters(request);
        byte[] toBeSigned = service.getDataToSign(document.document(), parameters).getBytes();
        return new Preparation(document, request, parameters, service, toBeSigned);
    }

    /**
     * Step two.
     *
     * @throws NoTimeStamp when none could be had
     */
    public static DSSDocument complete(Preparation preparation, byte[] signatureValue) {
        PAdESSignatureParameters parameters = preparation.parameters();
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.getAlgorithm(
                        parameters.getEncryptionAlgorithm(), parameters.getDigestAlgorithm());
        return preparation
                .service()
                .signDocument(
                        preparation.document().document(),
                        parameters,
                        new SignatureValue(algorithm, signatureValue));
    }

    private static PAdESSignatureParameters parameters(SigningRequest request) {
        List<CertificateToken> chain = request.chain().stream().map(CertificateToken::new).toList();
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LT);
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.bLevel().setSigningDate(Date.from(request.signedAt()));
        parameters.setSignerName(commonName(request.chain().getFirst()));
        parameters.setReason(request.reason());
        parameters.setLocation(request.location());
        parameters.setAppName("Pamong");
        parameters.setContentSize(ROOM + size(request.chain()));
        parameters.setSignatureTimestampParameters(
                new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        SignatureBlock block = request.block();
        if (block != null) {
            SignatureFieldParameters field = new SignatureFieldParameters();
            field.setPage(block.placement().page());
            BlockParameters image = new BlockParameters();
            image.setFieldParameters(field);
            parameters.setImageParameters(image);
        }
        return parameters;
    }

    private static PAdESService service(WorkingCopy document, SigningRequest request) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(request.chain().getLast()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        verifier.setCrlSource(Proofs.crls(request.revocations()));
        verifier.setOcspSource(Proofs.responses(request.revocations()));
        // What is missing is named by our own check of the output; a signature of another
        // authority that is already in the document must not stop this one.
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        verifier.setAlertOnInvalidTimestamp(new SilentOnStatusAlert());
        verifier.setAlertOnInvalidSignature(new SilentOnStatusAlert());
        verifier.setAlertOnRevokedCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNoRevocationAfterBestSignatureTime(new SilentOnStatusAlert());
        verifier.setAlertOnUncoveredPOE(new SilentOnStatusAlert());
        verifier.setAugmentationAlertOnHigherSignatureLevel(new SilentOnStatusAlert());
        verifier.setAugmentationAlertOnSelfSignedCertificateChains(new SilentOnStatusAlert());
        verifier.setAugmentationAlertOnSignatureWithoutCertificates(new SilentOnStatusAlert());
        PAdESService service = new PAdESService(verifier);
        BlockFactory factory = new BlockFactory(request.block());
        PdfSignatureFieldPositionChecker positions = new PdfSignatureFieldPositionChecker();
        positions.setAlertOnSignatureFieldOverlap(new SilentOnStatusAlert());
        positions.setAlertOnSignatureFieldOutsidePageDimensions(new SilentOnStatusAlert());
        factory.setPdfSignatureFieldPositionChecker(positions);
        document.folder()
                .ifPresent(folder -> {
                    factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
                    factory.setResourcesHandlerBuilder(
                            new TempFileResourcesHandlerBuilder()
                                    .setTempFileDirectory(folder.toFile()));
                });
        service.setPdfObjFactory(factory);
        service.setTspSource(timeStamps(request.timeStamps()));
        return service;
    }

    private static TSPSource timeStamps(TimeStampSource source) {
        return (algorithm, digest) -> {
            if (algorithm != DigestAlgorithm.SHA256) {
                throw new IllegalStateException("time stamps are over SHA-256");
            }
            return new TimestampBinary(source.stamp(digest).orElseThrow(NoTimeStamp::new));
        };
    }

    private static int size(List<X509Certificate> chain) {
        int size = 0;
        for (X509Certificate certificate : chain) {
            try {
                size += certificate.getEncoded().length;
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException("the chain cannot be encoded", e);
            }
        }
        return size;
    }

    private static String commonName(X509Certificate certificate) {
        try {
            var names = new JcaX509CertificateHolder(certificate).getSubject().getRDNs(BCStyle.CN);
            return names.length == 0 ? "" : IETFUtils.valueToString(names[0].getFirst().getValue());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate cannot be encoded", e);
        }
    }

    /** Tells DSS that there is something to draw. */
    private static final class BlockParameters extends SignatureImageParameters {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /** Draws our own block instead of DSS's image and text. */
    private static final class BlockFactory extends PdfBoxNativeObjectFactory {
        private final @Nullable SignatureBlock block;

        BlockFactory(@Nullable SignatureBlock block) {
            this.block = block;
        }

        @Override
        public PDFSignatureService newPAdESSignatureService() {
            if (block == null) {
                return super.newPAdESSignatureService();
            }
            return configure(
                    new PdfBoxSignatureService(
                            PDFServiceMode.SIGNATURE, parameters -> new BlockDrawer(block)));
        }
    }
}
