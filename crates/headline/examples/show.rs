//! Prints what the parser makes of each line of standard input: `cargo run -p headline --example show < headlines.txt`

use std::io::BufRead as _;

fn main() -> std::io::Result<()> {
    for line in std::io::stdin().lock().lines() {
        let text = line?;
        let headline = headline::parse(&text);
        println!("{text}");
        let main = headline.main();
        for role in &headline.roles {
            let mark = if main.is_some_and(|main| std::ptr::eq(main, role)) { "→" } else { " " };
            let state = if role.current { "" } else { " (not current)" };
            println!(
                "  {mark} {} @ {} | {} | {:?} | {:.2}{state}",
                role.title.as_deref().unwrap_or("–"),
                role.employer.as_deref().unwrap_or("–"),
                role.seniority.map_or("–", headline::Seniority::as_str),
                role.functions,
                role.confidence
            );
        }
        println!("    {:?} {:?} {:.2}", headline.functions, headline.lang, headline.confidence);
    }
    Ok(())
}
