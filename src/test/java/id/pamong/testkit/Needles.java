package id.pamong.testkit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Secrets to be searched for, each in every form in which it could lie about, in one pass. */
public final class Needles {
    @SuppressWarnings("ArrayRecordComponent") // never compared nor printed
    private record Needle(String name, byte[] bytes) {}

    private final List<List<Needle>> byStart = new ArrayList<>();

    /** None yet. */
    public Needles() {
        for (int i = 0; i < 1 << 16; i++) {
            byStart.add(List.of());
        }
    }

    /** As typed, in UTF-16 both ways round, in hex and in base64. */
    public void add(String name, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        add(name + " as typed", utf8);
        add(name + " in UTF-16LE", value.getBytes(StandardCharsets.UTF_16LE));
        add(name + " in UTF-16BE", value.getBytes(StandardCharsets.UTF_16BE));
        add(name + " in hex", HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        add(name + " in base64", Base64.getEncoder().withoutPadding().encode(utf8));
    }

    /** As printed in groups, and as typed without them. */
    public void addCode(String name, String code) {
        add(name, code);
        String whole = code.replaceAll("[^A-Za-z0-9]", "");
        if (!whole.equals(code)) {
            add(name + " in one", whole);
        }
    }

    /** As an application takes it, and the bytes that codes are made from. */
    public void addSeed(String name, String base32) {
        add(name, base32);
        byte[] raw = rawSeed(base32);
        add(name + " raw", raw);
        add(
                name + " raw in hex",
                HexFormat.of().formatHex(raw).getBytes(StandardCharsets.US_ASCII));
        add(name + " raw in base64", Base64.getEncoder().withoutPadding().encode(raw));
    }

    private void add(String name, byte[] bytes) {
        if (bytes.length < 6) {
            throw new IllegalArgumentException("too short to be told from chance: " + name);
        }
        int start = start(bytes, 0);
        List<Needle> longer = new ArrayList<>(byStart.get(start));
        longer.add(new Needle(name, bytes));
        byStart.set(start, longer);
    }

    /** Names of what lies in there; empty is good. */
    public Set<String> in(byte[] content) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i + 1 < content.length; i++) {
            List<Needle> candidates = byStart.get(start(content, i));
            for (int j = 0; j < candidates.size(); j++) {
                if (matches(content, i, candidates.get(j).bytes())) {
                    found.add(candidates.get(j).name());
                }
            }
        }
        return found;
    }

    private static int start(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private static boolean matches(byte[] content, int at, byte[] needle) {
        if (at + needle.length > content.length) {
            return false;
        }
        for (int j = 2; j < needle.length; j++) {
            if (content[at + j] != needle[j]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] rawSeed(String base32) {
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < base32.length(); i++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(value));
        }
        int spare = base32.length() * 5 % 8;
        byte[] whole = bits.shiftRight(spare).toByteArray();
        byte[] raw = new byte[base32.length() * 5 / 8];
        int taken = Math.min(raw.length, whole.length);
        System.arraycopy(whole, whole.length - taken, raw, raw.length - taken, taken);
        return raw;
    }
}
