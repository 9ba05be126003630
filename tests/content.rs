//! The content is what the product's facts say, and a mistake in it cannot pass the build.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

#[path = "../src/content/check.rs"]
#[allow(dead_code)]
mod check;
#[path = "../src/content/reader.rs"]
mod reader;

mod support;

mod domain {
    pub use unknot::domain::{catalog, figure, routine};
}

use rstest::rstest;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use support::{form, shipped, shipped_ids};
use unknot::content::CATALOG;
use unknot::content::words::spoken::instruction;
use unknot::domain::catalog::{Breath, SideMode};
use unknot::domain::routine::{Item, Prescription};
use unknot::domain::session::timeline::{Pace, Timeline};

const TOGETHER: SideMode = SideMode::None;
const IN_TURNS: SideMode = SideMode::Alternating;

fn english() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/en")
}

#[test]
fn the_real_content_passes_and_is_what_the_app_embeds() {
    match reader::read(&english(), &poses()) {
        Ok(catalog) => assert!(*catalog == CATALOG, "the embedded catalog is an old one"),
        Err(problems) => panic!("{problems:#?}"),
    }
}

// id, repetitions, hold, seconds of each movement (0 is the hold), sides.
#[rstest]
#[case::cat_cow("cat-cow", (8, 10), None, &[3, 3], TOGETHER)]
#[case::bird_dog("bird-dog", (10, 12), Some((3, 10)), &[2, 0, 2], IN_TURNS)]
#[case::bridge("bridge", (8, 10), Some((10, 15)), &[2, 0, 3], TOGETHER)]
#[case::superman("superman", (10, 12), Some((3, 5)), &[2, 0, 2], TOGETHER)]
#[case::dead_bug("dead-bug", (10, 12), None, &[3, 2], IN_TURNS)]
#[case::pelvic_tilt("pelvic-tilt", (10, 12), Some((3, 3)), &[2, 2, 0, 2], TOGETHER)]
fn doses_of_the_brief_are_exact(
    #[case] id: &str,
    #[case] repetitions: (u16, u16),
    #[case] hold: Option<(u16, u16)>,
    #[case] seconds: &[u16],
    #[case] side: SideMode,
) {
    let exercise = CATALOG.exercise(id).unwrap();
    let standard = exercise.standard();
    assert_eq!(exercise.repetition_range(), repetitions);
    assert_eq!(standard.hold_range(), hold);
    let tempo: Vec<u16> = standard.movements.get().iter().map(|movement| movement.seconds).collect();
    assert_eq!(tempo, seconds);
    assert_eq!(standard.side, side);
}

type Form = (&'static str, &'static [u16], SideMode);

/// Each ladder from easier to harder, with the seconds of a repetition at the lower hold.
const LADDERS: [(&str, &[Form]); 6] = [
    (
        "cat-cow",
        &[
            ("seated", &[3, 3], TOGETHER),
            ("table", &[3, 3], TOGETHER),
            ("standard", &[3, 3], TOGETHER),
            ("slow", &[4, 4], TOGETHER),
        ],
    ),
    (
        "bird-dog",
        &[
            ("wall", &[2, 3, 2], IN_TURNS),
            ("leg-only", &[2, 3, 2], IN_TURNS),
            ("arm-only", &[2, 3, 2], IN_TURNS),
            ("standard", &[2, 3, 2], IN_TURNS),
        ],
    ),
    (
        "bridge",
        &[("low", &[2, 3, 3], TOGETHER), ("standard", &[2, 10, 3], TOGETHER), ("one-leg", &[2, 5, 3], IN_TURNS)],
    ),
    (
        "superman",
        &[("chest-only", &[2, 3, 2], TOGETHER), ("opposite", &[2, 3, 2], IN_TURNS), ("standard", &[2, 3, 2], TOGETHER)],
    ),
    (
        "dead-bug",
        &[
            ("heel-tap", &[3, 2], IN_TURNS),
            ("arm-only", &[3, 2], IN_TURNS),
            ("standard", &[3, 2], IN_TURNS),
            ("straight-leg", &[4, 3], IN_TURNS),
        ],
    ),
    (
        "pelvic-tilt",
        &[
            ("seated", &[2, 2, 3, 2], TOGETHER),
            ("wall", &[2, 2, 3, 2], TOGETHER),
            ("standard", &[2, 2, 3, 2], TOGETHER),
            ("into-bridge", &[2, 2, 3, 3, 3], TOGETHER),
        ],
    ),
];

