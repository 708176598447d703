//! Whatever the form, the jar is the same.

use super::*;

fn seconds(jar: &Jar) -> Option<i64> {
    jar.expires_at().map(Timestamp::as_second)
}

#[test]
fn every_form_gives_the_same_jar() {
    for (name, format) in FIXTURES.into_iter().filter(|(_, format)| *format != Format::LiAtOnly) {
        let jar = jar(fixture(name));
        assert_eq!(jar.format(), format, "{name}");
        assert_eq!(header(&jar), HEADER, "{name}");
        assert_eq!(jar.csrf_token(now()).unwrap().expose_secret(), "ajax:0000000000000000000", "{name}");
        assert_eq!(jar.names(), ["li_at", "JSESSIONID", "bcookie", "bscookie", "lidc", "liap", "lang"], "{name}");
        assert_eq!((jar.len(), jar.foreign()), (7, 0), "{name}");
        assert_eq!(jar.last_four().unwrap(), "0000", "{name}");
        assert_eq!(
            jar.fingerprint().unwrap(),
            "2fb030fd54c2f38ecb9386c1abedb28a60945c92be71527dee2449aed0191fb7",
            "{name}"
        );
        let says_when = !matches!(format, Format::FlatMap | Format::HeaderString | Format::CurlCommand);
        assert_eq!(seconds(&jar), says_when.then_some(1_815_000_000), "{name}");
        assert_eq!(codes(&jar), if says_when { &[][..] } else { &["li_at_end_unknown"] }, "{name}");
    }
}

#[test]
fn li_at_alone_is_a_jar_that_warns_of_itself() {
    for text in [LI_AT.to_owned(), format!("\"{LI_AT}\"\r\n"), format!("li_at={LI_AT}"), format!("li_at='{LI_AT}'")] {
        let jar = jar(text);
        assert_eq!(header(&jar), format!("li_at={LI_AT}"));
        assert_eq!(codes(&jar), ["li_at_end_unknown", "li_at_alone", "jsessionid_missing"]);
        assert!(jar.csrf_token(now()).is_none());
    }
    assert_eq!(jar(fixture("li_at_only.txt")).format(), Format::LiAtOnly);
}

#[test]
fn every_encoding_and_line_end_gives_the_same_jar() {
    for (name, format) in FIXTURES {
        let text = String::from_utf8(fixture(name)).unwrap();
        let crlf = text.replace("\r\n", "\n").replace('\n', "\r\n");
        let expected = header(&jar(&text));
        let utf16 = |mark: u16, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once(mark).chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        let forms = [
            crlf.into_bytes(),
            format!("\u{feff}{text}").into_bytes(),
            format!("\n  \n{text}\n\n").into_bytes(),
            utf16(0xfeff, u16::to_le_bytes),
            utf16(0xfeff, u16::to_be_bytes),
        ];
        for form in forms {
            let jar = jar(form);
            assert_eq!((jar.format(), header(&jar)), (format, expected.clone()), "{name}");
        }
    }
}

#[test]
fn half_a_character_is_refused_and_not_replaced() {
    let said = "the text is damaged: it is neither UTF-8 nor UTF-16; export the cookies again, and save them as UTF-8";
    assert_eq!(refused(b"li_at=AQED\xff"), said);
    assert_eq!(refused(b"\xff\xfel\0i"), said);
    assert_eq!(refused(b"\xff\xfe\x00\xd8l\0"), said);
}

