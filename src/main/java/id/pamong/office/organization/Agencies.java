package id.pamong.office.organization;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The agencies of a local government in memory, found by code or by name. */
final class Agencies {
    private static final int LONGEST_CODE = 40;

    private final Map<String, Agency> byCode = new HashMap<>();
    private final Map<String, Agency> byName = new HashMap<>();

    Agencies(List<Agency> all) {
        all.forEach(this::add);
    }

    void add(Agency agency) {
        byCode.put(agency.code(), agency);
        byName.putIfAbsent(nameKey(agency.name()), agency);
    }

    Optional<Agency> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The one a line means: by its code, else by its name. */
    Optional<Agency> meant(String code, String name) {
        return code.isEmpty() ? Optional.ofNullable(byName.get(nameKey(name))) : byCode(code);
    }

    /** A code for an agency that came without one: its name in capitals, made unique. */
    String newCode(String name) {
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-");
        String bare = plain.replaceAll("^-|-$", "");
        String start = bare.substring(0, Math.min(LONGEST_CODE - 4, bare.length()));
        String code = start.isEmpty() ? "PD" : start;
        for (int number = 2; byCode.containsKey(code); number++) {
            code = start + "-" + number;
        }
        return code;
    }

    /** Without regard to capitals, spaces and punctuation. */
    static String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
