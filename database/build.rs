//! Embeds the SQL of this folder, so that the binary can deploy it anywhere.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

#[expect(clippy::disallowed_methods, reason = "cargo speaks to build scripts through the environment")]
fn main() -> Result<(), Box<dyn Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let mut files = Vec::new();
    for name in ["schema.sql", "reference.sql", "app.sql", "drop_app.sql"] {
        files.push(name.to_owned());
    }
    for folder in ["migrations", "prototype", "comments", "app"] {
        // The folder itself is watched too, so that a new file is seen.
        println!("cargo::rerun-if-changed={root}/{folder}");
        for entry in fs::read_dir(Path::new(&root).join(folder))? {
            let path = entry?.path();
            if path.extension().is_some_and(|end| end == "sql") {
                let name = path.file_name().and_then(|name| name.to_str()).ok_or("a file name is not UTF-8")?;
                files.push(format!("{folder}/{name}"));
            }
        }
    }
    files.sort();
    let mut code = String::from(
        "/// The SQL files of this folder by their path, sorted.\npub(crate) static FILES: &[(&str, &str)] = &[\n",
    );
    for file in files {
        println!("cargo::rerun-if-changed={root}/{file}");
        writeln!(code, "    ({file:?}, include_str!({:?})),", format!("{root}/{file}"))?;
    }
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("files.rs"), code)?;
    Ok(())
}
