//! What conditions make of routines: the rules, and that nothing gets past them.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use proptest::prelude::*;
use rstest::rstest;
use support::{routine, shipped, shipped_ids, stamp, timed};
use unknot::content::CATALOG;
use unknot::domain::catalog::{Condition, Rule, Ruling};
use unknot::domain::documents::health::Health;
use unknot::domain::progress::record::SessionRecord;
use unknot::domain::routine::{Item, Prescription, Routine, share_code};
use unknot::domain::safety::clearing::{Cleared, Clearing, clear, name_of};
use unknot::domain::session::player::keeping::is_of;
use unknot::domain::session::player::{Player, PlayerError};

fn strings(texts: &[&str]) -> Option<Vec<String>> {
    Some(texts.iter().map(|text| (*text).to_owned()).collect())
}

fn somebody_with(conditions: &[&str], cleared: &[&str]) -> Clearing {
    let health = Health { conditions: strings(conditions), cleared: strings(cleared), ..Health::default() };
    Clearing::of(CATALOG.conditions.get(), &health)
}

fn cleared(conditions: &[&str], routine: Routine) -> Cleared {
    clear(&CATALOG, routine, &somebody_with(conditions, &[]))
}

/// What is left, as a share code or as the steps of a sequence.
fn left(cleared: &Cleared) -> String {
    let form = |item: &Item| match item {
        Item::Exercise(p) => format!("{}.{}", p.exercise.id.get(), p.rung.id.get()),
        Item::Step(step) => step.id.get().to_owned(),
    };
    let items = cleared.playable.iter().flat_map(|playable| playable.routine().items.iter().map(form));
    items.collect::<Vec<_>>().join(" ")
}

#[rstest]
#[case::none(&[], "daily-six", "cat-cow.standard bird-dog.standard pelvic-tilt.standard bridge.standard dead-bug.standard superman.standard")]
#[case::osteoporosis(&["osteoporosis"], "daily-six", "bird-dog.standard pelvic-tilt.standard bridge.standard dead-bug.standard superman.standard")]
#[case::osteoporosis_stretches(&["osteoporosis"], "thai-self-stretch", "palms figure-four")]
#[case::osteoporosis_bad_day(&["osteoporosis"], "bad-day", "pelvic-tilt.standard legs-up.standard")]
#[case::past_clot(&["past-clot"], "thai-self-stretch", "rock twist child figure-four")]
#[case::past_clot_ball(&["past-clot"], "trigger-point-ball", "")]
#[case::past_clot_soft_ball(&["past-clot"], "myofascial-slow", "")]
#[case::blood_thinners(&["blood-thinners"], "thai-self-stretch", "rock twist child figure-four")]
#[case::blood_thinners_ball(&["blood-thinners"], "trigger-point-ball", "")]
#[case::pregnancy(&["pregnancy"], "daily-six", "cat-cow.standard bird-dog.standard pelvic-tilt.standard bridge.standard dead-bug.standard bird-dog.standard")]
#[case::late_pregnancy(&["pregnancy-past-16"], "daily-six", "cat-cow.standard bird-dog.standard pelvic-tilt.wall bird-dog.standard")]
#[case::no_floor(&["no-floor"], "daily-six", "cat-cow.seated bird-dog.wall pelvic-tilt.wall")]
#[case::no_floor_massage(&["no-floor"], "thai-self-stretch", "")]
#[case::one_upon_another(&["pregnancy", "no-floor"], "daily-six", "cat-cow.seated bird-dog.wall pelvic-tilt.wall")]
#[case::sore_knee(&["knee"], "thai-self-stretch", "rock twist palms figure-four")]
#[case::narrow_canal(&["stenosis"], "full-six", "cat-cow.standard bird-dog.standard pelvic-tilt.standard bridge.standard dead-bug.standard bird-dog.standard")]
#[case::unknown_condition(&["gills"], "two-minute-reset", "cat-cow.seated pelvic-tilt.wall")]
fn conditions_make_of_a_routine(#[case] conditions: &[&str], #[case] id: &str, #[case] expected: &str) {
    assert_eq!(left(&cleared(conditions, shipped(id))), expected);
}

