//! The content is what the product's facts say, and a mistake in it cannot pass the build.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

#[path = "../src/content/check.rs"]
#[allow(dead_code)]
mod check;
#[path = "../src/content/merge.rs"]
mod merge;
#[path = "../src/content/reader.rs"]
mod reader;

mod support;

mod domain {
    pub use unknot::domain::{catalog, figure, routine, session};
}

use rstest::rstest;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use support::{form, shipped, shipped_ids};
use unknot::content::CATALOG;
use unknot::content::words::LANGUAGE;
use unknot::content::words::spoken::instruction;
use unknot::domain::catalog::{Breath, Certainty, Exercise, SideMode};
use unknot::domain::routine::{Item, Prescription};
use unknot::domain::session::timeline::{Pace, Timeline};

const RULES: &str = "structure/rules.toml";
const TOGETHER: SideMode = SideMode::None;
const IN_TURNS: SideMode = SideMode::Alternating;

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content")
}

#[test]
fn the_real_content_passes_and_is_what_the_app_embeds() {
    match reader::read(&content(), LANGUAGE.tag) {
        Ok(catalog) => assert!(*catalog == CATALOG, "the embedded catalog is an old one"),
        Err(problems) => panic!("{problems:#?}"),
    }
}

// id, repetitions, hold, seconds of each movement (0 is the hold), sides.
#[rstest]
#[case::cat_cow("cat-cow", (8, 10), None, &[3, 3], TOGETHER)]
// The brief's "a few seconds"; 5 and 10 are progression.
#[case::bird_dog("bird-dog", (10, 12), Some((3, 3)), &[2, 0, 2], IN_TURNS)]
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
            ("arm-only", &[2, 3, 2], IN_TURNS),
            ("leg-only", &[2, 3, 2], IN_TURNS),
            ("standard", &[2, 3, 2], IN_TURNS),
        ],
    ),
    (
        "bridge",
        &[("low", &[2, 3, 3], TOGETHER), ("standard", &[2, 10, 3], TOGETHER), ("one-leg", &[2, 5, 3], IN_TURNS)],
    ),
    (
        "superman",
        &[("opposite", &[2, 3, 2], IN_TURNS), ("chest-only", &[2, 3, 2], TOGETHER), ("standard", &[2, 3, 2], TOGETHER)],
    ),
    (
        "dead-bug",
        &[
            ("one-knee-up", &[2, 2], IN_TURNS),
            ("arm-only", &[3, 2], IN_TURNS),
            ("heel-tap", &[3, 2], IN_TURNS),
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
fn the_extras_are_four_beside_the_six() {
    let extras = CATALOG.exercises.iter().filter(|exercise| exercise.extra);
    let tempo = |exercise: &Exercise| -> Vec<u16> {
        exercise.standard().movements.iter().map(|movement| movement.seconds).collect()
    };
    let extras: Vec<_> =
        extras.map(|exercise| (exercise.id.get(), exercise.repetition_range(), tempo(exercise))).collect();
    // A hold has no seconds of its own.
    let expected = [
        ("knee-rolls", (5, 10), vec![3, 2]),
        ("knee-hug", (3, 5), vec![3, 0, 3]),
        ("legs-up", (1, 1), vec![0]),
        ("sit-to-stand", (5, 10), vec![2, 3]),
    ];
    assert_eq!(extras, expected);
}

#[test]
fn every_ladder_has_its_forms_from_easier_to_harder_at_their_tempo() {
    assert_eq!(CATALOG.exercises.iter().filter(|exercise| !exercise.extra).count(), LADDERS.len());
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

impl ContentCopy {
    fn new(test: &str) -> Self {
        static COPIES: AtomicUsize = AtomicUsize::new(0);
        let number = COPIES.fetch_add(1, Ordering::Relaxed);
        let folder = format!("unknot-{test}-{}-{number}", std::process::id());
        let to = std::env::temp_dir().join(folder);
        copy_folder(&content(), &to);
        Self(to)
    }

    /// Replaces the one occurrence of `from`.
    fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from} in {file}");
        fs::write(&path, text.replace(from, to)).unwrap();
    }

    fn problems(&self) -> Vec<String> {
        reader::read(&self.0, "en").err().unwrap_or_default()
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
    breaks_elsewhere(file, from, to, file, at, reason);
}

/// Makes one change in a file and expects one problem, in the other file at the line of `at`.
fn breaks_elsewhere(file: &str, from: &str, to: &str, other: &str, at: &str, reason: &str) {
    let copy = ContentCopy::new("content");
    copy.change(file, from, to);
    let text = fs::read_to_string(copy.0.join(other)).unwrap();
    let line = text.lines().position(|line| line.contains(at)).unwrap() + 1;
    one_problem(&copy, other, line, reason);
}

fn one_problem(copy: &ContentCopy, file: &str, line: usize, reason: &str) {
    let problems = copy.problems();
    let [problem] = problems.as_slice() else { panic!("one problem expected: {problems:#?}") };
    let place = format!("{}:{line}: ", copy.0.join(file).display());
    assert!(problem.starts_with(&place), "{problem}\nis not at\n{place}");
    assert!(problem.contains(reason), "{problem}\ndoes not say\n{reason}");
}

const BRIDGE: &str = "structure/exercises/bridge.toml";
const BRIDGE_WORDS: &str = "words/en/exercises/bridge.toml";
const SUPERMAN: &str = "structure/exercises/superman.toml";
const THAI: &str = "structure/techniques/thai.toml";
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
#[case::words(BRIDGE_WORDS, "Hold. Breathe deep and steady, ribs down.", THIRTEEN, "thirteen", "13 words, at most 12")]
#[case::seconds(
    "structure/exercises/cat-cow.toml",
    "4, breath = \"in\"",
    "121, breath = \"in\"",
    "121",
    "121 seconds is out of range"
)]
#[case::unknown_field(BRIDGE, "order = 4", "order = 4\ncolour = 1", "colour", "unknown field `colour`")]
#[case::unknown_field_of_a_rung(BRIDGE_WORDS, "note = \"A small", "nota = \"A small", "nota", "unknown field `nota`")]
#[case::wrong_type(BRIDGE, "order = 4", "order = \"four\"", "four", "invalid type")]
#[case::syntax(BRIDGE, "order = 4", "order 4", "order 4", "key with no value")]
#[case::instead(SUPERMAN, "\"bird-dog\"", "\"bird-cat\"", "instead", "there is no exercise 'bird-cat'")]
#[case::sequence(THAI, "\"thai-self-stretch\"", "\"nowhere\"", "nowhere", "there is no sequence 'nowhere'")]
#[case::pressure(
    "structure/sequences/deep-tissue-forearm.toml",
    "pressure = 3",
    "pressure = 4",
    "id = \"strokes\"",
    "pressure 4 is above 3"
)]
#[case::routine(
    "structure/routines.toml",
    "wall.5r.3h\"",
    "wall.5r.3h_flying.3r\"",
    "flying",
    "there is no exercise 'flying'"
)]
#[case::longer_to_say_than_to_do(
    BRIDGE_WORDS,
    "say = \"Squeeze, lift your hips.\"",
    "say = \"Squeeze and lift your hips.\"",
    "say = \"Squeeze and",
    "takes 2.1 s to say at 80 %, and the movement 2 s"
)]
#[case::long_to_say_with_its_side(
    "words/en/exercises/bird-dog.toml",
    "say = \"{side}. Forward.\"",
    "say = \"{side}. Reach forward.\"",
    "say = \"{side}. Reach",
    "'Right arm. Reach forward.' takes 2.0 s"
)]
#[case::claim_without_source(
    "structure/claims.toml",
    "[\"SWAIN\"]",
    "[]",
    "id = \"posture\"",
    "the claim 'posture' has no source"
)]
#[case::rule_for_nothing(
    RULES,
    "on = [\"knee-rolls\", ",
    "on = [\"knee-ralls\", ",
    "on = [\"knee-ralls",
    "there is no 'knee-ralls'"
)]
#[case::cell_missing(
    RULES,
    "id = \"osteoporosis\"\notherwise = \"fine\"",
    "id = \"osteoporosis\"",
    "id = \"osteoporosis\"",
    "'osteoporosis' says nothing of 'bird-dog.wall', "
)]
#[case::two_rules_for_one(
    RULES,
    "on = [\"pelvic-tilt.into-bridge\"], does = \"swap\"",
    "on = [\"pelvic-tilt.into-bridge\", \"cat-cow.slow\"], does = \"swap\"",
    "id = \"osteoporosis\"",
    "'osteoporosis' has more than one rule for 'cat-cow.slow': rounds, rolls-up"
)]
#[case::swap_for_what_does_not_go(
    RULES,
    "to = \"pelvic-tilt\"",
    "to = \"cat-cow\"",
    "to = \"cat-cow\"",
    "'cat-cow' itself does not go with 'osteoporosis'"
)]
#[case::swap_for_nothing(
    RULES,
    "to = \"pelvic-tilt\"",
    "to = \"handstand\"",
    "to = \"handstand\"",
    "UnknownExercise(\"handstand\")"
)]
#[case::strict_but_done(
    RULES,
    "on = [\"superman\"], does = \"ask-first\"",
    "on = [\"superman\"], does = \"ask-first\", strict = true",
    "strict = true",
    "only what is left out is strict"
)]
#[case::signs_without_source(
    "structure/safety.toml",
    "id = \"myofascial-release\"\nsources = [\"PHS\"]",
    "id = \"myofascial-release\"\nsources = []",
    "id = \"myofascial-release\"",
    "a list of signs has a source"
)]
#[case::unused_source(
    "structure/sources.toml",
    "key = \"WHO\"",
    "key = \"NOBODY\"\nauthor = \"A\"\nyear = 0\ntitle = \"A\"\nchecked = \"advice\"\n[[sources]]\nkey = \"WHO\"",
    "# year = 0",
    "nothing cites 'NOBODY'"
)]
#[case::claim_about_nothing(
    "structure/claims.toml",
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
    breaks("structure/routines.toml", from, to, to, reason);
}

