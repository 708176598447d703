//! The pages as people have them: in Chromium, with a mouse and a keyboard.

use super::{Story, everything::all_pages};
use crate::support::{browser::Browser, chromium::Chromium};

mod access;
mod charts;
mod chime;
mod consent;
mod journey;
mod keyboard;
mod live;
mod pictures;
mod scripts;
mod tables;
mod teams;

/// A window for a desk, in pixels.
const DESK: (u32, u32) = (1400, 1000);

impl Story {
    /// A window in which somebody is signed in; the user is new, and of the default tenant.
    async fn window(&self, email: &str, role: &str, size: (u32, u32)) -> Chromium {
        self.say(&["user", "add", email, "--role", role]);
        self.window_of(email, size).await
    }

    /// A window in which a user is signed in whom there is.
    async fn window_of(&self, email: &str, size: (u32, u32)) -> Chromium {
        let link = self.say(&["user", "link", email, "--sign-in"]);
        let chromium = Chromium::open(self.server.address, size).await;
        chromium.sign_in(link.trim().split_once("/link?token=").unwrap().1).await;
        chromium
    }
}
