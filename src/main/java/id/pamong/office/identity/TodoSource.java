package id.pamong.office.identity;

import java.util.List;

/** A room that has something for the home page declares a bean of this. */
public interface TodoSource {
    /** At most fifty rows, newest first; only what this person may open. */
    List<Todo> todosFor(Actor actor);
}