// The structure and the words of a language fit each other, and neither holds what is the other's.
#[rstest]
#[case::words_for_no_form(
    BRIDGE_WORDS,
    "[rungs.low]\n",
    "[rungs.flying]\nname = \"Flying\"\n\n[rungs.low]\n",
    "[rungs.flying]",
    "words for `rungs.flying`, which is not in"
)]
#[case::words_for_no_movement(
    BRIDGE_WORDS,
    "[rungs.low]\n",
    "[rungs.low.movements.fly]\nnow = \"Fly.\"\n\n[rungs.low]\n",
    "movements.fly]",
    "words for `rungs.low.movements.fly`, which is not in"
)]
#[case::words_for_no_caution(
    BRIDGE_WORDS,
    "[cautions]",
    "[cautions]\nheight = \"Not too high.\"",
    "height = ",
    "words for `cautions.height`, which is not in"
)]
#[case::words_for_no_list(
    BRIDGE_WORDS,
    "[cautions]",
    "[dangers]\nheight = \"Not too high.\"\n\n[cautions]",
    "[dangers]",
    "unknown field `dangers`"
)]
#[case::no_words_for_a_caution(
    BRIDGE_WORDS,
    "arching = \"Do not lift so high that your low back arches.\"\n",
    "",
    "[cautions]",
    "there are no words for `cautions.arching` of"
)]
#[case::no_words_for_a_flag(
    "words/en/safety.toml",
    "chest-pain = \"Chest pain\"\n",
    "",
    "[safety.emergency.flags]",
    "there are no words for `safety.emergency.flags.chest-pain` of"
)]
#[case::a_claim_lacks_a_word(
    "words/en/claims.toml",
    "statement = \"Bad posture causes back pain.\"\n",
    "",
    "[claims.posture]",
    "missing field `statement`"
)]
#[case::a_movement_lacks_a_word(
    BRIDGE_WORDS,
    "now = \"Hold. Breathe deep and steady, ribs down.\"\n",
    "",
    "[rungs.standard.movements.hold]",
    "missing field `now`"
)]
#[case::an_exercise_lacks_a_word(
    BRIDGE_WORDS,
    "aim = \"Trains your buttocks and the muscles of your trunk to carry your hips.\"\n",
    "",
    "name = \"Bridge\"",
    "missing field `aim`"
)]
#[case::a_form_lacks_its_sides(
    BRIDGE_WORDS,
    "side_names = [\"Right leg\", \"Left leg\"]\n",
    "",
    "[rungs.one-leg]",
    "0 side names where 2 are needed"
)]
#[case::a_form_lacks_its_origin(
    BRIDGE,
    "origin = \"ours\"\nhold = [3, 3]",
    "hold = [3, 3]",
    "[[rungs]]",
    "missing field `origin`"
)]
#[case::an_empty_word(
    "words/en/routines.toml",
    "suits = \"A break at work\"",
    "suits = \" \"",
    "suits = \" \"",
    "`suits` is empty"
)]
#[case::an_empty_text_in_a_list(
    BRIDGE_WORDS,
    "  \"Keep your ribs down.\",",
    "  \"\",",
    "form_cues",
    "`form_cues` is empty"
)]
#[case::a_dose_among_words(
    BRIDGE_WORDS,
    "[cautions]",
    "repetitions = [30, 30]\n\n[cautions]",
    "repetitions",
    "unknown field `repetitions`: only words stand here"
)]
#[case::seconds_among_words(
    BRIDGE_WORDS,
    "now = \"Hold. Breathe deep and steady, ribs down.\"",
    "now = \"Hold.\"\nseconds = 60",
    "seconds = 60",
    "unknown field `seconds`: only words stand here"
)]
#[case::a_word_in_the_structure(
    BRIDGE,
    "order = 4",
    "order = 4\nname = \"Bridge\"",
    "name",
    "`name` is a word: it belongs into"
)]
#[case::a_word_in_a_movement_of_the_structure(
    BRIDGE,
    "{ id = \"hold\", pose = \"bridge-low\",",
    "{ id = \"hold\", now = \"Hold.\", pose = \"bridge-low\",",
    "now",
    "`now` is a word: it belongs into"
)]
#[case::too_long_in_a_sequence(
    "words/en/sequences/thai-self-stretch.toml",
    "Rock gently: knees to your chest, then a little away.",
    THIRTEEN,
    "thirteen",
    "13 words, at most 12"
)]
#[case::wrong_type_of_a_word(
    BRIDGE_WORDS,
    "summary = \"Lift your hips until shoulders, hips and knees are in one line.\"",
    "summary = 3",
    "summary = 3",
    "invalid type"
)]
#[case::a_reference_among_words(
    "words/en/techniques/thai.toml",
    "say = ",
    "sequence = \"Stretches\"\nsay = ",
    "sequence",
    "unknown field `sequence`: only words stand here"
)]
#[case::syntax_of_words(BRIDGE_WORDS, "[cautions]", "[cautions", "[cautions", "unclosed table")]
#[case::id_twice(
    THAI,
    "{ id = \"floor\", sources = [\"PHS\"] },",
    "{ id = \"floor\" }, { id = \"floor\" },",
    "floor",
    "'floor' is used twice"
)]
#[case::id_in_plain_words(
    THAI,
    "{ id = \"floor\", sources = [\"PHS\"] },",
    "{ id = \"floor\" }, { id = \"On top\" },",
    "floor",
    "'On top' is not an id"
)]
#[case::no_id(
    THAI,
    "{ id = \"floor\", sources = [\"PHS\"] },",
    "{ id = \"floor\" }, {},",
    "floor",
    "missing field `id`"
)]
#[case::id_unlike_its_file(
    BRIDGE,
    "id = \"bridge\"",
    "id = \"bridges\"",
    "bridges",
    "the id is not the name of the file"
)]
#[case::source_of_a_caution_of_a_technique(
    THAI,
    "{ id = \"floor\", sources = [\"PHS\"] },",
    "{ id = \"floor\", sources = [\"NOPE\"] },",
    "NOPE",
    "there is no source 'NOPE'"
)]
fn structure_and_words_that_do_not_fit_fail_and_name_file_line_and_reason(
    #[case] file: &str,
    #[case] from: &str,
    #[case] to: &str,
    #[case] at: &str,
    #[case] reason: &str,
) {
    breaks(file, from, to, at, reason);
}

