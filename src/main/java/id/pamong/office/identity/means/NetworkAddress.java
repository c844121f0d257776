package id.pamong.office.identity.means;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Network addresses as they count here. */
final class NetworkAddress {
    private static final Pattern CIDR = Pattern.compile("([0-9A-Fa-f:.]{2,45})/([0-9]{1,3})");
    private static final int IPV4_WIDEST = 16;
    private static final int IPV6_WIDEST = 32;

    private NetworkAddress() {}

    /** Who is counted as one: an IPv4 address, or the /64 of an IPv6 address. */
    static String key(String address) {
        return literal(address)
                .filter(Inet6Address.class::isInstance)
                .map(found ->
                        HexFormat.of().formatHex(Arrays.copyOf(found.getAddress(), 8)) + "/64")
                .orElse(address);
    }

    /** A literal address; names are never looked up. */
    static Optional<InetAddress> literal(String address) {
        int zone = address.indexOf('%');
        try {
            return Optional.of(
                    InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * A network such as {@code 103.12.84.0/24}, with the bits of hosts cleared.
     *
     * @return empty when it is none, or wider than one office: /16 (IPv4), /32 (IPv6)
     */
    static Optional<String> network(String typed) {
        Matcher parts = CIDR.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<InetAddress> address = literal(parts.group(1));
        int length = Integer.parseInt(parts.group(2));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = address.get().getAddress();
        int widest = bytes.length == 4 ? IPV4_WIDEST : IPV6_WIDEST;
        if (length < widest || length > bytes.length * 8) {
            return Optional.empty();
        }
        for (int bit = length; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        try {
            return Optional.of(InetAddress.getByAddress(bytes).getHostAddress() + "/" + length);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
