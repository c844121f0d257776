package id.pamong.authority.signature.pades;

import id.pamong.authority.signature.PdfInspection;
import id.pamong.authority.signature.SignatureBlock;
import id.pamong.authority.signature.SignaturePlacement;
import id.pamong.authority.signature.file.WorkingCopy;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.jspecify.annotations.Nullable;

/** Whether a PDF can be signed; every reason against it at once. */
public final class Signable {
    /** Bytes; settings of the house: a letter to sign. */
    public static final long LIMIT = 200L << 20;

    /** Levels of a tree of pages; programs make fewer than ten. */
    private static final int DEEPEST = 100;

    private static final double SMALLEST_WIDTH = 100;
    private static final double SMALLEST_HEIGHT = 40;

    private Signable() {}

    /**
     * Looks at the document itself.
     *
     * @return {@code signing.empty}, {@code signing.too-large}, {@code signing.not-pdf}, {@code
     *     signing.encrypted}, {@code signing.damaged}, {@code signing.xfa}, {@code signing.locked},
     *     or those of the placement
     */
    public static List<Finding> check(WorkingCopy document, @Nullable SignatureBlock block) {
        if (document.size() == 0) {
            return List.of(refused("signing.empty"));
        }
        if (document.size() > LIMIT) {
            return List.of(refused("signing.too-large", LIMIT >> 20));
        }
        try {
            if (!startsAsPdf(document)) {
                return List.of(refused("signing.not-pdf"));
            }
            try (PDDocument pdf = document.open()) {
                return check(pdf, block);
            }
        } catch (InvalidPasswordException e) {
            return List.of(refused("signing.encrypted"));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return List.of(refused("signing.damaged"));
        }
    }

    /** Sizes of the pages of a document without findings. */
    public static List<PdfInspection.Page> pages(WorkingCopy document) throws IOException {
        List<PdfInspection.Page> pages = new ArrayList<>();
        try (PDDocument pdf = document.open()) {
            for (var page : pdf.getPages()) {
                PageView view = PageView.of(page);
                pages.add(new PdfInspection.Page(view.width(), view.height()));
            }
        }
        return pages;
    }

    private static List<Finding> check(PDDocument pdf, @Nullable SignatureBlock block)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (pdf.isEncrypted()) {
            return List.of(refused("signing.encrypted"));
        }
        if (pdf.getNumberOfPages() == 0 || isTooDeep(pdf)) {
            return List.of(refused("signing.damaged"));
        }
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
        if (form != null && form.hasXFA()) {
            findings.add(refused("signing.xfa"));
        }
        if (isLocked(pdf)) {
            findings.add(refused("signing.locked"));
        }
        if (block != null) {
            placement(pdf, block.placement()).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> placement(PDDocument pdf, SignaturePlacement at) {
        if (at.page() < 1 || at.page() > pdf.getNumberOfPages()) {
            return Optional.of(
                    Finding.blocking("signing.no-such-page", "page", pdf.getNumberOfPages()));
        }
        if (!(at.width() >= SMALLEST_WIDTH && at.height() >= SMALLEST_HEIGHT)) {
            return Optional.of(
                    Finding.blocking(
                            "signing.block-too-small",
                            "width",
                            Math.round(SMALLEST_WIDTH),
                            Math.round(SMALLEST_HEIGHT)));
        }
        PageView view = PageView.of(pdf.getPage(at.page() - 1));
        return view.contains(at)
                ? Optional.empty()
                : Optional.of(
                        Finding.blocking(
                                "signing.outside-page",
                                "left",
                                Math.round(view.width()),
                                Math.round(view.height())));
    }

    /** Every program that reads pages climbs to the root for what they inherit. */
    private static boolean isTooDeep(PDDocument pdf) {
        for (PDPage page : pdf.getPages()) {
            int depth = 0;
            COSDictionary node = page.getCOSObject();
            while (node.getDictionaryObject(COSName.PARENT) instanceof COSDictionary above) {
                node = above;
                depth++;
                if (depth > DEEPEST) {
                    return true;
                }
            }
        }
        return false;
    }

    /** ISO 32000-2, 12.8.2.2: a certifying signature with P = 1 allows nothing more. */
    private static boolean isLocked(PDDocument pdf) throws IOException {
        for (PDSignature signature : pdf.getSignatureDictionaries()) {
            COSBase references = signature.getCOSObject().getDictionaryObject(COSName.REFERENCE);
            if (references instanceof COSArray all) {
                for (int i = 0; i < all.size(); i++) {
                    if (all.getObject(i) instanceof COSDictionary reference && locks(reference)) {
                        return true;
                    }
                }
            }
        }
        return pdf.getSignatureFields().stream()
                .map(field -> field.getCOSObject())
                .filter(field -> field.getDictionaryObject(COSName.V) != null)
                .anyMatch(field ->
                        field.getDictionaryObject(COSName.getPDFName("Lock"))
                                        instanceof COSDictionary lock
                                && lock.getInt(COSName.P) == 1);
    }

    private static boolean locks(COSDictionary reference) {
        String method = reference.getNameAsString(COSName.getPDFName("TransformMethod"));
        COSBase parameters = reference.getDictionaryObject(COSName.getPDFName("TransformParams"));
        return "DocMDP".equals(method)
                && parameters instanceof COSDictionary given
                && given.getInt(COSName.P, 2) == 1;
    }

    private static boolean startsAsPdf(WorkingCopy document) throws IOException {
        var bytes = document.buffer();
        int end = (int) Math.min(document.size() - 5, 1024);
        for (int i = 0; i <= end; i++) {
            if (bytes.get(i) == '%'
                    && bytes.get(i + 1) == 'P'
                    && bytes.get(i + 2) == 'D'
                    && bytes.get(i + 3) == 'F'
                    && bytes.get(i + 4) == '-') {
                return true;
            }
        }
        return false;
    }

    private static Finding refused(String code, Object... arguments) {
        return Finding.blocking(code, "document", arguments);
    }
}