#[test]
fn every_ladder_has_its_forms_from_easier_to_harder_at_their_tempo() {
    assert_eq!(CATALOG.exercises.len(), LADDERS.len());
    for (id, forms) in LADDERS {
        let exercise = CATALOG.exercise(id).unwrap();
        let ids: Vec<&str> = exercise.rungs.get().iter().map(|rung| rung.id.get()).collect();
        let expected: Vec<&str> = forms.iter().map(|(rung, ..)| *rung).collect();
        assert_eq!(ids, expected, "{id}");
        for (rung, seconds, side) in forms {
            let (exercise, rung) = form(id, rung);
            let item = Item::Exercise(Prescription::lower(exercise, rung));
            let tempo: Vec<u16> = item.movements().iter().map(|movement| item.seconds(movement)).collect();
            assert_eq!(&tempo, seconds, "{id}, {}", rung.id);
            assert_eq!(rung.side, *side, "{id}, {}", rung.id);
        }
    }
}

#[test]
fn the_first_side_is_right_arm_and_left_leg_or_right_leg_and_left_arm() {
    let first = |id: &str| CATALOG.exercise(id).unwrap().standard().side_names.get()[0].get();
    assert_eq!(first("bird-dog"), "Right arm, left leg");
    assert_eq!(first("dead-bug"), "Right leg, left arm");
}

#[test]
fn breath_goes_in_for_cow_and_out_for_cat_and_out_to_tilt() {
    let breaths = |id: &str| -> Vec<Breath> {
        CATALOG.exercise(id).unwrap().standard().movements.get().iter().map(|movement| movement.breath).collect()
    };
    assert_eq!(breaths("cat-cow"), [Breath::In, Breath::Out]);
    assert_eq!(breaths("pelvic-tilt"), [Breath::In, Breath::Out, Breath::Easy, Breath::In]);
}

#[test]
fn every_routine_that_ships_can_be_read_and_is_written_in_full() {
    for routine in CATALOG.routines.get() {
        assert_eq!(shipped(&routine.id).code(), routine.code.get(), "{}", routine.id);
    }
    for sequence in CATALOG.sequences.get() {
        assert!(shipped(&sequence.id).is_sequence(), "{}", sequence.id);
    }
}

#[test]
fn superman_comes_last_and_never_in_a_first_routine_and_offers_bird_dog() {
    for routine in CATALOG.routines.get() {
        let items = shipped(&routine.id).items;
        let at = items.iter().position(|item| item.id() == "superman");
        assert!(at.is_none_or(|at| at + 1 == items.len()), "{}", routine.id);
        assert!(routine.id.get() != "gentle-start" || at.is_none());
    }
    assert_eq!(CATALOG.exercise("superman").unwrap().instead.get(), "bird-dog");
}

#[test]
fn what_the_running_player_shows_has_at_most_twelve_words_sides_named() {
    let fits = |text: &str| assert!((1..=12).contains(&text.split_whitespace().count()), "{text}");
    let every_form = CATALOG.exercises.get().iter().flat_map(|exercise| {
        exercise.rungs.get().iter().map(move |rung| Item::Exercise(Prescription::lower(exercise, rung)))
    });
    let mut items: Vec<Item> = every_form.collect();
    for id in shipped_ids() {
        items.extend(shipped(id).items);
    }
    for item in items {
        fits(item.ready());
        let mut alone = shipped("gentle-start");
        alone.items = vec![item];
        for phase in Timeline::compile(&alone, Pace::default()).phases() {
            fits(&instruction(&item, phase));
        }
    }
}

/// A copy of the content to break, removed at the end of the test.
struct ContentCopy(PathBuf);

fn poses() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/poses.toml")
}

impl ContentCopy {
    fn new(test: &str) -> Self {
        static COPIES: AtomicUsize = AtomicUsize::new(0);
        let number = COPIES.fetch_add(1, Ordering::Relaxed);
        let folder = format!("unknot-{test}-{}-{number}", std::process::id());
        let to = std::env::temp_dir().join(folder);
        copy_folder(&english(), &to);
        Self(to)
    }

    /// Replaces the one occurrence of `from`; the file's new text is returned.
    fn change(&self, file: &str, from: &str, to: &str) -> String {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from} in {file}");
        let text = text.replace(from, to);
        fs::write(&path, &text).unwrap();
        text
    }

    fn problems(&self) -> Vec<String> {
        reader::read(&self.0, &poses()).err().unwrap_or_default()
    }
}

impl Drop for ContentCopy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Makes one change and expects one problem, at the line of `at`.
fn breaks(file: &str, from: &str, to: &str, at: &str, reason: &str) {
    let copy = ContentCopy::new("content");
    let text = copy.change(file, from, to);
    let line = text.lines().position(|line| line.contains(at)).unwrap() + 1;
    let problems = copy.problems();
    let [problem] = problems.as_slice() else { panic!("one problem expected: {problems:#?}") };
    let place = format!("{}:{line}: ", copy.0.join(file).display());
    assert!(problem.starts_with(&place), "{problem}\nis not at\n{place}");
    assert!(problem.contains(reason), "{problem}\ndoes not say\n{reason}");
}

