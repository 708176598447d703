//! What pages look like: files that are part of the program, each under a name that holds the hash of its bytes, so that a browser
//! keeps it for good and a new version has another name.

use std::sync::LazyLock;

use axum::{
    Router,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use sha2::{Digest as _, Sha256};

use crate::hooks::signature::to_hex;

struct Asset {
    name: String,
    kind: &'static str,
    bytes: &'static [u8],
}

static STYLE: LazyLock<Asset> =
    LazyLock::new(|| named("rapport", "css", "text/css; charset=utf-8", include_bytes!("../../assets/rapport.css")));

fn named(stem: &str, ending: &str, kind: &'static str, bytes: &'static [u8]) -> Asset {
    let hash = to_hex(&Sha256::digest(bytes)[..8]);
    Asset { name: format!("{stem}.{hash}.{ending}"), kind, bytes }
}

/// Where the style of the pages is.
pub(super) fn style() -> String {
    format!("/assets/{}", STYLE.name)
}

pub(super) fn router() -> Router {
    Router::new().route("/assets/{name}", get(asset))
}

async fn asset(Path(name): Path<String>) -> Response {
    let Some(asset) = [&*STYLE].into_iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, asset.bytes).into_response()
}
