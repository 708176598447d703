//! `rapport headline`: what headlines say, one JSON object for each line of stdin.

use std::io::{BufRead as _, BufWriter, Write as _};

use serde_json::json;

use crate::{error::Error, model::imports::stage};

/// Runs `rapport headline`.
///
/// # Errors
/// When stdin or stdout fails.
pub fn run() -> Result<(), Error> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        // Bytes that are no UTF-8 become replacement characters: a list of headlines is read to its end.
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\n', '\r']);
        let read = headline::parse(text);
        let main = read.main();
        let value = json!({
            "text": text,
            "title": main.and_then(|role| role.title.as_deref()),
            "employer": main.and_then(|role| role.employer.as_deref()),
            "seniority": main.and_then(|role| role.seniority).map(headline::Seniority::as_str),
            "functions": stage::functions(&read),
            "confidence": main.map(|role| (f64::from(role.confidence) * 100.0).round() / 100.0),
            "lang": read.lang.map(headline::Lang::as_str),
        });
        serde_json::to_writer(&mut out, &value).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
        line.clear();
    }
    out.flush()?;
    Ok(())
}