#[test]
fn a_list_is_found_in_the_objects_that_tools_put_around_it() {
    let list = String::from_utf8(fixture("cookie_editor.json")).unwrap();
    for text in [
        format!(r#"{{"data": {list}}}"#),
        format!(r#"{{"cookies": {list}}}"#),
        format!(r#"{{"data": {{"cookies": {list}}}}}"#),
        format!(r#"{{"success": true, "Cookies": {list}}}"#),
    ] {
        let jar = jar(text);
        assert_eq!((jar.format(), header(&jar).as_str()), (Format::WrappedList, HEADER));
    }
    let inside = format!(r#"{{"cookies": "li_at={LI_AT}; lang=en"}}"#);
    assert_eq!(header(&jar(inside)), format!("li_at={LI_AT}; lang=en"));
    let map = String::from_utf8(fixture("flat_map.json")).unwrap();
    assert_eq!(header(&jar(format!(r#"{{"cookies": {map}}}"#))), HEADER);
    let one = format!(r#"{{"name": "li_at", "value": "{LI_AT}", "domain": ".linkedin.com"}}"#);
    assert_eq!(header(&jar(one)), format!("li_at={LI_AT}"));
}

#[test]
fn keys_are_read_in_every_spelling_and_a_url_serves_as_a_domain() {
    let text = format!(
        r#"[{{"Name": "li_at", "Value": "{LI_AT}", "Domain": "LinkedIn.com", "Path": "/", "Expires": "2027-07-07T00:00:00Z", "HttpOnly": true}},
            {{"name": "liap", "value": true, "url": "https://www.linkedin.com/feed/"}},
            {{"name": "sid", "value": "other-0001", "url": "https://www.example.com/"}}]"#
    );
    let jar = jar(text);
    assert_eq!(header(&jar), format!("li_at={LI_AT}; liap=true"));
    assert_eq!(jar.foreign(), 1);
    assert_eq!(jar.expires_at(), Some("2027-07-07T00:00:00Z".parse().unwrap()));
}

#[test]
fn the_url_of_a_wrapper_says_whose_cookies_those_without_a_domain_are() {
    let text = |url: &str| format!(r#"{{"url": "{url}", "cookies": [{{"name": "li_at", "value": "{LI_AT}"}}]}}"#);
    assert_eq!(header(&jar(text("https://www.linkedin.com/"))), format!("li_at={LI_AT}"));
    assert_eq!(codes(&jar(text("https://linkedin.com.evil.example/"))), ["wrong_site"]);
}

#[test]
fn numbers_that_only_python_writes_are_read() {
    let text = format!(
        r#"[{{"name": "li_at", "value": "{LI_AT}", "domain": ".linkedin.com", "expires": NaN}},
            {{"name": "lang", "value": "NaN \" NaN", "domain": ".linkedin.com", "expires": -Infinity}}]"#
    );
    let jar = jar(text);
    assert_eq!(header(&jar), format!("li_at={LI_AT}; lang=NaN \" NaN"));
    assert_eq!(jar.expires_at(), None);
}

#[test]
fn a_header_is_read_one_pair_a_line_but_not_where_a_line_broke_a_value() {
    assert_eq!(header(&jar(HEADER.replace("; ", "\n"))), HEADER);
    assert_eq!(header(&jar(HEADER.replace("; ", ";\r\n"))), HEADER);
    let broken = HEADER.replace("REAL", "REAL\n");
    assert_eq!(
        refused(broken),
        "line 2: expected is name=value; copy the whole header as one line, out of a window that does not break it"
    );
}

#[test]
fn a_header_is_found_among_the_lines_of_a_request() {
    assert_eq!(header(&jar(format!("accept: */*\ncookie:\n{HEADER}\ndnt: 1\n"))), HEADER);
    assert_eq!(header(&jar(format!("COOKIE: {HEADER}"))), HEADER);
    let (first, rest) = HEADER.split_once("; ").unwrap();
    assert_eq!(header(&jar(format!("cookie: {first}\r\ncookie: {rest}\r\n"))), HEADER);
    assert_eq!(header(&jar(format!("'{HEADER}'"))), HEADER);
}

#[test]
fn only_a_header_that_cookie_editor_escaped_is_unescaped() {
    let raw = format!("li_at={LI_AT}; JSESSIONID=ajax:1; AMCV_14215E3D5995C57C0A495C55%40AdobeOrg=-637%7CMCIDTS");
    assert_eq!(header(&jar(&raw)), raw.replace("ajax:1", "\"ajax:1\""));
    let hostile = format!("li_at={LI_AT};lang=a%0D%0AX-Evil:1");
    assert!(!header(&jar(hostile)).contains('\r'));
    let hostile = format!("li_at={LI_AT};lang=a%0D%0AX-Evil");
    assert_eq!(header(&jar(&hostile)), hostile.replace(';', "; "), "escapes of line ends stay escaped");
}

#[test]
fn a_curl_command_is_read_for_every_shell() {
    for text in [
        format!("-b '{HEADER}'"),
        format!("--cookie='{HEADER}'"),
        format!("-H 'cookie: {HEADER}'"),
        format!("$ curl https://www.linkedin.com/ --header 'Cookie:{HEADER}'"),
        format!("curl -b'{HEADER}' https://www.linkedin.com/"),
        format!("curl -b \"{}\" https://www.linkedin.com/", HEADER.replace('"', "\\\"")),
        format!("curl -b $'{}' https://www.linkedin.com/", HEADER.replace("v=2", "v\\u003d\\x32")),
    ] {
        let jar = jar(&text);
        assert_eq!((jar.format(), header(&jar).as_str()), (Format::CurlCommand, HEADER), "{text}");
    }
    let without = refused("curl 'https://www.linkedin.com/' -H 'accept: */*' -b cookies.txt");
    assert!(without.starts_with("the curl command sends no cookies"), "{without}");
    assert_eq!(
        refused(format!("curl 'x' -b '{HEADER}")),
        "line 1: the curl command ends inside of quotes; copy all of it"
    );
    let other = jar(format!("curl 'https://www.example.com/' -b '{HEADER}'"));
    assert_eq!((other.len(), other.foreign()), (0, 7));
}

#[test]
fn the_fields_of_a_cookies_txt_are_seven() {
    let file = String::from_utf8(fixture("netscape_cookies.txt")).unwrap();
    let headless: Vec<&str> = file.lines().skip(2).collect();
    assert_eq!(header(&jar(headless.join("\n"))), HEADER);
    assert_eq!(header(&jar(file.replace('\t', "   "))), HEADER, "an editor made blanks of the tabs");
    let cut = refused(file.replace("\t0\tlang\tv=2&lang=en-us", ""));
    assert!(cut.starts_with("line 9: expected are seven fields with tabs between them"), "{cut}");
}

#[test]
fn every_format_has_a_name_of_its_own() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
        assert!(format.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
    }
}
