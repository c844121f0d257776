package id.pamong.lifecycle.revocation;

/**
 * How the certification authority is reached when something must not wait.
 *
 * @param hours when someone answers, such as {@code 24 jam}
 */
public record AuthorityContact(String name, String phone, String email, String hours) {
    /** Longest of each part, in characters. */
    public static final int LONGEST = 120;

    /** The same without anything. */
    public static final AuthorityContact NONE = new AuthorityContact("", "", "", "");

    public boolean isEmpty() {
        return phone.isEmpty() && email.isEmpty();
    }
}