#[test]
fn what_stays_keeps_its_dose_and_what_is_changed_says_why() {
    let cleared = cleared(&["no-floor"], routine("cat-cow.7r_bridge.3r.2h"));
    let items = &cleared.playable.as_ref().unwrap().routine().items;
    assert_eq!(share_code::format(items), "cat-cow.seated.7r");
    let changes: Vec<_> = cleared.changes.iter().map(|change| (change.item.id(), change.rule.does)).collect();
    assert_eq!(changes, [("cat-cow", Ruling::Swap), ("bridge", Ruling::LeaveOut)]);
    assert_eq!(cleared.changes[0].becomes.unwrap().rung_id(), "seated");
}

#[test]
fn what_is_to_be_asked_or_taken_care_of_is_told_of_what_is_done() {
    let cleared = cleared(&["wrist", "dizziness"], routine("cat-cow.7r_bridge.3r.2h"));
    assert_eq!(left(&cleared), "cat-cow.standard bridge.standard");
    let told: Vec<_> = cleared.changes.iter().map(|change| (change.item.id(), change.condition.id.get())).collect();
    assert_eq!(told, [("cat-cow", "wrist"), ("cat-cow", "dizziness"), ("bridge", "dizziness")]);
    // The dog at the wall has a word for the dizzy; on all fours it has none.
    let cleared = self::cleared(&["no-floor", "dizziness"], routine("bird-dog.3r.3h"));
    let told: Vec<_> = cleared.changes.iter().map(|change| change.rule.id.get()).collect();
    assert_eq!(told, ["wall-reach", "rising"]);
}

#[test]
fn a_clinician_can_clear_all_but_what_is_strict() {
    let osteoporosis = somebody_with(&["osteoporosis"], &["osteoporosis.rounds"]);
    assert!(left(&clear(&CATALOG, shipped("daily-six"), &osteoporosis)).starts_with("cat-cow"));
    let clot = somebody_with(&["past-clot"], &["past-clot.presses", "past-clot.deep-work"]);
    assert_eq!(left(&clear(&CATALOG, shipped("thai-self-stretch"), &clot)), "rock twist child figure-four");
    assert_eq!(left(&clear(&CATALOG, shipped("deep-tissue-forearm"), &clot)), "warm strokes settle");
    // Two conditions, one of them cleared.
    let both = somebody_with(&["osteoporosis", "bending-forward-hurts"], &["osteoporosis.rounds"]);
    assert_eq!(left(&clear(&CATALOG, routine("knee-hug.3r"), &both)), "");
}

#[test]
fn strict_is_what_was_agreed_and_nothing_else() {
    let strict = CATALOG.conditions.get().iter().flat_map(|condition| {
        let rules = condition.rules.get().iter().filter(|rule| rule.strict);
        rules.flat_map(|rule| rule.on.get().iter().map(|on| format!("{} {}", condition.id, on.get())))
    });
    let [clot, thinners] = ["past-clot", "blood-thinners"].map(|condition| {
        ["thai-self-stretch.palms", "trigger-point-ball", "myofascial-slow"].map(|on| format!("{condition} {on}"))
    });
    let expected: Vec<String> = thinners.into_iter().chain(clot).collect();
    assert_eq!(strict.collect::<Vec<_>>(), expected);
}

#[test]
fn what_is_forgotten_takes_its_clearance_along() {
    let mut health = Health::default();
    health.set_condition("osteoporosis", true);
    health.set_condition("knee", true);
    health.set_cleared("osteoporosis.rounds", true);
    health.set_cleared("knee.kneeling", true);
    health.set_condition("osteoporosis", true);
    health.set_condition("osteoporosis", false);
    assert_eq!((health.conditions, health.cleared), (strings(&["knee"]), strings(&["knee.kneeling"])));
}

#[test]
fn a_session_can_be_taken_up_where_the_rules_make_the_same_of_it() {
    let played = cleared(&["past-clot"], shipped("thai-self-stretch")).playable.unwrap();
    let mut player = Player::new(played, timed(0));
    player.start(1_000, stamp()).unwrap();
    let record: SessionRecord = player.record(1_000).unwrap();
    let again = |conditions: &[&str]| {
        let found = Routine::recorded(&CATALOG, &record.routine, &record.code, "").unwrap();
        cleared(conditions, found).playable.is_some_and(|playable| is_of(&record, playable.routine()))
    };
    assert!(again(&["past-clot"]));
    assert!(again(&["past-clot", "numb-areas"]), "what is only to be taken care of changes nothing");
    assert!(!again(&[]), "a step more would be a step that the record does not have");
    assert!(!again(&["past-clot", "osteoporosis"]));
}

