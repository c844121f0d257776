package id.pamong.authority.signature.check;

import id.pamong.authority.signature.check.PdfLexer.Entries;
import id.pamong.authority.signature.check.PdfLexer.Malformed;
import id.pamong.authority.signature.file.WorkingCopy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What follows the last signed byte. It must be nothing, or incremental updates (ISO 32000-2,
 * 7.5.6) written to the letter: objects, all of them in the update's own cross-reference, which the
 * file's end points at and which points at the revision before. Anything else may be shown by a
 * lenient reader though a strict one never sees it.
 */
final class Tail {
    private static final int MOST_REVISIONS = 64;

    private final WorkingCopy document;
    private final ByteBuffer bytes;

    Tail(WorkingCopy document) throws IOException {
        this.document = document;
        this.bytes = document.buffer();
    }

    /** Whether the bytes from here to the end are proper revisions. */
    boolean isProper(long from) throws IOException {
        PdfLexer lexer = new PdfLexer(bytes, from, document.size());
        try {
            lexer.endOfLine();
            lexer.endOfLine();
            if (lexer.atEnd()) {
                return true;
            }
            long previous = startOfXrefBefore(from);
            for (int revisions = 0; !lexer.atEnd(); revisions++) {
                if (revisions == MOST_REVISIONS) {
                    return false;
                }
                previous = revision(lexer, previous);
            }
            return true;
        } catch (Malformed e) {
            return false;
        }
    }

    private long revision(PdfLexer lexer, long previous) throws Malformed, IOException {
        Map<Long, Long> objects = new HashMap<>();
        long xref = -1;
        Optional<Long> prev = Optional.empty();
        lexer.skipSpace();
        while (lexer.atDigit()) {
            long start = lexer.at();
            long number = lexer.integer();
            lexer.skipSpace();
            lexer.integer();
            lexer.skipSpace();
            lexer.expect("obj");
            Entries entries = lexer.object();
            lexer.skipSpace();
            if (lexer.looksAt("stream")) {
                stream(lexer, entries);
            }
            lexer.expect("endobj");
            if (objects.put(number, start) != null) {
                throw new Malformed("the same object twice");
            }
            if (entries.isXref()) {
                xref = start;
                prev = entries.prev();
            }
            lexer.skipSpace();
        }
        if (lexer.looksAt("xref")) {
            xref = lexer.at();
            table(lexer);
            lexer.expect("trailer");
            prev = lexer.object().prev();
            lexer.skipSpace();
        }
        lexer.expect("startxref");
        lexer.skipSpace();
        long pointed = lexer.integer();
        lexer.skipSpace();
        lexer.expect("%%EOF");
        long after = lexer.at();
        lexer.endOfLine();
        lexer.endOfLine();
        if (xref < 0 || pointed != xref || prev.isEmpty() || prev.get() != previous) {
            throw new Malformed("the cross-reference is not that of the update");
        }
        // A cross-reference stream need not list itself (ISO 32000-2, 7.5.8.1).
        long own = xref;
        objects.values().removeIf(start -> start == own);
        listed(objects, after);
        return xref;
    }

    /** Every object of the update is where the cross-reference says, and none is hidden. */
    private void listed(Map<Long, Long> objects, long end) throws Malformed, IOException {
        try (PDDocument revision = document.openRevision(end)) {
            Map<COSObjectKey, Long> table = revision.getDocument().getXrefTable();
            Map<Long, Long> offsets = new HashMap<>();
            table.forEach((key, offset) -> offsets.put(key.getNumber(), offset));
            for (Map.Entry<Long, Long> object : objects.entrySet()) {
                if (!object.getValue().equals(offsets.get(object.getKey()))) {
                    throw new Malformed("a hidden object");
                }
            }
        }
    }

    private static void stream(PdfLexer lexer, Entries entries) throws Malformed {
        lexer.expect("stream");
        lexer.endOfLine();
        lexer.skip(entries.length().orElseThrow(() -> new Malformed("no length")));
        lexer.skipSpace();
        lexer.expect("endstream");
        lexer.skipSpace();
    }

    private static void table(PdfLexer lexer) throws Malformed {
        lexer.expect("xref");
        lexer.skipSpace();
        while (lexer.atDigit()) {
            lexer.integer();
            lexer.skipSpace();
            long count = lexer.integer();
            lexer.skipSpace();
            for (long i = 0; i < count; i++) {
                lexer.integer();
                lexer.expect(" ");
                lexer.integer();
                lexer.expect(" ");
                if (!lexer.looksAt("n") && !lexer.looksAt("f")) {
                    throw new Malformed("no entry");
                }
                lexer.skip(1);
                lexer.skipSpace();
            }
        }
    }

    private long startOfXrefBefore(long from) throws Malformed {
        long lowest = Math.max(0, from - 2048);
        for (long at = from - 9; at >= lowest; at--) {
            PdfLexer lexer = new PdfLexer(bytes, at, from);
            if (lexer.looksAt("startxref")) {
                lexer.expect("startxref");
                lexer.skipSpace();
                return lexer.integer();
            }
        }
        throw new Malformed("the signed part has no end");
    }
}
