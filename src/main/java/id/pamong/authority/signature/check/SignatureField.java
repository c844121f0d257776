package id.pamong.authority.signature.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A signature field that holds something, as the bytes have it.
 *
 * @param end of the signed range, or -1 when the field is broken
 * @param gap where the Contents begin, the position of {@code <}
 * @param gapEnd first position after {@code >}
 */
record SignatureField(
        String name, COSDictionary field, boolean timeStamp, long gap, long gapEnd, long end) {

    boolean isBroken() {
        return end < 0;
    }

    /** All fields with a value, in the document's form and on its pages. */
    static List<SignatureField> in(PDDocument pdf, ByteBuffer bytes, long size) {
        Set<COSDictionary> seen = new HashSet<>();
        List<SignatureField> found = new ArrayList<>();
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        if (catalog.getDictionaryObject(COSName.ACRO_FORM) instanceof COSDictionary form
                && form.getDictionaryObject(COSName.FIELDS) instanceof COSArray fields) {
            walk(fields, false, "", seen, found, bytes, size, 0);
        }
        for (var page : pdf.getPages()) {
            if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray all) {
                for (int i = 0; i < all.size(); i++) {
                    if (all.getObject(i) instanceof COSDictionary widget
                            && COSName.SIG.equals(widget.getDictionaryObject(COSName.FT))
                            && seen.add(widget)
                            && widget.containsKey(COSName.V)) {
                        found.add(read(widget, widget.getString(COSName.T, ""), bytes, size));
                    }
                }
            }
        }
        return found;
    }

    private static void walk(
            COSArray fields,
            boolean inherited,
            String parent,
            Set<COSDictionary> seen,
            List<SignatureField> found,
            ByteBuffer bytes,
            long size,
            int depth) {
        for (int i = 0; i < fields.size() && depth < 32; i++) {
            if (!(fields.getObject(i) instanceof COSDictionary field) || !seen.add(field)) {
                continue;
            }
            COSBase type = field.getDictionaryObject(COSName.FT);
            boolean signature = type == null ? inherited : COSName.SIG.equals(type);
            String own = field.getString(COSName.T, "");
            String name = parent.isEmpty() || own.isEmpty() ? parent + own : parent + "." + own;
            if (signature && field.containsKey(COSName.V)) {
                found.add(read(field, name, bytes, size));
            }
            if (field.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
                walk(kids, signature, name, seen, found, bytes, size, depth + 1);
            }
        }
    }

    private static SignatureField read(
            COSDictionary field, String name, ByteBuffer bytes, long size) {
        SignatureField broken = new SignatureField(name, field, false, -1, -1, -1);
        if (!(field.getDictionaryObject(COSName.V) instanceof COSDictionary value)
                || !(value.getDictionaryObject(COSName.CONTENTS) instanceof COSString contents)
                || !(value.getDictionaryObject(COSName.BYTERANGE) instanceof COSArray range)
                || range.size() != 4) {
            return broken;
        }
        long[] numbers = new long[4];
        for (int i = 0; i < 4; i++) {
            if (!(range.getObject(i) instanceof COSInteger number) || number.longValue() < 0) {
                return broken;
            }
            numbers[i] = number.longValue();
        }
        long gap = numbers[1];
        long gapEnd = numbers[2];
        long end = gapEnd + numbers[3];
        if (numbers[0] != 0
                || gap == 0
                || gapEnd <= gap + 2
                || end > size
                || numbers[3] == 0
                || !holds(bytes, gap, gapEnd, contents.getBytes())) {
            return broken;
        }
        boolean timeStamp = COSName.DOC_TIME_STAMP.equals(value.getDictionaryObject(COSName.TYPE));
        return new SignatureField(name, field, timeStamp, gap, gapEnd, end);
    }

    /** The unsigned gap is exactly the hex string of this field's Contents, and not all zeros. */
    private static boolean holds(ByteBuffer bytes, long gap, long gapEnd, byte[] contents) {
        if (bytes.get((int) gap) != '<'
                || bytes.get((int) gapEnd - 1) != '>'
                || gapEnd - gap - 2 != contents.length * 2L) {
            return false;
        }
        boolean something = false;
        for (int i = 0; i < contents.length; i++) {
            int high = Character.digit(bytes.get((int) gap + 1 + 2 * i), 16);
            int low = Character.digit(bytes.get((int) gap + 2 + 2 * i), 16);
            if (high < 0 || low < 0 || (byte) (high << 4 | low) != contents[i]) {
                return false;
            }
            something |= contents[i] != 0;
        }
        long before = gap - 1;
        while (before > 0 && PdfLexer.isSpace(bytes.get((int) before))) {
            before--;
        }
        String key = "/Contents";
        for (int i = 0; i < key.length(); i++) {
            long at = before - key.length() + 1 + i;
            if (at < 0 || bytes.get((int) at) != key.charAt(i)) {
                return false;
            }
        }
        return something;
    }
}
