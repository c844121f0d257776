package id.pamong.office.identity.passkey;

import com.webauthn4j.data.client.Origin;
import id.pamong.office.installation.PublicAddress;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The address to which browsers bind passkeys: host and origin of the public address. */
@Component
class RelyingPartyAddress {
    private final PublicAddress address;

    RelyingPartyAddress(PublicAddress address) {
        this.address = address;
    }

    /** The relying party's id: the host, such as {@code pamong.madiunkota.go.id}. */
    String id() {
        return address.web().getHost();
    }

    /** Scheme, host and port. */
    Origin origin() {
        URI web = address.web();
        return new Origin(
                web.getScheme()
                        + "://"
                        + web.getHost()
                        + (web.getPort() < 0 ? "" : ":" + web.getPort()));
    }
}
