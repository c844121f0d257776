package id.pamong.office.identity;

/** How the one who acts stands to the object; a row of the table of permissions names one. */
public enum Scope {
    /** No object, or a public one. */
    ANY,
    /** The object is the actor's own. */
    OWN,
    /** The actor is the dated superior of the object's person. */
    SUBORDINATE,
    /** The actor is the dated head or the dated admin of the agency of the object's person. */
    AGENCY,
    /** An object of the same local government that is not the actor's own. */
    OTHERS
}
