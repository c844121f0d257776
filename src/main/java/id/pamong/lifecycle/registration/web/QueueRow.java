package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.enrollment.ApplicationSummary;

/**
 * A line of the queue.
 *
 * @param workingDays that it has waited, Saturdays and Sundays left out
 * @param late whether that is more than the regulation's profile allows
 * @param holder display name of who has it on the desk; empty when nobody has
 * @param mine whether that is the reader
 * @param own whether it is the reader's own application
 */
public record QueueRow(
        ApplicationSummary application,
        int workingDays,
        boolean late,
        String holder,
        boolean mine,
        boolean own) {
    @Override
    public String toString() {
        return "QueueRow[" + application.id() + "]";
    }
}
