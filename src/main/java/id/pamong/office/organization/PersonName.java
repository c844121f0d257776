package id.pamong.office.organization;

/**
 * A name as the office writes it: title, name, title.
 *
 * @param before titles before the name, such as {@code Dr. Ir.}; may be empty
 * @param name the name itself, as on the identity card
 * @param after titles after it, such as {@code S.Kom., M.T.}; may be empty
 */
public record PersonName(String before, String name, String after) {
    public PersonName {
        before = before.strip();
        name = name.strip();
        after = after.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a person has a name");
        }
    }

    /** As written in letters: {@code Dr. Siti Aminah, S.Kom.}. */
    public String display() {
        String start = before.isEmpty() ? name : before + " " + name;
        return after.isEmpty() ? start : start + ", " + after;
    }

    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
