package id.pamong.office.audit;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the one canonical form of RFC 8785, for the types that audit records hold: null,
 * booleans, whole numbers of at most 2^53 - 1, strings, lists and maps with string keys.
 *
 * <p>Refuses with {@link IllegalArgumentException}: other types (fractions among them), greater
 * numbers (RFC 8785 section 3.2.2.3 sends them as strings) and lone surrogates (section 3.2.2.2).
 */
public final class CanonicalJson {
    private static final long GREATEST = (1L << 53) - 1;

    private CanonicalJson() {}

    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth.booleanValue());
            case String text -> appendString(out, text);
            case Byte number -> out.append(number.intValue());
            case Short number -> out.append(number.intValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> appendNumber(out, number);
            case BigInteger number -> appendNumber(out, number.longValueExact());
            case List<?> list -> appendList(out, list);
            case Map<?, ?> map -> appendMap(out, map);
            default ->
                    throw new IllegalArgumentException(
                            "no canonical form for " + value.getClass().getName());
        }
    }

    private static void appendNumber(StringBuilder out, long number) {
        if (number > GREATEST || number < -GREATEST) {
            throw new IllegalArgumentException("a number beyond 2^53 - 1 is written as a string");
        }
        out.append(number);
    }

    private static void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
            append(out, items.next());
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    /** Members by the UTF-16 code units of their names, which is how Java compares strings. */
    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, member) -> {
            if (!(name instanceof String key)) {
                throw new IllegalArgumentException("a member is named by a string");
            }
            sorted.put(key, member);
        });
        out.append('{');
        Iterator<Map.Entry<String, @Nullable Object>> members = sorted.entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<String, @Nullable Object> member = members.next();
            appendString(out, member.getKey());
            out.append(':');
            append(out, member.getValue());
            if (members.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private static void appendString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (unit < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(unit >> 4, 16))
                                .append(Character.forDigit(unit & 0xf, 16));
                    } else if (Character.isHighSurrogate(unit)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(unit).append(text.charAt(++i));
                    } else if (Character.isSurrogate(unit)) {
                        throw new IllegalArgumentException("a lone surrogate is no text");
                    } else {
                        out.append(unit);
                    }
                }
            }
        }
        out.append('"');
    }
}
