//! The traps that break naive parsers, as tables: text → title, employer, seniority, main function.

/// `""` stands for "none".
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

fn check(rows: &[Row]) {
    let mut wrong = Vec::new();
    for &(text, title, employer, seniority, function) in rows {
        let headline = headline::parse(text);
        let main = headline.main();
        let got = (
            main.and_then(|role| role.title.as_deref()).unwrap_or(""),
            main.and_then(|role| role.employer.as_deref()).unwrap_or(""),
            main.and_then(|role| role.seniority).map_or("", headline::Seniority::as_str),
            headline.functions.first().map_or("", |function| function.as_str()),
        );
        if got != (title, employer, seniority, function) {
            wrong.push(format!("{text}\n   got  {got:?}\n   want {:?}", (title, employer, seniority, function)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn words_inside_of_words() {
    check(&[
        ("Director at Example", "Director", "Example", "director", ""),
        ("Scooter mechanic", "Scooter mechanic", "", "individual", "engineering"),
        ("International Trade Specialist", "International Trade Specialist", "", "individual", ""),
        ("Internal Auditor", "Internal Auditor", "", "individual", "accounting"),
        ("Vice President Marketing", "Vice President Marketing", "", "vp", "marketing"),
        ("Vizepräsident Vertrieb", "Vizepräsident Vertrieb", "", "vp", "sales"),
    ]);
}

#[test]
fn a_subject_in_two_letters_before_a_noun_of_rank() {
    check(&[
        ("IT Director", "IT Director", "", "director", "information_technology"),
        ("IT Manager", "IT Manager", "", "manager", "information_technology"),
        ("IT-Manager bei Beispiel GmbH", "IT-Manager", "Beispiel GmbH", "manager", "information_technology"),
        ("Global IT Director at X", "Global IT Director", "X", "director", "information_technology"),
        ("Senior IT Manager", "Senior IT Manager", "", "manager", "information_technology"),
        ("IT Director at Adentris | Team builder", "IT Director", "Adentris", "director", "information_technology"),
        ("IT Project Manager", "IT Project Manager", "", "manager", "program_and_project_management"),
    ]);
}

#[test]
fn titles_of_other_people() {
    check(&[
        ("Assistant to the CEO", "Assistant to the CEO", "", "entry", "administrative"),
        ("Executive Assistant to CFO at Example", "Executive Assistant to CFO", "Example", "entry", "administrative"),
        ("Assistentin des Vorstands", "Assistentin des Vorstands", "", "entry", "administrative"),
        ("Helping CEOs scale", "", "", "", ""),
        ("I help CTOs sleep at night", "", "", "", ""),
        ("CEO coach", "CEO coach", "", "individual", "consulting"),
    ]);
}

#[test]
fn roles_that_are_over_or_not_begun() {
    check(&[
        ("Former CFO at Example", "", "", "", "finance"),
        ("ex-Example", "", "", "", ""),
        ("Ex-CTO at Example | Advisor", "Advisor", "", "individual", "consulting"),
        ("Aspiring UX Designer", "", "", "", "arts_and_design"),
        ("Seeking opportunities in procurement", "", "", "", "purchasing"),
        ("VP Eng @ Example | ex-Muster", "VP Eng", "Example", "vp", "engineering"),
        ("Ehemalige Geschäftsführerin | Beraterin", "Beraterin", "", "individual", "consulting"),
    ]);
}

#[test]
fn titles_that_mislead() {
    check(&[
        ("Account Executive at Example", "Account Executive", "Example", "individual", "sales"),
        ("Chief of Staff", "Chief of Staff", "", "manager", "operations"),
        ("Product Manager", "Product Manager", "", "manager", "product_management"),
        ("Product Owner", "Product Owner", "", "individual", "product_management"),
        ("Product Marketing Manager", "Product Marketing Manager", "", "manager", "marketing"),
        ("Director of Photography", "Director of Photography", "", "senior", "arts_and_design"),
        ("Managing Partner", "Managing Partner", "", "partner", "business_development"),
        ("HR Business Partner", "HR Business Partner", "", "individual", "human_resources"),
        ("Partner Manager", "Partner Manager", "", "manager", "business_development"),
        ("Staff Accountant", "Staff Accountant", "", "individual", "accounting"),
        ("Staff Engineer", "Staff Engineer", "", "senior", "engineering"),
        ("Art Director", "Art Director", "", "senior", "arts_and_design"),
        ("Student Success Manager", "Student Success Manager", "", "manager", "education"),
        ("Head Nurse", "Head Nurse", "", "manager", "healthcare_services"),
        ("CRO designer", "CRO designer", "", "individual", "arts_and_design"),
    ]);
}

#[test]
fn several_roles_and_employers() {
    check(&[
        ("Sound Designer | Co-Founder @Example", "Co-Founder", "Example", "owner", "entrepreneurship"),
        ("Design Director @ Example | UX", "Design Director", "Example", "director", "arts_and_design"),
        ("CMO @ Example | Board Member @ Muster", "CMO", "Example", "cxo", "marketing"),
        ("Brand @ Example | Designer", "Designer", "Example", "individual", "arts_and_design"),
        ("CTO at Example / Co-Founder of Muster", "Co-Founder", "Muster", "owner", "entrepreneurship"),
        ("Design @ Example", "", "Example", "", "arts_and_design"),
        ("Animation | Branding", "", "", "", "arts_and_design"),
    ]);
}

#[test]
fn employers_end_where_they_end() {
    check(&[
        ("CFO at Example, Inc.", "CFO", "Example, Inc.", "cxo", "finance"),
        ("Lawyer at Hart, Bloom & Vale LLP", "Lawyer", "Hart, Bloom & Vale LLP", "individual", "legal"),
        ("Recruiter at Example in Berlin", "Recruiter", "Example", "individual", "human_resources"),
        ("Nurse at Example Hospital, London", "Nurse", "Example Hospital", "individual", "healthcare_services"),
        ("Buyer at Example (Interim)", "Buyer", "Example", "individual", "purchasing"),
        ("Buyer at Example™ 🚀", "Buyer", "Example", "individual", "purchasing"),
        ("Writer at Example.io — stories", "Writer", "Example.io", "individual", "media_and_communication"),
        ("Buyer - Example GmbH", "Buyer", "Example GmbH", "individual", "purchasing"),
        ("Inhaber Café Muster", "Inhaber", "Café Muster", "owner", "entrepreneurship"),
        ("Muster GmbH | Geschäftsführer", "Geschäftsführer", "Muster GmbH", "cxo", "operations"),
        ("Developer at Freelance", "Developer", "", "individual", "engineering"),
    ]);
}

#[test]
fn scope_stays_after_a_comma_and_goes_after_a_dash() {
    check(&[
        ("VP, Credit Risk", "VP, Credit Risk", "", "vp", "finance"),
        ("Sales Director, EMEA at Example", "Sales Director, EMEA", "Example", "director", "sales"),
        ("Sales Director - EMEA", "Sales Director", "", "director", "sales"),
        ("Director – Procurement @ Example", "Director", "Example", "director", "purchasing"),
    ]);
}

#[test]
fn signs_and_spelling() {
    check(&[
        ("", "", "", "", ""),
        ("--", "", "", "", ""),
        ("my profile", "", "", "", ""),
        ("HEAD OF PURCHASING AT EXAMPLE", "HEAD OF PURCHASING", "EXAMPLE", "director", "purchasing"),
        ("✨Recruiter✨ | 💼 Talent", "Recruiter", "", "individual", "human_resources"),
        ("• Buyer • Logistics", "Buyer", "", "individual", "purchasing"),
        ("𝗛𝗲𝗮𝗱 𝗼𝗳 𝗦𝗮𝗹𝗲𝘀 at Example", "Head of Sales", "Example", "director", "sales"),
        ("GeschÃ¤ftsfÃ¼hrer bei Muster", "Geschäftsführer", "Muster", "cxo", "operations"),
        ("Buyer w/ Example", "Buyer", "Example", "individual", "purchasing"),
        ("C.E.O. at Example", "C.E.O.", "Example", "cxo", "operations"),
        ("Buyer I Negotiator I Example GmbH", "Buyer", "", "individual", "purchasing"),
    ]);
}

#[test]
fn short_forms() {
    check(&[
        ("RevOps @ Example", "", "Example", "", "operations"),
        ("DevRel Lead", "DevRel Lead", "", "senior", "marketing"),
        ("SRE", "SRE", "", "individual", "engineering"),
        ("CISO", "CISO", "", "cxo", "information_technology"),
        ("CRO", "CRO", "", "cxo", "sales"),
        ("Dir. of Finance", "Dir. of Finance", "", "director", "finance"),
        ("Sr. Mktg Mgr", "Sr. Mktg Mgr", "", "manager", "marketing"),
    ]);
}

#[test]
fn eight_languages() {
    check(&[
        ("Leiter Einkauf bei Muster AG", "Leiter Einkauf", "Muster AG", "director", "purchasing"),
        ("Werkstudentin Vertrieb", "Werkstudentin Vertrieb", "", "training", "sales"),
        ("Vertriebsleiterin bei der Muster GmbH", "Vertriebsleiterin", "Muster GmbH", "director", "sales"),
        ("Directrice artistique chez Exemple", "Directrice artistique", "Exemple", "senior", "arts_and_design"),
        ("Directrice générale chez Exemple", "Directrice générale", "Exemple", "cxo", "operations"),
        ("Responsable achats", "Responsable achats", "", "manager", "purchasing"),
        ("Jefa de compras en Ejemplo", "Jefa de compras", "Ejemplo", "manager", "purchasing"),
        ("Diretora de TI na Exemplo", "Diretora de TI", "Exemplo", "director", "information_technology"),
        ("Amministratrice delegata presso Esempio", "Amministratrice delegata", "Esempio", "cxo", "operations"),
        ("Hoofd Inkoop bij Voorbeeld", "Hoofd Inkoop", "Voorbeeld", "director", "purchasing"),
        ("Försäljningschef hos Exempel", "Försäljningschef", "Exempel", "manager", "sales"),
        ("VD på Exempel AB", "VD", "Exempel AB", "cxo", "operations"),
        ("Leiter:in Einkauf", "Leiter:in Einkauf", "", "director", "purchasing"),
        ("Chargé(e) de recrutement", "Chargé(e) de recrutement", "", "individual", "human_resources"),
    ]);
}
