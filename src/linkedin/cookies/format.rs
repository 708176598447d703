//! The forms in which cookies are handed over.

use std::fmt;

/// Where a jar came from. [`name`](Self::name) is what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// JSON of the browser extension Cookie-Editor, and of tools that copied its keys.
    CookieEditor,
    /// JSON of the browser extension EditThisCookie.
    EditThisCookie,
    /// Playwright's `storageState`, which has `origins` next to the cookies.
    PlaywrightStorageState,
    /// The list that Playwright's `context.cookies()` gives.
    PlaywrightCookies,
    /// The list that Puppeteer's `page.cookies()` gives.
    Puppeteer,
    /// The list that Selenium's `get_cookies()` gives.
    Selenium,
    /// A list inside an object: `{"url": …, "cookies": […]}` or `{"data": […]}`.
    WrappedList,
    /// A list of objects with name and value, without the keys that tell its maker.
    JsonList,
    /// `{"li_at": "…", "JSESSIONID": "…"}`.
    FlatMap,
    /// `li_at=…; JSESSIONID=…`, as a browser sends it, or as Cookie-Editor exports it.
    HeaderString,
    /// A command that was copied with "Copy as cURL".
    CurlCommand,
    /// `cookies.txt`: seven fields a line.
    Netscape,
    /// The value of li_at and nothing else.
    LiAtOnly,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 13] = [
        Self::CookieEditor,
        Self::EditThisCookie,
        Self::PlaywrightStorageState,
        Self::PlaywrightCookies,
        Self::Puppeteer,
        Self::Selenium,
        Self::WrappedList,
        Self::JsonList,
        Self::FlatMap,
        Self::HeaderString,
        Self::CurlCommand,
        Self::Netscape,
        Self::LiAtOnly,
    ];

    /// The name that is stored with a jar, which never changes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CookieEditor => "cookie_editor",
            Self::EditThisCookie => "edit_this_cookie",
            Self::PlaywrightStorageState => "playwright_storage_state",
            Self::PlaywrightCookies => "playwright_cookies",
            Self::Puppeteer => "puppeteer",
            Self::Selenium => "selenium",
            Self::WrappedList => "wrapped_list",
            Self::JsonList => "json_list",
            Self::FlatMap => "flat_map",
            Self::HeaderString => "header_string",
            Self::CurlCommand => "curl_command",
            Self::Netscape => "netscape",
            Self::LiAtOnly => "li_at_only",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
