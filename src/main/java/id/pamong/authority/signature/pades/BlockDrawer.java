package id.pamong.authority.signature.pades;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.AnnotationBox;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.visible.SignatureFieldBoxBuilder;
import eu.europa.esig.dss.pdf.visible.VisualSignatureFieldAppearance;
import id.pamong.authority.signature.SignatureBlock;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/**
 * Draws the signature block as the appearance of its field: QR code as vectors, text in an embedded
 * font, upright for the reader whatever the page's rotation.
 */
final class BlockDrawer implements PdfBoxSignatureDrawer, SignatureFieldBoxBuilder {
    /** Modules of white around the QR code (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private final SignatureBlock block;
    private @Nullable PDDocument document;
    private @Nullable SignatureOptions options;

    BlockDrawer(SignatureBlock block) {
        this.block = block;
    }

    @Override
    public void init(
            SignatureImageParameters parameters, PDDocument document, SignatureOptions options) {
        this.document = document;
        this.options = options;
    }

    @Override
    public VisualSignatureFieldAppearance buildSignatureFieldBox() {
        PDRectangle box = box();
        AnnotationBox annotation =
                new AnnotationBox(
                        box.getLowerLeftX(),
                        box.getLowerLeftY(),
                        box.getUpperRightX(),
                        box.getUpperRightY());
        return () -> annotation;
    }

    @Override
    public void draw() throws IOException {
        try (PDDocument template = new PDDocument()) {
            PDPage original = page();
            template.addPage(new PDPage(original.getMediaBox()));
            PDAcroForm form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            form.getFields().add(field);

            PDAnnotationWidget widget = field.getWidgets().getFirst();
            widget.setRectangle(box());
            widget.setPrinted(true);
            PDAppearanceStream appearance = new PDAppearanceStream(template);
            appearance.setResources(new PDResources());
            float width = (float) block.placement().width();
            float height = (float) block.placement().height();
            appearance.setBBox(new PDRectangle(width, height));
            appearance.setMatrix(
                    AffineTransform.getRotateInstance(
                            Math.toRadians(PageView.of(original).rotation())));
            PDAppearanceDictionary appearances = new PDAppearanceDictionary();
            appearances.getCOSObject().setDirect(true);
            appearances.setNormalAppearance(appearance);
            widget.setAppearance(appearances);
            try (PDPageContentStream out = new PDPageContentStream(template, appearance)) {
                paint(template, out, width, height);
            }

            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            template.save(bytes);
            SignatureOptions target = Objects.requireNonNull(options);
            target.setVisualSignature(new ByteArrayInputStream(bytes.toByteArray()));
            target.setPage(block.placement().page() - 1);
        }
    }

    private void paint(PDDocument template, PDPageContentStream out, float width, float height)
            throws IOException {
        PDType0Font regular = font(template, "LiberationSans-Regular.ttf");
        PDType0Font bold = font(template, "LiberationSans-Bold.ttf");
        BlockLayout layout = BlockLayout.of(block, regular, bold, width, height);
        out.setNonStrokingColor(1f);
        out.addRect(0, 0, width, height);
        out.fill();
        out.setStrokingColor(0.55f);
        out.setLineWidth(0.6f);
        out.addRect(0.3f, 0.3f, width - 0.6f, height - 0.6f);
        out.stroke();
        qr(out, layout.qrLeft(), layout.qrBottom(), layout.qrSide());
        for (BlockLayout.Line line : layout.lines()) {
            out.beginText();
            out.setNonStrokingColor(line.grey());
            out.setFont(line.font(), line.size());
            out.newLineAtOffset(line.x(), line.y());
            out.showText(line.text());
            out.endText();
        }
        out.setStrokingColor(0.75f);
        out.setLineWidth(0.4f);
        out.moveTo(layout.margin(), layout.rule());
        out.lineTo(width - layout.margin(), layout.rule());
        out.stroke();
    }

    private void qr(PDPageContentStream out, float left, float bottom, float side)
            throws IOException {
        BitMatrix modules;
        try {
            modules =
                    new QRCodeWriter()
                            .encode(
                                    block.checkPage().toString(),
                                    com.google.zxing.BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M,
                                            EncodeHintType.MARGIN,
                                            0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("the address of the check page is too long", e);
        }
        float module = side / (modules.getWidth() + 2 * QUIET);
        out.setNonStrokingColor(0f);
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int run = 0;
                while (x + run < modules.getWidth() && modules.get(x + run, y)) {
                    run++;
                }
                if (run > 0) {
                    out.addRect(
                            left + (x + QUIET) * module,
                            bottom + side - (y + QUIET + 1) * module,
                            run * module,
                            module);
                }
                x += run + 1;
            }
        }
        out.fill();
    }

    private static PDType0Font font(PDDocument template, String name) throws IOException {
        try (InputStream in = BlockDrawer.class.getResourceAsStream("/fonts/liberation/" + name)) {
            return PDType0Font.load(template, Objects.requireNonNull(in, name), true);
        }
    }

    private PDRectangle box() {
        return PageView.of(page()).toPage(block.placement());
    }

    private PDPage page() {
        return Objects.requireNonNull(document).getPage(block.placement().page() - 1);
    }
}
