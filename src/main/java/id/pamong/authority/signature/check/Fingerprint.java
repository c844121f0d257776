package id.pamong.authority.signature.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;

/** A digest of what a page or an appearance shows, whatever the object numbers. */
final class Fingerprint {
    private static final int MOST_OBJECTS = 500_000;
    private static final Set<COSName> IGNORED =
            Set.of(
                    COSName.PARENT,
                    COSName.P,
                    COSName.STRUCT_PARENT,
                    COSName.STRUCT_PARENTS,
                    COSName.METADATA,
                    COSName.LAST_MODIFIED,
                    COSName.getPDFName("PieceInfo"),
                    COSName.ANNOTS,
                    COSName.LENGTH);

    private final IdentityHashMap<COSBase, byte[]> known = new IdentityHashMap<>();
    private int objects;

    /** What the page shows apart from annotations. */
    String ofPage(PDPage page) {
        MessageDigest digest = sha256();
        digest.update(bytes(page.getCropBox() + " " + page.getRotation()));
        for (COSBase part :
                List.of(
                        orNull(page.getCOSObject().getDictionaryObject(COSName.CONTENTS)),
                        orNull(
                                page.getResources() == null
                                        ? null
                                        : page.getResources().getCOSObject()))) {
            digest.update(of(part));
        }
        COSBase annotations = page.getCOSObject().getDictionaryObject(COSName.ANNOTS);
        if (annotations instanceof COSArray all) {
            for (int i = 0; i < all.size(); i++) {
                if (all.getObject(i) instanceof COSDictionary annotation
                        && !COSName.getPDFName("Widget")
                                .equals(annotation.getDictionaryObject(COSName.SUBTYPE))) {
                    digest.update(of(annotation));
                }
            }
        }
        return java.util.HexFormat.of().formatHex(digest.digest());
    }

    /** Digest of an object with everything below it. */
    byte[] of(COSBase given) {
        COSBase base = given instanceof COSObject reference ? reference.getObject() : given;
        if (base == null || base instanceof org.apache.pdfbox.cos.COSNull) {
            return bytes("null");
        }
        byte[] before = known.get(base);
        if (before != null) {
            return before;
        }
        if (++objects > MOST_OBJECTS) {
            throw new IllegalStateException("too many objects");
        }
        known.put(base, bytes("again"));
        MessageDigest digest = sha256();
        switch (base) {
            case COSDictionary dictionary -> {
                digest.update(bytes("dictionary"));
                dictionary.keySet().stream()
                        .filter(key -> !IGNORED.contains(key))
                        .sorted()
                        .forEach(key -> {
                            digest.update(bytes(key.getName()));
                            digest.update(of(dictionary.getItem(key)));
                        });
                if (dictionary instanceof COSStream stream) {
                    content(stream, digest);
                }
            }
            case COSArray array -> {
                digest.update(bytes("array" + array.size()));
                for (int i = 0; i < array.size(); i++) {
                    digest.update(of(orNull(array.get(i))));
                }
            }
            case COSString text -> digest.update(text.getBytes());
            default -> digest.update(bytes(base.toString()));
        }
        byte[] value = digest.digest();
        known.put(base, value);
        return value;
    }

    private static void content(COSStream stream, MessageDigest digest) {
        try (InputStream raw = stream.createRawInputStream();
                OutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            raw.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static COSBase orNull(@org.jspecify.annotations.Nullable COSBase base) {
        return base == null ? org.apache.pdfbox.cos.COSNull.NULL : base;
    }

    private static byte[] bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(utf8.length + 4).putInt(utf8.length).put(utf8).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
