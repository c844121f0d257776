package id.pamong.authority.custody;

/**
 * What one try costs (RFC 9106). Kept with each key, so that it can rise for new ones.
 *
 * @param memoryKib memory in KiB, at least 19 MiB
 * @param passes over the memory, at least 2
 * @param lanes parallel lanes
 */
record DerivationCost(int memoryKib, int passes, int lanes) {
    static final DerivationCost LEAST = new DerivationCost(19 * 1024, 2, 1);
    private static final int MOST_KIB = 1024 * 1024;

    DerivationCost {
        if (memoryKib < 19 * 1024 || memoryKib > MOST_KIB) {
            throw new IllegalArgumentException("memory of Argon2id out of range: " + memoryKib);
        }
        if (passes < 2 || passes > 64 || lanes < 1 || lanes > 16) {
            throw new IllegalArgumentException("passes or lanes of Argon2id out of range");
        }
    }
}