#[test]
fn a_swap_in_a_session_goes_by_the_rules_too() {
    let playable = cleared(&["no-floor"], routine("bird-dog.wall.6r.3h")).playable.unwrap();
    let mut player = Player::new(playable, timed(0));
    player.start(1_000, stamp()).unwrap();
    let dog = CATALOG.exercise("bird-dog").unwrap();
    assert_eq!(player.swap(1_000, dog, dog.standard()), Err(PlayerError::AgainstTheRules));
    assert!(player.swap(1_000, dog, dog.rung("wall").unwrap()).is_ok());
}

fn any_conditions() -> impl Strategy<Value = Vec<&'static str>> {
    let ids: Vec<&str> = CATALOG.conditions.get().iter().map(|condition| condition.id.get()).collect();
    let count = ids.len();
    proptest::sample::subsequence(ids, 0..=count)
}

/// Ids of rules, those there are and others.
fn any_cleared() -> impl Strategy<Value = Vec<String>> {
    let names = CATALOG
        .conditions
        .get()
        .iter()
        .flat_map(|condition| condition.rules.get().iter().map(move |rule| name_of(condition, rule)));
    let names: Vec<String> = names.collect();
    let count = names.len();
    proptest::sample::subsequence(names, 0..=count)
}

fn any_routine() -> impl Strategy<Value = Routine> {
    let forms: Vec<Item> = CATALOG
        .exercises
        .get()
        .iter()
        .flat_map(|exercise| {
            exercise.rungs.get().iter().map(move |rung| Item::Exercise(Prescription::lower(exercise, rung)))
        })
        .collect();
    let of_link = proptest::collection::vec(proptest::sample::select(forms), 1..12)
        .prop_map(|items| routine(&share_code::format(&items)));
    prop_oneof![of_link, proptest::sample::select(shipped_ids()).prop_map(shipped)]
}

/// What the rules say, read apart from the code that goes by them.
fn forbids(condition: &Condition, rule: &Rule, routine: &str, item: &Item, cleared: &[String]) -> bool {
    let names = match item {
        Item::Exercise(p) => [p.exercise.id.to_string(), format!("{}.{}", p.exercise.id, p.rung.id)],
        Item::Step(step) => [routine.to_owned(), format!("{routine}.{}", step.id)],
    };
    let is_set_aside = !rule.strict && cleared.contains(&format!("{}.{}", condition.id, rule.id));
    matches!(rule.does, Ruling::LeaveOut | Ruling::Swap)
        && !is_set_aside
        && rule.on.get().iter().any(|on| names.iter().any(|name| name == on.get()))
}

proptest! {
    #[test]
    fn nothing_that_is_forbidden_is_played(
        conditions in any_conditions(), cleared in any_cleared(), routine in any_routine(),
    ) {
        let names: Vec<&str> = cleared.iter().map(String::as_str).collect();
        let id = routine.id.clone();
        let Some(playable) = clear(&CATALOG, routine, &somebody_with(&conditions, &names)).playable else { return Ok(()) };
        prop_assert!(!playable.routine().items.is_empty());
        let played: Vec<Item> = playable.routine().items.clone();
        for condition in CATALOG.conditions.get().iter().filter(|condition| conditions.contains(&condition.id.get())) {
            for rule in condition.rules.get() {
                for item in &played {
                    prop_assert!(!forbids(condition, rule, &id, item, &cleared), "{}.{} {}", condition.id, rule.id, item.name());
                }
            }
        }
        // Again, it is the same.
        let again = clear(&CATALOG, playable.routine().clone(), &somebody_with(&conditions, &names)).playable.unwrap();
        prop_assert_eq!(&again.routine().items, &played);
        let timeline = Player::new(playable, timed(10));
        prop_assert!(timeline.timeline().total_ms() > 0);
    }

    #[test]
    fn whoever_has_no_condition_does_what_was_asked(routine in any_routine()) {
        let cleared = clear(&CATALOG, routine.clone(), &Clearing::default());
        prop_assert!(cleared.changes.is_empty());
        prop_assert_eq!(cleared.playable.unwrap().into_parts().0, routine);
    }
}