const BRIDGE: &str = "exercises/bridge.toml";
const SUPERMAN: &str = "exercises/superman.toml";
const THIRTEEN: &str = "one two three four five six seven eight nine ten eleven twelve thirteen";

#[rstest]
#[case::unknown_source(SUPERMAN, "[\"CAL\"]", "[\"NOPE\"]", "NOPE", "there is no source 'NOPE'")]
#[case::dose(
    BRIDGE,
    "repetitions = [8, 10]",
    "repetitions = [0, 99]",
    "[0, 99]",
    "repetitions [0, 99] are out of range"
)]
#[case::hold(BRIDGE, "hold = [10, 15]", "hold = [15, 10]", "id = \"standard\"", "rung 'standard': hold [15, 10]")]
#[case::words(BRIDGE, "Hold. Breathe deep and steady, ribs down.", THIRTEEN, "thirteen", "13 words, at most 12")]
#[case::seconds(
    "exercises/cat-cow.toml",
    "4, breath = \"in\"",
    "121, breath = \"in\"",
    "121",
    "121 seconds is out of range"
)]
#[case::unknown_field(BRIDGE, "order = 4", "order = 4\ncolour = 1", "colour", "unknown field `colour`")]
#[case::unknown_field_of_a_rung(BRIDGE, "note = \"A small", "nota = \"A small", "nota", "unknown field `nota`")]
#[case::wrong_type(BRIDGE, "order = 4", "order = \"four\"", "four", "invalid type")]
#[case::syntax(BRIDGE, "order = 4", "order 4", "order 4", "key with no value")]
#[case::instead(SUPERMAN, "\"bird-dog\"", "\"bird-cat\"", "instead", "there is no exercise 'bird-cat'")]
#[case::sequence(
    "techniques/thai.toml",
    "\"thai-self-stretch\"",
    "\"nowhere\"",
    "nowhere",
    "there is no sequence 'nowhere'"
)]
#[case::pressure(
    "sequences/deep-tissue-forearm.toml",
    "pressure = 3",
    "pressure = 4",
    "id = \"strokes\"",
    "pressure 4 is above 3"
)]
#[case::routine("routines.toml", "wall.5r.3h\"", "wall.5r.3h_flying.3r\"", "flying", "there is no exercise 'flying'")]
#[case::claim_without_source(
    "claims.toml",
    "[\"SWAIN\"]",
    "[]",
    "id = \"posture\"",
    "the claim 'posture' has no source"
)]
#[case::claim_about_nothing(
    "claims.toml",
    "[\"thai\", \"swedish\"]",
    "[\"reiki\"]",
    "id = \"thai-or-swedish\"",
    "about 'reiki'"
)]
fn a_mistake_fails_and_names_file_line_and_reason(
    #[case] file: &str,
    #[case] from: &str,
    #[case] to: &str,
    #[case] at: &str,
    #[case] reason: &str,
) {
    breaks(file, from, to, at, reason);
}

// A routine's code is content too: forms that exist, doses in range.
#[rstest]
#[case::form("bridge.low.5r.3h", "bridge.flying.5r.3h", "flying")]
#[case::repetitions("bridge.low.5r.3h", "bridge.low.99r.3h", "99")]
#[case::hold_without_a_hold("_cat-cow.6r_", "_cat-cow.6r.3h_", "cat-cow")]
fn a_routine_with_a_wrong_form_or_dose_fails_and_names_file_and_line(
    #[case] from: &str,
    #[case] to: &str,
    #[case] reason: &str,
) {
    breaks("routines.toml", from, to, to, reason);
}

#[test]
fn a_missing_file_is_named() {
    let copy = ContentCopy::new("missing");
    fs::remove_file(copy.0.join("claims.toml")).unwrap();
    let problems = copy.problems();
    assert!(problems.iter().any(|problem| problem.contains("claims.toml")), "{problems:#?}");
}

#[test]
fn all_mistakes_are_told_at_once() {
    let copy = ContentCopy::new("all");
    copy.change(BRIDGE, "repetitions = [8, 10]", "repetitions = [10, 8]");
    copy.change(SUPERMAN, "[\"CAL\"]", "[\"NOPE\"]");
    copy.change("claims.toml", "[\"SWAIN\"]", "[]");
    assert_eq!(copy.problems().len(), 3);
}
