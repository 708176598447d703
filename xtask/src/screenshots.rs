//! Pictures of every page of the demo, for whoever looks at what they look like.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::{
    ci::{cargo_command, finish},
    server,
};

/// What takes them is beside the tests that drive a browser, since it needs what those have; it is none of them.
const TEST: &str = "pages::in_chromium::pictures::of_every_page";

/// Takes the pictures: `--out DIR` says where to, `--only PATH` of which pages, and `--fresh` makes the demo's data anew first.
pub fn take(args: &[String]) -> Result<()> {
    let mut out = server::root().join("target/pictures/png");
    let (mut only, mut is_fresh) = (String::new(), false);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("{arg} needs a value"));
        match arg.as_str() {
            "--out" => out = std::path::absolute(PathBuf::from(value()?))?,
            "--only" => only.clone_from(value()?),
            "--fresh" => is_fresh = true,
            other => bail!("{other} is none of --out DIR, --only PATH and --fresh"),
        }
    }
    let mut command = cargo_command();
    command.args(["test", "--workspace", "--quiet", "--test", "it", "--", "--ignored", "--exact", TEST]);
    command.env("RAPPORT_PICTURES", &out).env("RAPPORT_PICTURES_ONLY", only);
    if is_fresh {
        command.env("RAPPORT_PICTURES_FRESH", "yes");
    }
    finish(&mut command)?;
    eprintln!("the pictures are in {}", out.display());
    Ok(())
}
