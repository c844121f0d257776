package id.pamong.house;

import id.pamong.office.identity.Scope;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a path names. */
enum RouteKind {
    NONE("*", Scope.ANY),
    PERSON("*", Scope.OWN),
    APPLICATION("DRAFT", Scope.OWN),
    QUEUED("VERIFICATION", Scope.OWN),
    APPROVED("APPROVED", Scope.OWN),
    /** A letter about someone else that the person is asked for. */
    RECOMMENDATION("ENDORSEMENT", Scope.SUBORDINATE),
    COVER("ENDORSEMENT", Scope.AGENCY),
    /** A letter that the head of the office is to record. */
    MINUTE("ENDORSEMENT", Scope.OTHERS),
    PASSKEY("*", Scope.OWN),
    ABSENCE("*", Scope.OWN),
    MESSAGE("*", Scope.OWN),
    LETTER("DRAFT", Scope.OWN),
    CERTIFICATE("*", Scope.OWN),
    /** A certificate of the person whose key is destroyed. */
    ENDED("*", Scope.OWN),
    /** A decree of moves that the person entered. */
    MOVES("*", Scope.OWN),
    /** A choice of authority that the person proposed. */
    CHOICE("*", Scope.OWN),
    /** A second answer of an authority. */
    ANSWER("*", null),
    REVOCATION("REQUESTED", Scope.OWN),
    LOSS("*", Scope.OWN),
    COUNTER("RECEIVED", Scope.OWN),
    BATCH("*", Scope.AGENCY),
    /** A batch with a letter that the person is asked for. */
    BATCH_LETTER("ENDORSEMENT", Scope.SUBORDINATE),
    SYSTEM("*", Scope.OWN),
    HOLDING("*", Scope.OWN),
    POST("*", null),
    /** A batch on the desk: which of its people an officer reaches is asked one by one. */
    DESK_BATCH("VERIFICATION", null),
    MANDATE("*", Scope.OWN),
    LIST("*", null),
    POLICY("*", null),
    IMPORT("*", null),
    NETWORK("*", null),
    PAIR("*", null);

    final String state;
    private final @Nullable Scope own;

    RouteKind(String state, @Nullable Scope own) {
        this.state = state;
        this.own = own;
    }

    /** Whether it can be someone's own; what is not is the local government's. */
    boolean isSomeones() {
        return own != null && this != NONE;
    }

    /** How someone stands to an object that is another's. */
    Set<Scope> foreign() {
        // A letter that someone else is asked for stands to nobody but that one.
        return this == MINUTE || this == BATCH_LETTER ? Set.of() : EnumSet.of(Scope.OTHERS);
    }

    Set<Scope> own() {
        return own == null ? Set.of() : EnumSet.of(own);
    }
}
