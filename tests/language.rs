//! Nothing outside the words knows which language they are in.
#![allow(missing_docs, clippy::unwrap_used)]

use rstest::rstest;
use std::fs;
use std::path::Path;
use unknot::content::words::LANGUAGE;
use unknot::platform::speech::is_of_language;

/// What gives English away: its tags and its name, and what `public` said before the words did.
const TELLTALES: [&str; 11] = [
    "\"en\"",
    "'en'",
    "\\\"en\\\"",
    "=en\"",
    "en-GB",
    "en_GB",
    ".en.",
    "English",
    "Open Unknot",
    "nothing of this name",
    "<title>Unknot",
];

/// Every file below a folder, or the file itself.
fn files(path: &Path) -> Vec<std::path::PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    fs::read_dir(path).unwrap().flat_map(|entry| files(&entry.unwrap().path())).collect()
}

#[rstest]
#[case::the_site("src/site", 10)]
#[case::the_platform("src/platform", 10)]
#[case::the_domain("src/domain", 10)]
#[case::the_embed_script("public/embed.js", 1)]
#[case::the_start("public/start.js", 1)]
#[case::the_worker("public/sw.js", 1)]
#[case::its_half_in_the_page("public/offline.js", 1)]
#[case::the_manifest("public/manifest.webmanifest", 1)]
#[case::the_page("index.html", 1)]
fn nothing_outside_the_words_knows_their_language(#[case] path: &str, #[case] at_least: usize) {
    let files = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    assert!(files.len() >= at_least, "{path} has {} files", files.len());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for telltale in TELLTALES {
            assert!(!text.contains(telltale), "{} has {telltale}", file.display());
        }
    }
}

#[test]
fn the_language_tells_of_itself_what_programs_can_read() {
    assert!(is_of_language(LANGUAGE.locale, LANGUAGE.tag));
    assert!(["ltr", "rtl"].contains(&LANGUAGE.direction));
}

#[rstest]
#[case::itself("pt", "pt", true)]
#[case::with_a_region("pt-BR", "pt", true)]
#[case::as_android_writes_it("pt_BR", "pt", true)]
#[case::in_capitals("PT-br", "pt", true)]
#[case::another_region("pt-PT", "pt-BR", true)]
#[case::a_longer_tag_that_begins_alike("fil-PH", "fi", false)]
#[case::a_shorter_one("fi", "fil", false)]
#[case::another("de-DE", "pt", false)]
#[case::nothing("", "pt", false)]
fn a_voice_is_of_a_language_by_the_first_part_of_its_tag(#[case] given: &str, #[case] tag: &str, #[case] is_of: bool) {
    assert_eq!(is_of_language(given, tag), is_of);
}
