package io.perennial.campaign.delivery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Knows addresses inside our own network, which a campaign's author must not make us call. */
final class PrivateAddresses {

    private PrivateAddresses() {}

    static boolean contains(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> privateV4(bytes, 0);
            // unique local (fc00::/7); NAT64 (64:ff9b::/96), whose last four bytes are an IPv4 address
            case Inet6Address _ -> (bytes[0] & 0xFE) == 0xFC || nat64(bytes);
            default -> true;
        };
    }

    private static boolean nat64(byte[] bytes) {
        return bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
    }

    /** Of "this network", carrier-grade NAT (100.64/10), benchmarking (198.18/15) and reserved ranges. */
    private static boolean privateV4(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return first == 0
                || first >= 224
                || (first == 100 && (second & 0xC0) == 64)
                || (first == 198 && (second & 0xFE) == 18);
    }
}
