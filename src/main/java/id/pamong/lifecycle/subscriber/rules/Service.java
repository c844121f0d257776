package id.pamong.lifecycle.subscriber.rules;

/**
 * Somebody's service for the local government on the day asked about.
 *
 * @param active whether a posting is held on that day
 */
public record Service(boolean active) {}
