package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.util.List;

/**
 * Judges NIK, NIP and official e-mail of a person who is to be entered. The room that knows the
 * rules ({@code lifecycle.subscriber}) implements it.
 */
@FunctionalInterface
public interface PersonNumberCheck {
    /** Everything wrong at once; findings name the fields nik, nip and officialEmail. */
    List<Finding> check(LocalGovernment government, PersonNumbers numbers);
}
