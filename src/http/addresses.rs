//! Which addresses belong to the internet, and not to a network that only this machine can reach.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether whoever has this address can be anybody's on the internet.
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    not_public(address).is_none()
}

/// What an address is instead of public, in words that follow "leads to"; `None` if it is public.
pub(super) fn not_public(address: IpAddr) -> Option<&'static str> {
    match address {
        IpAddr::V4(address) => not_public_v4(address),
        IpAddr::V6(address) => not_public_v6(address),
    }
}

const fn v4(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr {
    Ipv4Addr::new(a, b, c, d)
}

const fn v6(a: u16, b: u16, c: u16) -> Ipv6Addr {
    Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)
}

const THIS_MACHINE: &str = "this machine";
const PRIVATE: &str = "a private network";
const LINK_LOCAL: &str = "a link-local address, where clouds keep their metadata";
const MULTICAST: &str = "a multicast address";
const RESERVED: &str = "a reserved address";
const EXAMPLES: &str = "a network for documentation";
const BENCHMARKS: &str = "a network for benchmarks";
const EMBEDDED: &str = "an IPv4 address inside an IPv6 address";

/// Every IPv4 network that is not the internet: IANA's registry of special purposes, and one address of Azure that is public
/// by its number and answers, from inside, with the machine's own secrets.
const SPECIAL_V4: &[(Ipv4Addr, u32, &str)] = &[
    (v4(0, 0, 0, 0), 8, THIS_MACHINE),
    (v4(10, 0, 0, 0), 8, PRIVATE),
    (v4(100, 64, 0, 0), 10, "a provider's private network"),
    (v4(127, 0, 0, 0), 8, THIS_MACHINE),
    (v4(168, 63, 129, 16), 32, "a cloud's own service"),
    (v4(169, 254, 0, 0), 16, LINK_LOCAL),
    (v4(172, 16, 0, 0), 12, PRIVATE),
    (v4(192, 0, 0, 0), 24, RESERVED),
    (v4(192, 0, 2, 0), 24, EXAMPLES),
    (v4(192, 88, 99, 0), 24, RESERVED),
    (v4(192, 168, 0, 0), 16, PRIVATE),
    (v4(198, 18, 0, 0), 15, BENCHMARKS),
    (v4(198, 51, 100, 0), 24, EXAMPLES),
    (v4(203, 0, 113, 0), 24, EXAMPLES),
    (v4(224, 0, 0, 0), 4, MULTICAST),
    (v4(240, 0, 0, 0), 4, RESERVED),
];

fn not_public_v4(address: Ipv4Addr) -> Option<&'static str> {
    let is_in = |network: Ipv4Addr, length: u32| (address.to_bits() ^ network.to_bits()) >> (32 - length) == 0;
    SPECIAL_V4.iter().find(|(network, length, _)| is_in(*network, *length)).map(|(.., what)| *what)
}

/// The same for IPv6; the first network that fits speaks. What tunnels carry an IPv4 address (6to4, Teredo) is refused
/// without looking at it: nobody needs them any more, and each hides that address at another place.
const SPECIAL_V6: &[(Ipv6Addr, u32, &str)] = &[
    (Ipv6Addr::UNSPECIFIED, 128, THIS_MACHINE),
    (Ipv6Addr::LOCALHOST, 128, THIS_MACHINE),
    (Ipv6Addr::UNSPECIFIED, 96, EMBEDDED),
    (Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0, 0), 96, EMBEDDED),
    // Where in these the IPv4 address stands is up to whoever runs the translator.
    (v6(0x64, 0xff9b, 1), 48, EMBEDDED),
    (v6(0x100, 0, 0), 64, "a network that discards"),
    (v6(0x2001, 0, 0), 32, EMBEDDED),
    (v6(0x2001, 2, 0), 48, BENCHMARKS),
    (v6(0x2001, 0, 0), 23, RESERVED),
    (v6(0x2001, 0xdb8, 0), 32, EXAMPLES),
    (v6(0x2002, 0, 0), 16, EMBEDDED),
    (v6(0x3fff, 0, 0), 20, EXAMPLES),
    (v6(0xfc00, 0, 0), 7, PRIVATE),
    (v6(0xfe80, 0, 0), 10, LINK_LOCAL),
    (v6(0xfec0, 0, 0), 10, PRIVATE),
    (v6(0xff00, 0, 0), 8, MULTICAST),
];

/// Where a translator of networks without IPv4 puts the IPv4 address: in the last four bytes.
const NAT64: Ipv6Addr = v6(0x64, 0xff9b, 0);

/// All that was ever given to the internet; what is outside it can only be somebody's own.
const GLOBAL: (Ipv6Addr, u32) = (v6(0x2000, 0, 0), 3);

fn not_public_v6(address: Ipv6Addr) -> Option<&'static str> {
    let is_in = |network: Ipv6Addr, length: u32| (address.to_bits() ^ network.to_bits()) >> (128 - length) == 0;
    if is_in(NAT64, 96) {
        // In a network that has IPv6 alone every public IPv4 address looks like this, so the address inside decides.
        let [.., a, b, c, d] = address.octets();
        return not_public_v4(v4(a, b, c, d));
    }
    let special = SPECIAL_V6.iter().find(|(network, length, _)| is_in(*network, *length)).map(|(.., what)| *what);
    special.or_else(|| (!is_in(GLOBAL.0, GLOBAL.1)).then_some(RESERVED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_special_network_is_refused_from_its_first_address_to_its_last_and_not_beyond() {
        for (network, length, what) in SPECIAL_V4 {
            let last = Ipv4Addr::from_bits(network.to_bits() | u32::MAX.checked_shr(*length).unwrap_or(0));
            assert_eq!(not_public_v4(*network), Some(*what), "{network}");
            assert_eq!(not_public_v4(last), Some(*what), "{last}");
        }
        let public = [
            "1.0.0.0",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "168.63.129.15",
            "168.63.129.17",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "191.255.255.255",
            "192.0.1.0",
            "192.0.3.0",
            "192.88.98.255",
            "192.88.100.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "198.51.99.255",
            "198.51.101.0",
            "203.0.112.255",
            "203.0.114.0",
            "223.255.255.255",
            "8.8.8.8",
            "2000::",
            "2600:1f18::1",
            "2a00:1450:4001:82b::200e",
            "2001:200::",
            "2001:db7:ffff::",
            "2001:db9::",
            "2001:4860:4860::8888",
            "2003::",
            "3ffe:ffff::",
            "3fff:1000::",
            "64:ff9b::8.8.8.8",
        ];
        for address in public {
            assert_eq!(not_public(address.parse().unwrap()), None, "{address}");
        }
    }

    #[test]
    fn every_form_of_ipv6_that_is_not_the_internet_is_refused() {
        for (network, length, _) in SPECIAL_V6 {
            let last = Ipv6Addr::from_bits(network.to_bits() | u128::MAX.checked_shr(*length).unwrap_or(0));
            assert!(!is_public(IpAddr::V6(*network)), "{network}");
            assert!(!is_public(IpAddr::V6(last)), "{last}");
        }
        let others = [
            "::ffff:8.8.8.8",
            "::8.8.8.8",
            "::ffff:0:127.0.0.1",
            "64:ff9b::10.0.0.1",
            "64:ff9b::169.254.169.254",
            "64:ff9b:1::8.8.8.8",
            "64:ff9b:2::1",
            "fd00:ec2::254",
            "fd20:ce::254",
            "5f00::1",
            "4000::1",
            "1::",
            "1fff:ffff::",
            "8000::",
            "fbff::1",
            "100:0:0:1::1",
        ];
        for address in others {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }
}
