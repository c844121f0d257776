package id.pamong.lifecycle.certificate;

/** Who keeps the private key of a certificate (MDN-1.13). */
public enum KeyCustody {
    /** Sealed here; opened by its owner's passphrase together with the service's own key. */
    BUILT_IN_SIGNING_SERVICE,
    /** Made in the owner's browser or at a system's host; only a request ever arrived here. */
    SUBSCRIBER_HELD,
    /** In the certification authority's own hardware, as at BSrE. */
    CA_SIGNING_SERVICE
}
