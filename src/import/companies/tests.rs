use serde_json::json;

use super::super::{Options, Outcome, Reader};
use super::*;

fn companies(bytes: &[u8]) -> (Format, Vec<Company>) {
    let mut reader = Reader::open(bytes, &Options::default()).unwrap();
    let companies = (&mut reader).map(|outcome| match outcome.unwrap() {
        Outcome::Record { record: Record::Company(company), .. } => *company,
        other => panic!("{other:?}"),
    });
    let companies = companies.collect();
    (reader.format(), companies)
}

fn refusal(format: Format, value: &Value) -> String {
    match read(format, value) {
        Ok(Verdict::Skip(reason, _)) => reason.name().to_owned(),
        Ok(_) => panic!("it was read"),
        Err(bad) => format!("{}: {}", bad.column.unwrap_or_default(), bad.reason),
    }
}

#[test]
fn harvestapi_gives_number_slug_band_and_head_office() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/harvestapi_company.json");
    let (format, companies) = companies(&std::fs::read(path).unwrap());
    assert_eq!((format, companies.len()), (Format::HarvestapiCompanies, 2));
    let first = &companies[0];
    assert_eq!(first.key, CompanyKey { id: Some("90000001".into()), slug: Some("nebulosa-fict".into()) });
    assert_eq!(
        (first.name.as_str(), first.industry.as_deref(), first.size_band),
        ("Nebulosa Fict", Some("Software Development"), Some("51-200"))
    );
    assert_eq!(
        (first.domain.as_deref(), first.location.as_deref(), first.country.as_deref()),
        (Some("nebulosa.example"), Some("Milan, Italy"), Some("IT"))
    );
    assert_eq!(
        (first.extra["founded"].as_i64(), first.extra["specialities"].clone()),
        (Some(2012), json!(["Platforms"]))
    );
    assert_eq!((companies[1].size_band, companies[1].extra["employees"].as_i64()), (Some("10001+"), Some(16_985)));
}

#[test]
fn newer_runs_write_industries_as_objects() {
    let value = json!([{"universalName": "a", "name": "A", "industries": [{"name": "Banking"}], "employeeCountRange": {"start": 0, "end": 1}}]);
    let (_, companies) = companies(&serde_json::to_vec(&value).unwrap());
    assert_eq!((companies[0].industry.as_deref(), companies[0].size_band), (Some("Banking"), Some("1")));
}

#[test]
fn dev_fusion_gives_a_page_and_a_range() {
    let csv = "companyName,industry,website,linkedinUrl,employeeCount,foundingYear,headquarters,followerCount\n\
        Nebulosa Fict,Computer Software,https://www.nebulosa.example/home,https://www.linkedin.com/company/nebulosa-fict/,51-200,2012,\"Milan, Italy\",12\n";
    let (format, companies) = companies(csv.as_bytes());
    let company = &companies[0];
    assert_eq!(
        (format, company.size_band, company.domain.as_deref()),
        (Format::DevFusionCompanies, Some("51-200"), Some("nebulosa.example"))
    );
    assert_eq!((company.key.slug.as_deref(), company.country_name.as_deref()), (Some("nebulosa-fict"), Some("Italy")));
}

#[test]
fn what_is_no_company_is_refused_with_a_reason() {
    let of = |value: Value| refusal(Format::HarvestapiCompanies, &value);
    assert_eq!(of(json!({"name": "A"})), ": there is neither the address nor the id of a company's page");
    assert_eq!(of(json!({"universalName": "a"})), "name: the company has no name");
    assert_eq!(of(json!({"error": "Company not found"})), "not_found");
    assert_eq!(
        of(json!({"name": "A", "linkedinUrl": "https://www.linkedin.com/in/ada"})),
        "linkedinUrl: the address is that of a person and not of a company"
    );
    assert_eq!(
        of(json!({"name": "A", "linkedinUrl": "https://www.linkedin.com/search/results/all/?keywords=A"})),
        ": there is neither the address nor the id of a company's page"
    );
    assert_eq!(
        of(json!({"name": "x".repeat(501), "universalName": "a"})),
        "name: the text is longer than 500 characters"
    );
}

#[test]
fn a_size_is_read_as_anybody_writes_it() {
    for (text, band) in [
        ("51-200", Some("51-200")),
        ("51 - 200 employees", Some("51-200")),
        ("1,001-5,000", Some("1001-5000")),
        ("10001+", Some("10001+")),
        ("10,001+ employees", Some("10001+")),
        ("0-1", Some("1")),
        ("1-10", Some("2-10")),
        ("2-10", Some("2-10")),
        ("1", Some("1")),
        ("130", Some("51-200")),
        ("0", None),
        ("", None),
        ("Self-employed", None),
        ("99999999999999999999", None),
    ] {
        assert_eq!(size_band(text), band, "{text}");
    }
}

#[test]
fn a_domain_is_the_companys_own() {
    for (address, expected) in [
        ("https://www.acme.example/about?x=1", Some("acme.example")),
        ("Acme.Example.", Some("acme.example")),
        ("http://user@acme.example:8080", Some("acme.example")),
        ("https://bücher.example", Some("bücher.example")),
        ("https://www.facebook.com/acme", None),
        ("https://acme.medium.com", None),
        ("notmedium.com", Some("notmedium.com")),
        ("127.0.0.1", None),
        ("acme", None),
        ("https://", None),
        ("https://a..b", None),
    ] {
        assert_eq!(domain(address).as_deref(), expected, "{address}");
    }
    assert_eq!(
        (country("it").as_deref(), country("UK").as_deref(), country("Italy"), country("1T")),
        (Some("IT"), Some("GB"), None, None)
    );
}
