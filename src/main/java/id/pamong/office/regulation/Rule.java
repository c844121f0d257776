package id.pamong.office.regulation;

import java.util.List;

/**
 * One thing the law or good practice asks, as a pure function: no clock, no database. All rules of
 * a book run, so that a person sees every problem at once.
 *
 * @param <T> what is judged; it carries everything the rule needs, also the day
 */
public interface Rule<T> {
    /** The stable id that the regulation's file binds to its clauses. */
    RuleId id();

    /** Every objection to the subject, without citations; empty when there is none. */
    List<Finding> check(T subject);

    /** An example without objection. */
    T goodExample();

    /** An example with an objection. */
    T badExample();
}
