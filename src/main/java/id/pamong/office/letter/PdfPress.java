package id.pamong.office.letter;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;

/**
 * Turns well-formed XHTML into PDF/A-3b (ISO 19005-3): fonts embedded, sRGB as output intent,
 * nothing loaded from anywhere but the document itself.
 */
final class PdfPress {
    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final FSCacheEx<String, FSCacheValue> fontMetrics = new FSDefaultCacheStore();

    static {
        // It would write to the console; what matters comes by the diagnostic consumer.
        XRLog.setLoggingEnabled(false);
    }

    byte[] print(String xhtml) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_B);
        builder.useColorProfile(SRGB);
        builder.withProducer("Pamong");
        builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, fontMetrics);
        builder.useFont(font("Regular"), "Letter", 400, FontStyle.NORMAL, true);
        builder.useFont(font("Bold"), "Letter", 700, FontStyle.NORMAL, true);
        builder.useFont(font("Italic"), "Letter", 400, FontStyle.ITALIC, true);
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.withDiagnosticConsumer(PdfPress::refuseWarnings);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /** A letter with a broken picture or style is not a letter. */
    private static void refuseWarnings(com.openhtmltopdf.util.Diagnostic diagnostic) {
        if (diagnostic.getLevel().intValue() >= Level.SEVERE.intValue()) {
            throw new IllegalStateException(diagnostic.getFormattedMessage());
        }
    }

    private static FSSupplier<InputStream> font(String style) {
        return () ->
                Objects.requireNonNull(
                        PdfPress.class.getResourceAsStream(
                                "/fonts/liberation/LiberationSans-" + style + ".ttf"));
    }
}
