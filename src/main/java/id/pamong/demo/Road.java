package id.pamong.demo;

/**
 * One certificate of the demo: who applies for what, and who gives the letters.
 *
 * @param key after the name of an entry in the journal; empty for the main job
 * @param type as the list of certificates offers it
 * @param use the first box of uses to tick; empty where the form has chosen
 * @param passphrase of the key; empty for a system, whose key stays at its host
 */
record Road(
        String key,
        String type,
        String use,
        String purpose,
        DemoPerson applicant,
        DemoPerson superior,
        DemoPerson agencyHead,
        String passphrase,
        Particulars particulars) {

    /** What the type asks for besides, filled into the draft at this path. */
    @FunctionalInterface
    interface Particulars {
        Particulars NONE = (visitor, path) -> {};

        void fill(Visitor applicant, String path);
    }

    /** The main job: a teacher's supervisor in Madiun. */
    static final Road MAIN =
            new Road(
                    "",
                    "INDIVIDUAL",
                    "DIGITAL_SIGNATURE",
                    "Menandatangani surat tugas dan undangan dinas bidang kurikulum.",
                    DemoCity.APPLICANT,
                    DemoCity.SUPERIOR,
                    DemoCity.AGENCY_HEAD,
                    DemoCity.PASSPHRASE,
                    Particulars.NONE);

    /** An entry of the journal that belongs to this road. */
    String entry(String name) {
        return key.isEmpty() ? name : name + "." + key;
    }

    /** A file of the journal that belongs to this road. */
    String file(String name) {
        return key.isEmpty() ? name : key.replace('.', '-') + "-" + name;
    }
}
