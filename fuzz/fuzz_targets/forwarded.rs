//! Reads arbitrary bytes as what stands in X-Forwarded-For, each line a header.  What our own proxy has added at the end is believed,
//! whatever stands before it.
#![no_main]

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::http::{HeaderMap, HeaderValue};
use libfuzzer_sys::fuzz_target;
use rapport::serve::peer::{Proxies, Proxy};

fuzz_target!(|bytes: &[u8]| {
    let proxy: Proxy = "10.0.0.0/8".parse().expect("a network");
    let proxies: Proxies = [proxy].into_iter().collect();
    let mut headers = HeaderMap::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        if let Ok(value) = HeaderValue::from_bytes(line) {
            headers.append("x-forwarded-for", value);
        }
    }
    let ours = SocketAddr::from(([10, 0, 0, 7], 80));
    let stranger = SocketAddr::from(([203, 0, 113, 9], 4711));
    assert_eq!(proxies.peer(stranger, &headers).0, stranger.ip(), "a stranger is whoever they are");
    let _ = proxies.way(ours, &headers);
    let _ = proxies.peer(ours, &headers);
    headers.append("x-forwarded-for", HeaderValue::from_static("198.51.100.1"));
    assert_eq!(proxies.peer(ours, &headers).0, IpAddr::V4(Ipv4Addr::new(198, 51, 100, 1)));
});
