package id.pamong.office.identity;

/**
 * Sees each command that the table of permissions allowed or refused to someone; found by {@link
 * java.util.ServiceLoader}. The conformity matrix is built from what was seen.
 */
public interface CommandObserver {
    void asked(Actor actor, String command, boolean allowed);
}
