package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The local governments of this installation. */
@Component
public class LocalGovernments {
    /** By the first segment of a URL. */
    public Optional<LocalGovernment> bySlug(String slug) {
        throw new UnsupportedOperationException(slug);
    }

    public Optional<LocalGovernment> byId(LocalGovernmentId id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /** As {@link #byId}; a missing one is a programming error. */
    public LocalGovernment get(LocalGovernmentId id) {
        return byId(id).orElseThrow(() -> new IllegalArgumentException("no government " + id));
    }

    public List<LocalGovernment> all() {
        throw new UnsupportedOperationException();
    }

    /** Everything wrong with it at once; empty when it may be created. */
    public List<Finding> check(NewLocalGovernment government) {
        throw new UnsupportedOperationException(government.slug());
    }

    /**
     * Creates it. Blocking findings of {@link #check} are a programming error here.
     *
     * @param by account that does it, null for the first run
     */
    public LocalGovernmentId create(NewLocalGovernment government, @Nullable UUID by) {
        throw new UnsupportedOperationException(government.slug() + by);
    }

    /** Names the agency that is the registration authority (MDN-3(2)). */
    public void nameRaOffice(LocalGovernmentId government, AgencyId agency, @Nullable UUID by) {
        throw new UnsupportedOperationException(government.toString() + agency + by);
    }
}
