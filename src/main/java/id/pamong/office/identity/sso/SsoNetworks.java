package id.pamong.office.identity.sso;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a provider may live, decided by who runs the installation, not by an administrator of one
 * local government.
 *
 * @param privateNetworks whether addresses such as 10.0.0.0/8 are allowed, for a provider inside
 *     the government's own network
 * @param loopback whether this machine is allowed, also without TLS; for tests
 */
@ConfigurationProperties("pamong.sso")
record SsoNetworks(
        @DefaultValue("false") boolean privateNetworks, @DefaultValue("false") boolean loopback) {

    boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return privateNetworks || !isPrivate(address);
    }

    /** RFC 1918, RFC 4193 (fc00::/7) and the shared space of carriers (RFC 6598). */
    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            return (bytes[0] & 0xfe) == 0xfc || address.isSiteLocalAddress();
        }
        boolean shared = (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return shared || bytes[0] == 0 || address.isSiteLocalAddress();
    }
}
