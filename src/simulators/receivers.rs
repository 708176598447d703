//! Receivers of webhooks, which simulators call on this machine only: nobody else should hear of invented people, and nobody
//! can make a simulator call them.

use std::{net::IpAddr, time::Duration};

use url::{Host, Url};

use crate::http::{Client, Options};

/// What calls the receiver at an address, with a limit for the whole call, and the address.
///
/// # Errors
/// In words, where it is not on this machine.
pub(super) fn client(address: &str, time: Duration) -> Result<(Client, Url), String> {
    let url = Url::parse(address).map_err(|error| error.to_string())?;
    let is_here = match url.host() {
        Some(Host::Ipv4(ip)) => IpAddr::from(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::from(ip).is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    if !is_here || !matches!(url.scheme(), "http" | "https") {
        return Err("the simulator calls receivers on this machine only".to_owned());
    }
    let options = Options {
        allowed: url.origin().ascii_serialization().parse()?,
        authorities: Some(Vec::new()),
        total_timeout: time,
        idle_timeout: time,
        ..Options::default()
    };
    Ok((Client::new(options).map_err(|error| error.to_string())?, url))
}
