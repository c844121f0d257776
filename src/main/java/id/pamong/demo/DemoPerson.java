package id.pamong.demo;

/**
 * Someone of the demo. Every number is made up, by the rules for real ones.
 *
 * @param key names the person in the walk's journal
 * @param role what the person does in the walk, Indonesian and English
 * @param before titles before the name
 * @param after titles after the name
 * @param head whether this is the head of the agency
 * @param superiorNip NIP of the superior; empty where the head of the agency is
 */
record DemoPerson(
        String key,
        String role,
        String before,
        String name,
        String after,
        String nik,
        String nip,
        String rank,
        String email,
        String agencyCode,
        String agencyName,
        String post,
        boolean head,
        String superiorNip,
        String password,
        String status,
        String heads) {

    /** A civil servant who heads the agency for good, or not at all. */
    DemoPerson(
            String key,
            String role,
            String before,
            String name,
            String after,
            String nik,
            String nip,
            String rank,
            String email,
            String agencyCode,
            String agencyName,
            String post,
            boolean head,
            String superiorNip,
            String password) {
        this(
                key,
                role,
                before,
                name,
                after,
                nik,
                nip,
                rank,
                email,
                agencyCode,
                agencyName,
                post,
                head,
                superiorNip,
                password,
                "PNS",
                head ? "ya" : "");
    }

    /** The part of the key that names fields of the ceremony, such as {@code officer1}. */
    String field() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    String displayName() {
        String start = before.isEmpty() ? name : before + " " + name;
        return after.isEmpty() ? start : start + ", " + after;
    }

    /** The number does not reach logs by way of this. */
    @Override
    public String toString() {
        return key;
    }
}
