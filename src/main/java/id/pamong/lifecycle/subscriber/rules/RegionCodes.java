package id.pamong.lifecycle.subscriber.rules;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Ministry of Home Affairs' codes of provinces, and of regencies (01-69) and cities (71-99) in
 * them, as of 2025. A NIK keeps the code of its first registration, so codes from before a split
 * are still met: an unknown regency is doubtful, not wrong.
 */
final class RegionCodes {
    private static final String CODES =
            """
            11 01-18 71-75
            12 01-25 71-78
            13 01-12 71-77
            14 01-10 71-72
            15 01-09 71-72
            16 01-13 71-74
            17 01-09 71
            18 01-13 71-72
            19 01-06 71
            21 01-05 71-72
            31 01 71-75
            32 01-18 71-79
            33 01-29 71-76
            34 01-04 71
            35 01-29 71-79
            36 01-04 71-74
            51 01-08 71
            52 01-08 71-72
            53 01-21 71
            61 01-12 71-72
            62 01-13 71
            63 01-11 71-72
            64 01-03 07-09 11 71-72 74
            65 01-04 71
            71 01-11 71-74
            72 01-12 71
            73 01-18 22 24 26 71-73
            74 01-15 71-72
            75 01-05 71
            76 01-06
            81 01-09 71-72
            82 01-08 71-72
            91 03 05-06 10-11 15 19-20 71
            92 02-03 06-08 11-12
            93 01-04
            94 01-08
            95 01-08
            96 01-05 71
            """;

    private static final Map<String, Set<Integer>> REGENCIES =
            CODES.lines()
                    .map(line -> line.split(" ", -1))
                    .collect(Collectors.toUnmodifiableMap(line -> line[0], RegionCodes::numbers));

    private RegionCodes() {}

    static boolean hasProvince(String code) {
        return REGENCIES.containsKey(code);
    }

    static boolean hasRegency(String province, String code) {
        return REGENCIES.getOrDefault(province, Set.of()).contains(Integer.valueOf(code));
    }

    private static Set<Integer> numbers(String[] line) {
        Set<Integer> numbers = new HashSet<>();
        for (String run : Arrays.asList(line).subList(1, line.length)) {
            int first = Integer.parseInt(run.substring(0, 2));
            int last = Integer.parseInt(run.substring(run.length() - 2));
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return Set.copyOf(numbers);
    }
}
