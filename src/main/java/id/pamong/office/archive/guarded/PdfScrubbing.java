package id.pamong.office.archive.guarded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Takes out of an unsigned PDF what is not on its pages. */
final class PdfScrubbing {
    private static final List<COSName> UNWANTED =
            List.of(
                    COSName.METADATA,
                    COSName.PIECE_INFO,
                    COSName.AA,
                    COSName.AF,
                    COSName.getPDFName("LastModified"));

    private static final List<COSName> UNWANTED_OF_CATALOG =
            List.of(COSName.OPEN_ACTION, COSName.NAMES, COSName.getPDFName("Collection"));

    /** Actions that do something else than go to a place in the same document. */
    private static final Set<String> UNWANTED_ACTIONS =
            Set.of(
                    "JavaScript",
                    "Launch",
                    "SubmitForm",
                    "ImportData",
                    "ResetForm",
                    "GoToR",
                    "GoToE",
                    "Rendition",
                    "Movie",
                    "Sound",
                    "URI");

    private PdfScrubbing() {}

    /**
     * Removes author, XMP, scripts, actions, attachments, application data, and the metadata inside
     * embedded JPEGs.
     */
    static void scrub(PDDocument document) throws IOException {
        document.setDocumentInformation(new PDDocumentInformation());
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        UNWANTED_OF_CATALOG.forEach(catalog::removeItem);
        COSBase form = catalog.getDictionaryObject(COSName.ACRO_FORM);
        if (form instanceof COSDictionary fields) {
            fields.removeItem(COSName.XFA);
        }
        COSDocument objects = document.getDocument();
        for (COSObjectKey key : List.copyOf(objects.getXrefTable().keySet())) {
            COSObject object = objects.getObjectFromPool(key);
            clean(object.getObject(), 0);
        }
    }

    /** Pixels of the largest picture, by what its dictionary promises. */
    static long largestPicture(PDDocument document) {
        COSDocument objects = document.getDocument();
        long largest = 0;
        for (COSObjectKey key : List.copyOf(objects.getXrefTable().keySet())) {
            if (objects.getObjectFromPool(key).getObject() instanceof COSStream stream
                    && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                long pixels =
                        Math.max(0L, stream.getInt(COSName.WIDTH))
                                * Math.max(0L, stream.getInt(COSName.HEIGHT));
                largest = Math.max(largest, pixels);
            }
        }
        return largest;
    }

    /** Cleans a dictionary and what is written inside it; references are visited on their own. */
    private static void clean(COSBase base, int depth) throws IOException {
        if (depth > 50) {
            throw new IOException("nested too deep");
        }
        switch (base) {
            case COSDictionary dictionary -> {
                UNWANTED.forEach(dictionary::removeItem);
                if (UNWANTED_ACTIONS.contains(dictionary.getNameAsString(COSName.S, ""))) {
                    dictionary.clear();
                    return;
                }
                if ("FileAttachment".equals(dictionary.getNameAsString(COSName.SUBTYPE))) {
                    dictionary.removeItem(COSName.FS);
                }
                if (dictionary instanceof COSStream stream) {
                    cleanJpeg(stream);
                }
                for (COSBase value : List.copyOf(dictionary.getValues())) {
                    if (!(value instanceof COSObject)) {
                        clean(value, depth + 1);
                    }
                }
            }
            case COSArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    if (array.get(i) != null && !(array.get(i) instanceof COSObject)) {
                        clean(array.get(i), depth + 1);
                    }
                }
            }
            case null -> {}
            default -> {}
        }
    }

    private static void cleanJpeg(COSStream stream) throws IOException {
        if (!COSName.DCT_DECODE.equals(stream.getFilters())) {
            return;
        }
        byte[] jpeg;
        try (InputStream raw = stream.createRawInputStream()) {
            jpeg = raw.readAllBytes();
        }
        byte[] clean = JpegSegments.withoutMetadata(jpeg);
        if (clean.length != jpeg.length) {
            try (OutputStream raw = stream.createRawOutputStream()) {
                raw.write(clean);
            }
        }
    }
}
