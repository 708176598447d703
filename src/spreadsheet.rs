//! Files for spreadsheets.

use std::io::Write;

use crate::error::Error;

/// Rows under a header, as CSV that no spreadsheet takes for formulas.
///
/// # Errors
/// When it cannot be written.
pub fn write(to: impl Write, header: &[&str], rows: &[Vec<String>]) -> Result<(), Error> {
    let problem = |error: csv::Error| Error::Internal(error.into());
    let mut writer = csv::Writer::from_writer(to);
    writer.write_record(header).map_err(problem)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(problem)?;
    }
    writer.flush()?;
    Ok(())
}

const FORMULAS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '|', '%', '＝', '＋', '－', '＠'];

/// A cell that no spreadsheet takes for a formula.
#[must_use]
pub fn harmless(cell: &str) -> String {
    if is_suspicious(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell as it was before it was made harmless.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_suspicious(rest)).unwrap_or(cell)
}

/// Whether a cell begins as a formula does.  One that begins with marks of our own before that counts as well, so that every cell
/// can be read back as it was.
fn is_suspicious(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULAS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_exported_is_a_formula() {
        let mut written = Vec::new();
        let rows = ["=1+1", "+49", "-x", "@a", "Ada, \"B\"", "\tx", "＝1"].map(|cell| vec![cell.to_owned()]);
        write(&mut written, &["email"], &rows).unwrap();
        let text = String::from_utf8(written).unwrap();
        assert_eq!(text, "email\n'=1+1\n'+49\n'-x\n'@a\n\"Ada, \"\"B\"\"\"\n'\tx\n'＝1\n");
    }
    #[test]
    fn a_cell_can_be_read_back_as_it_was() {
        for cell in ["=1", "'=1", "''=1", "'x", "x", "", "'", "-7", "＝1", "a=b"] {
            assert_eq!(unguarded(&harmless(cell)), cell);
            assert!(!harmless(cell).starts_with(FORMULAS), "{cell}");
        }
    }
}
