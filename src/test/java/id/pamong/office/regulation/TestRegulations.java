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
        return ALL.stream()
                .filter(profile -> profile.code().equals("MDN"))
                .findFirst()
                .orElseThrow();
    }
}
