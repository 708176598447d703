//! The names of cookies that LinkedIn is known to set.

/// The session itself.
pub(super) const LI_AT: &str = "li_at";
/// What the token against forged requests is made of.
pub(super) const JSESSIONID: &str = "JSESSIONID";
/// The browser, as LinkedIn tells it from others.
pub(super) const BCOOKIE: &str = "bcookie";

/// The names that may be shown and stored in the clear, those that matter first.
///
/// A list, and not any name that looks harmless: where a field of an export was lost, a value stands in the place of a name,
/// and no rule tells the two apart for certain.
const KNOWN: &[&str] = &[
    LI_AT,
    JSESSIONID,
    BCOOKIE,
    "bscookie",
    "lidc",
    "liap",
    "li_a",
    "li_rm",
    "li_mc",
    "li_gc",
    "li_gp",
    "li_ep_auth_context",
    "li_cu",
    "li_er",
    "li_fat_id",
    "li_giant",
    "li_odapfcc",
    "li_sugr",
    "li_alerts",
    "li_theme",
    "li_theme_set",
    "lang",
    "timezone",
    "fid",
    "fcookie",
    "ccookie",
    "chp_token",
    "dfpfpt",
    "sdui_ver",
    "lror",
    "visit",
    "sl",
    "rtc",
    "g_state",
    "UserMatchHistory",
    "AnalyticsSyncHistory",
    "AMCV_14215E3D5995C57C0A495C55%40AdobeOrg",
    "AMCVS_14215E3D5995C57C0A495C55%40AdobeOrg",
    "aam_uuid",
    "lms_ads",
    "lms_analytics",
    "ln_or",
    "oribi_user_guid",
    "oribili_user_guid",
    "transaction_state",
    "recent_history",
    "spectroscopyId",
    "ABSELB",
    "brwsr",
    "PLAY_LANG",
    "PLAY_SESSION",
    "lil-lang",
    "lss_bundle_viewer",
    "_guid",
    "_gcl_au",
    "_ga",
    "_gid",
    "_uetsid",
    "_uetvid",
    "_pxvid",
    "_px3",
    "__cf_bm",
    "__cflb",
    "gpv_pn",
    "s_cc",
    "s_ips",
    "s_ppv",
    "s_sq",
    "s_tp",
    "s_tslv",
    "s_plt",
    "s_pltp",
];

/// The name as ours, which can hold nothing of the input.
pub(super) fn known(name: &str) -> Option<&'static str> {
    KNOWN.iter().copied().find(|known| *known == name)
}

/// Whether a name says that its cookie is LinkedIn's, where no domain does. Many sites have a `lang` or a `JSESSIONID`.
pub(super) fn is_telling(name: &str, value: &str) -> bool {
    match name {
        JSESSIONID => value.contains("ajax:"),
        BCOOKIE | "bscookie" | "lidc" | "liap" => true,
        _ => name.starts_with("li_") && known(name).is_some(),
    }
}
