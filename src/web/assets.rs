//! What pages look like and work with: files that are part of the program, each under a name that holds the hash of its bytes, so
//! that a browser keeps it for good and a new version has another name.

use std::{io::Write as _, sync::LazyLock};

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest as _, Sha256};

use crate::hooks::signature::to_hex;

struct Asset {
    name: String,
    kind: &'static str,
    bytes: &'static [u8],
    /// The same, smaller, made once and as small as it gets; none where it would be no smaller.
    zipped: Option<Vec<u8>>,
}

static STYLE: LazyLock<Asset> =
    LazyLock::new(|| named("rapport", "css", "text/css; charset=utf-8", include_bytes!("../../assets/rapport.css")));

fn named(stem: &str, ending: &str, kind: &'static str, bytes: &'static [u8]) -> Asset {
    let hash = to_hex(&Sha256::digest(bytes)[..8]);
    let mut zip = GzEncoder::new(Vec::new(), Compression::best());
    let zipped = zip.write_all(bytes).and_then(|()| zip.finish()).ok().filter(|zipped| zipped.len() < bytes.len());
    Asset { name: format!("{stem}.{hash}.{ending}"), kind, bytes, zipped }
}

/// Where the style of the pages is.
pub(super) fn style() -> String {
    format!("/assets/{}", STYLE.name)
}

pub(super) fn router() -> Router {
    Router::new().route("/assets/{name}", get(asset))
}

async fn asset(Path(name): Path<String>, asked: HeaderMap) -> Response {
    let Some(asset) = [&*STYLE].into_iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::VARY, "accept-encoding"),
    ];
    let Some(zipped) = asset.zipped.as_deref().filter(|_| takes_gzip(&asked)) else {
        return (headers, asset.bytes).into_response();
    };
    let mut response = (headers, zipped).into_response();
    response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    response
}

/// Whether somebody reads gzip; whoever says that they do not want it may have a reason.
fn takes_gzip(asked: &HeaderMap) -> bool {
    let codings = asked.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
    codings.flat_map(|value| value.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let is_refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
        name.trim().eq_ignore_ascii_case("gzip") && !is_refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(value: &str) -> bool {
        takes_gzip(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, value.parse().unwrap())]))
    }

    #[test]
    fn gzip_is_for_whoever_says_so() {
        assert!(takes("gzip") && takes("br, GZIP;q=0.5") && takes("deflate,gzip"));
        assert!(!takes("") && !takes("br") && !takes("gzip;q=0") && !takes("gzip; q=0.0") && !takes("xgzip"));
        assert!(!takes_gzip(&HeaderMap::new()));
    }
}
