package id.pamong.authority.gateway;

/**
 * What a certification authority is before the law; every screen that shows a certificate says it.
 */
public enum Standing {
    /** Recognised under the law (MDN-5(1)): its certificates sign official documents. */
    RECOGNISED,
    /** For internal uses, by a reasoned and dated decision of the head. */
    INTERNAL,
    /** For training and tests. */
    TRIAL
}
