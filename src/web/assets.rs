//! What pages look like and work with: files that are part of the program, each under a name that holds the hash of its bytes, so
//! that a browser keeps it for good and a new version has another name.

use std::{io::Write as _, sync::OnceLock};

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
    stem: &'static str,
    ending: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
    /// With the hash, once somebody has asked for it.
    name: OnceLock<String>,
    /// The same, smaller, once somebody has asked for it, and then as small as it gets; none where it would be no smaller.
    zipped: OnceLock<Option<Vec<u8>>>,
}

const SCRIPT: &str = "text/javascript; charset=utf-8";
const SHEET: &str = "text/css; charset=utf-8";

macro_rules! asset {
    ($stem:literal, $ending:literal, $kind:expr, $path:literal) => {
        Asset {
            stem: $stem,
            ending: $ending,
            kind: $kind,
            bytes: include_bytes!(concat!("../../assets/", $path)),
            name: OnceLock::new(),
            zipped: OnceLock::new(),
        }
    };
}

static STYLE: Asset = asset!("rapport", "css", SHEET, "rapport.css");
static CODE: Asset = asset!("rapport", "js", SCRIPT, "rapport.js");
static TABLER: Asset = asset!("tabler", "css", SHEET, "vendor/tabler.min.css");
static HTMX: Asset = asset!("htmx", "js", SCRIPT, "vendor/htmx.min.js");
static ECHARTS: Asset = asset!("echarts", "js", SCRIPT, "vendor/echarts.common.min.js");
static IDIOMORPH: Asset = asset!("idiomorph", "js", SCRIPT, "vendor/idiomorph.min.js");
static FULLCALENDAR: Asset = asset!("fullcalendar", "js", SCRIPT, "vendor/fullcalendar.global.min.js");
static ICONS: Asset = asset!("icons", "svg", "image/svg+xml", "vendor/icons.svg");

static ALL: [&Asset; 8] = [&STYLE, &CODE, &TABLER, &HTMX, &IDIOMORPH, &ECHARTS, &FULLCALENDAR, &ICONS];

impl Asset {
    fn name(&self) -> &str {
        self.name.get_or_init(|| {
            let hash = to_hex(&Sha256::digest(self.bytes)[..8]);
            format!("{}.{hash}.{}", self.stem, self.ending)
        })
    }

    fn url(&self) -> String {
        format!("/assets/{}", self.name())
    }

    fn zipped(&self) -> Option<&[u8]> {
        let zip = || {
            let mut zip = GzEncoder::new(Vec::new(), Compression::best());
            let zipped = zip.write_all(self.bytes).and_then(|()| zip.finish()).ok();
            zipped.filter(|zipped| zipped.len() < self.bytes.len())
        };
        self.zipped.get_or_init(zip).as_deref()
    }
}

/// Where the style of our own is.
pub(super) fn style() -> String {
    STYLE.url()
}

/// Where the script of our own is.
pub(super) fn script() -> String {
    CODE.url()
}

/// Where Tabler's style is, on which ours is built.
pub(super) fn tabler() -> String {
    TABLER.url()
}

/// Where htmx is, for pages of which a part changes.
pub(super) fn htmx() -> String {
    HTMX.url()
}

/// Where the charts are, which our script fetches for pages that have one.
pub(super) fn echarts() -> String {
    ECHARTS.url()
}

/// Where the calendar is, which our script fetches for the page that has one.
pub(super) fn fullcalendar() -> String {
    FULLCALENDAR.url()
}

/// Where what takes over the parts of a page that have changed is, which our script fetches when something has.
pub(super) fn idiomorph() -> String {
    IDIOMORPH.url()
}

/// Where the icons are.
pub(super) fn icons() -> String {
    ICONS.url()
}

pub(super) fn router() -> Router {
    Router::new().route("/assets/{name}", get(asset))
}

async fn asset(Path(name): Path<String>, asked: HeaderMap) -> Response {
    let Some(asset) = ALL.into_iter().find(|asset| asset.name() == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::VARY, "accept-encoding"),
    ];
    if !takes_gzip(&asked) {
        return (headers, asset.bytes).into_response();
    }
    // The first time it takes a while, in which nobody else is to wait.
    if asset.zipped.get().is_none() {
        drop(tokio::task::spawn_blocking(|| asset.zipped().is_some()).await);
    }
    let Some(zipped) = asset.zipped() else { return (headers, asset.bytes).into_response() };
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
    use std::{collections::BTreeSet, fs, path::Path};

    use serde::Deserialize;

    use super::*;

    /// What is said of the files of others.
    #[derive(Deserialize)]
    struct Vendored {
        file: Vec<File>,
    }

    #[derive(Deserialize)]
    struct File {
        name: String,
        sha256: String,
        licences: Vec<String>,
    }

    #[test]
    fn every_file_of_others_is_the_one_that_is_written_down() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/vendor");
        let vendored: Vendored = toml::from_str(&fs::read_to_string(folder.join("vendor.toml")).unwrap()).unwrap();
        let mut named = BTreeSet::from(["vendor.toml".to_owned()]);
        for file in vendored.file {
            let bytes = fs::read(folder.join(&file.name)).unwrap();
            assert_eq!(to_hex(&Sha256::digest(&bytes)), file.sha256, "{}", file.name);
            assert!(ALL.iter().any(|asset| asset.bytes == bytes), "nobody can ask for {}", file.name);
            named.extend(file.licences);
            named.insert(file.name);
        }
        let there = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert_eq!(there.collect::<BTreeSet<_>>(), named);
    }

    #[tokio::test]
    async fn what_is_asked_for_is_zipped_once_and_the_same_for_all() {
        for all in &ALL {
            let whole = asset(axum::extract::Path(all.name().to_owned()), HeaderMap::new()).await;
            assert_eq!(whole.status(), StatusCode::OK);
            assert!(!whole.headers().contains_key(header::CONTENT_ENCODING), "{}", all.name());
        }
        let asked = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"))]);
        for _ in 0..2 {
            let answer = asset(axum::extract::Path(STYLE.name().to_owned()), asked.clone()).await;
            assert_eq!(answer.headers()[header::CONTENT_ENCODING], "gzip");
            let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            let mut text = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&*bytes), &mut text).unwrap();
            assert_eq!(text, STYLE.bytes);
        }
        let nothing = asset(axum::extract::Path("rapport.0000000000000000.css".to_owned()), asked).await;
        assert_eq!(nothing.status(), StatusCode::NOT_FOUND);
    }

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
