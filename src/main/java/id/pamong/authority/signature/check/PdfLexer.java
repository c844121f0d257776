package id.pamong.authority.signature.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the syntax of ISO 32000-2, 7.2 - 7.3 without forgiving anything; it finds where things end
 * and keeps the direct integers and names of a dictionary's first level.
 */
final class PdfLexer {
    private static final int DEEPEST = 64;

    private final ByteBuffer bytes;
    private final long end;
    private long at;

    PdfLexer(ByteBuffer bytes, long from, long end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** The bytes are not what the standard asks for. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what, null, false, false);
        }
    }

    /** A top-level dictionary: only what a revision's check needs. */
    record Entries(Optional<Long> length, Optional<Long> prev, boolean isXref) {}

    long at() {
        return at;
    }

    boolean atEnd() {
        return at >= end;
    }

    void skipSpace() {
        while (at < end && isSpace(peek())) {
            at++;
        }
    }

    boolean looksAt(String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes.get((int) at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void expect(String word) throws Malformed {
        if (!looksAt(word)) {
            throw new Malformed("no " + word);
        }
        at += word.length();
    }

    long integer() throws Malformed {
        long value = 0;
        int digits = 0;
        while (at < end && peek() >= '0' && peek() <= '9') {
            value = value * 10 + (peek() - '0');
            at++;
            if (++digits > 12) {
                throw new Malformed("number too long");
            }
        }
        if (digits == 0) {
            throw new Malformed("no number");
        }
        return value;
    }

    boolean atDigit() {
        return at < end && peek() >= '0' && peek() <= '9';
    }

    void skip(long count) throws Malformed {
        if (count < 0 || at + count > end) {
            throw new Malformed("beyond the end");
        }
        at += count;
    }

    /** An end-of-line marker, or nothing. */
    void endOfLine() {
        if (at < end && peek() == '\r') {
            at++;
        }
        if (at < end && peek() == '\n') {
            at++;
        }
    }

    /** Skips an object; for a dictionary gives what a check needs of it. */
    Entries object() throws Malformed {
        skipSpace();
        if (looksAt("<<")) {
            return dictionary(0);
        }
        value(0);
        return new Entries(Optional.empty(), Optional.empty(), false);
    }

    private Entries dictionary(int depth) throws Malformed {
        expect("<<");
        Optional<Long> length = Optional.empty();
        Optional<Long> prev = Optional.empty();
        boolean xref = false;
        while (true) {
            skipSpace();
            if (looksAt(">>")) {
                at += 2;
                return new Entries(length, prev, xref);
            }
            String key = name();
            skipSpace();
            long from = at;
            value(depth + 1);
            String text = text(from);
            if (key.equals("Length") && text.chars().allMatch(Character::isDigit)) {
                length = Optional.of(Long.parseLong(text));
            } else if (key.equals("Prev") && text.chars().allMatch(Character::isDigit)) {
                prev = Optional.of(Long.parseLong(text));
            } else if (key.equals("Type") && text.equals("/XRef")) {
                xref = true;
            }
        }
    }

    private String text(long from) {
        int length = (int) Math.min(at - from, 18);
        byte[] some = new byte[length];
        for (int i = 0; i < length; i++) {
            some[i] = bytes.get((int) from + i);
        }
        return new String(some, StandardCharsets.ISO_8859_1).strip();
    }

    private void value(int depth) throws Malformed {
        if (depth > DEEPEST) {
            throw new Malformed("too deep");
        }
        skipSpace();
        if (at >= end) {
            throw new Malformed("cut off");
        }
        switch (peek()) {
            case '<' -> {
                if (looksAt("<<")) {
                    dictionary(depth);
                } else {
                    hexString();
                }
            }
            case '[' -> {
                at++;
                skipSpace();
                while (!looksAt("]")) {
                    value(depth + 1);
                    skipSpace();
                }
                at++;
            }
            case '(' -> string();
            case '/' -> name();
            default -> atom();
        }
    }

    /** A number, a reference, a boolean or null. */
    private void atom() throws Malformed {
        for (String word : new String[] {"true", "false", "null"}) {
            if (looksAt(word)) {
                at += word.length();
                return;
            }
        }
        long from = at;
        while (at < end && (atDigit() || "+-.".indexOf(peek()) >= 0)) {
            at++;
        }
        if (at == from) {
            throw new Malformed("no object");
        }
        long afterNumber = at;
        skipSpace();
        if (at > afterNumber && atDigit()) {
            while (atDigit()) {
                at++;
            }
            long second = at;
            skipSpace();
            if (at > second && looksAt("R")) {
                at++;
                return;
            }
        }
        at = afterNumber;
    }

    private String name() throws Malformed {
        expect("/");
        long from = at;
        while (at < end && !isSpace(peek()) && "()<>[]{}/%".indexOf(peek()) < 0) {
            at++;
        }
        return text(from);
    }

    private void hexString() throws Malformed {
        at++;
        while (at < end && peek() != '>') {
            if (Character.digit(peek(), 16) < 0 && !isSpace(peek())) {
                throw new Malformed("no hex");
            }
            at++;
        }
        expect(">");
    }

    private void string() throws Malformed {
        int open = 0;
        do {
            if (at >= end) {
                throw new Malformed("string cut off");
            }
            switch (peek()) {
                case '\\' -> at++;
                case '(' -> open++;
                case ')' -> open--;
                default -> {}
            }
            at++;
        } while (open > 0);
    }

    private char peek() {
        return (char) (bytes.get((int) at) & 0xff);
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }
}
