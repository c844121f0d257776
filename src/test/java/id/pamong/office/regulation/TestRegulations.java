package id.pamong.office.regulation;

import java.util.List;

/** The regulations' files read without the house. */
public final class TestRegulations {
    private static final List<RegulationProfile> ALL =
            Regulations.files().entrySet().stream()
                    .map(file -> new RegulationReader(file.getKey(), file.getValue()).readKept())
                    .toList();

    private TestRegulations() {}

    public static List<RegulationProfile> all() {
        return ALL;
    }

    public static RegulationProfile madiun() {
        return of("MDN");
    }

    public static RegulationProfile cianjur() {
        return of("CJR");
    }

    private static RegulationProfile of(String code) {
        return ALL.stream()
                .filter(profile -> profile.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