// The line to mend is one of the words.
#[rstest]
#[case::caution(
    BRIDGE,
    "[[cautions]]\nid = \"arching\"",
    "[[cautions]]\nid = \"height\"\n\n[[cautions]]\nid = \"arching\"",
    BRIDGE_WORDS,
    "[cautions]",
    "`cautions.height`"
)]
#[case::movement(
    BRIDGE,
    "  { id = \"lift\", pose = \"bridge-low\",",
    "  { id = \"fly\", pose = \"bridge-low\", seconds = 1 },\n  { id = \"lift\", pose = \"bridge-low\",",
    BRIDGE_WORDS,
    "[rungs.low.movements.lift]",
    "`rungs.low.movements.fly`"
)]
fn what_is_new_in_the_structure_needs_words(
    #[case] file: &str,
    #[case] from: &str,
    #[case] to: &str,
    #[case] words: &str,
    #[case] at: &str,
    #[case] reason: &str,
) {
    breaks_elsewhere(file, from, to, words, at, reason);
}

#[test]
fn a_missing_words_file_is_named_and_so_is_one_too_many() {
    let copy = ContentCopy::new("missing-words");
    let gone = fs::read_to_string(copy.0.join(BRIDGE_WORDS)).unwrap();
    fs::remove_file(copy.0.join(BRIDGE_WORDS)).unwrap();
    one_problem(&copy, BRIDGE_WORDS, 1, "there are no words for");
    fs::write(copy.0.join(BRIDGE_WORDS), gone).unwrap();
    assert_eq!(copy.problems(), [""; 0]);
    for file in ["words/en/exercises/plank.toml", "words/en/poses.toml", "words/en/tips/one.toml"] {
        fs::create_dir_all(copy.0.join(file).parent().unwrap()).unwrap();
        fs::write(copy.0.join(file), "name = \"Plank\"\n").unwrap();
        one_problem(&copy, file, 1, "is not there, or has no words");
        fs::remove_file(copy.0.join(file)).unwrap();
    }
}

#[test]
fn certainties_are_called_as_in_the_files() {
    use Certainty::{Disputed, High, Low, Moderate, Tradition, VeryLow};
    for certainty in [High, Moderate, Low, VeryLow, Disputed, Tradition] {
        assert_eq!(serde_json::to_value(certainty).unwrap(), certainty.name());
    }
}

#[test]
fn a_missing_file_is_named() {
    let copy = ContentCopy::new("missing");
    fs::remove_file(copy.0.join("structure/claims.toml")).unwrap();
    let problems = copy.problems();
    assert!(problems.iter().any(|problem| problem.contains("claims.toml")), "{problems:#?}");
}

#[test]
fn all_mistakes_are_told_at_once() {
    let copy = ContentCopy::new("all");
    copy.change(BRIDGE, "repetitions = [8, 10]", "repetitions = [10, 8]");
    copy.change(SUPERMAN, "[\"CAL\"]", "[\"NOPE\"]");
    copy.change("structure/claims.toml", "[\"SWAIN\"]", "[]");
    assert_eq!(copy.problems().len(), 3);
}
