//! What several host tests share: routines, players, records, and strategies for random ones.
#![allow(dead_code)]

use proptest::prelude::*;
use std::ops::RangeInclusive;
use unknot::content::CATALOG;
use unknot::content::words::teaching::demonstration;
use unknot::domain::Instant;
use unknot::domain::catalog::{Exercise, Rung};
use unknot::domain::progress::record::{Entry, SessionRecord, Sides, Stamp};
use unknot::domain::routine::{HOLD, Item, Prescription, REPETITIONS, REST, Routine, SETS};
use unknot::domain::safety::clearing::{Clearing, Playable, clear};
use unknot::domain::session::cue::{Cue, Sound};
use unknot::domain::session::demonstration::Demonstration;
use unknot::domain::session::player::{Effect, Player};
use unknot::domain::session::timeline::{Pace, PhaseKind, Timeline};

/// When the sessions of the tests begin, on the page's clock.
pub const T0: Instant = 1_000_000;

pub fn timed(get_ready: u16) -> Pace {
    Pace { get_ready, self_paced: false }
}

pub fn own_pace() -> Pace {
    Pace { get_ready: 10, self_paced: true }
}

pub fn routine(code: &str) -> Routine {
    Routine::custom(&CATALOG, "A routine", code).unwrap()
}

pub fn shipped(id: &str) -> Routine {
    Routine::shipped(&CATALOG, id).unwrap()
}

/// A routine as it is for somebody without a condition.
pub fn playable(routine: Routine) -> Playable {
    clear(&CATALOG, routine, &Clearing::default()).playable.unwrap()
}

/// Ids of every routine and every at-home sequence.
pub fn shipped_ids() -> Vec<&'static str> {
    let routines = CATALOG.routines.get().iter().map(|routine| routine.id.get());
    let sequences = CATALOG.sequences.get().iter().map(|sequence| sequence.id.get());
    routines.chain(sequences).collect()
}

/// How each item of a routine is explained.
pub fn demonstrations(routine: &Routine, rate: u8) -> Vec<Demonstration> {
    let items = &routine.items;
    (0..items.len()).map(|index| demonstration(items, index, rate)).collect()
}

/// An exercise in one of its forms.
pub fn form(exercise: &str, rung: &str) -> (&'static Exercise, &'static Rung) {
    let exercise = CATALOG.exercise(exercise).unwrap();
    (exercise, exercise.rung(rung).unwrap())
}

pub fn stamp() -> Stamp {
    Stamp {
        id: "01997a10-0000-7000-8000-000000000001".to_owned(),
        started_at: "2026-01-05T07:30:00+01:00".to_owned(),
        date: "2026-01-05".to_owned(),
        catalog: "en-test".to_owned(),
        pain_before: Some(4),
    }
}

/// A session of this code that begins at [`T0`].
pub fn started(code: &str, pace: Pace) -> Player {
    let mut player = Player::new(playable(routine(code)), pace);
    player.start(T0, stamp()).unwrap();
    player
}

/// Looks at the clock every 100 ms, from one time after [`T0`] to another, both included.
pub fn run(player: &mut Player, from_ms: u64, to_ms: u64) -> Vec<(u64, Effect)> {
    let mut effects = Vec::new();
    for at in (from_ms..=to_ms).step_by(100) {
        effects.extend(player.tick(T0 + at).into_iter().map(|effect| (at, effect)));
    }
    effects
}

pub fn sounds(effects: &[Effect]) -> Vec<(Sound, u32)> {
    let sound = |effect: &Effect| match effect {
        Effect::Sound { sound, in_ms } => Some((*sound, *in_ms)),
        _ => None,
    };
    effects.iter().filter_map(sound).collect()
}

pub fn announced(effects: &[Effect]) -> Vec<Cue> {
    let cue = |effect: &Effect| match effect {
        Effect::Announce(cue) => Some(*cue),
        _ => None,
    };
    effects.iter().filter_map(cue).collect()
}

/// A finished session of cat-cow and bridge.
pub fn record(id: &str, date: &str) -> SessionRecord {
    let entry = |exercise: &str, side, done| Entry {
        exercise: exercise.to_owned(),
        rung: "standard".to_owned(),
        side,
        planned: 8,
        done,
        seconds: 58,
        hurt: false,
        skipped: done < 8,
    };
    SessionRecord {
        id: id.to_owned(),
        started_at: format!("{date}T07:30:00+01:00"),
        date: date.to_owned(),
        routine: "custom".to_owned(),
        code: "cat-cow.8r_bird-dog.4r.3h".to_owned(),
        catalog: "en-test".to_owned(),
        entries: vec![entry("cat-cow", Sides::None, 8), entry("bird-dog", Sides::Alternating, 5)],
        pain_before: Some(4),
        pain_after: None,
        effort: None,
        worse_next_day: None,
        active_seconds: 116,
        finished: true,
    }
}

/// A random dose of a random form, short to print.
#[derive(Debug, Clone, Copy)]
pub struct Dose {
    exercise: u8,
    rung: u8,
    repetitions: u16,
    hold: u16,
    sets: u16,
    rest: u16,
}

impl Dose {
    pub fn item(self) -> Item {
        let (exercise, rung) = any_form(self.exercise, self.rung);
        Item::Exercise(Prescription {
            exercise,
            rung,
            repetitions: self.repetitions,
            hold: rung.hold_range().map(|_| self.hold),
            sets: self.sets,
            rest: self.rest,
        })
    }
}

/// Some form of some exercise for any two numbers.
pub fn any_form(exercise: u8, rung: u8) -> (&'static Exercise, &'static Rung) {
    let exercises = CATALOG.exercises.get();
    let exercise = &exercises[usize::from(exercise) % exercises.len()];
    let rungs = exercise.rungs.get();
    (exercise, &rungs[usize::from(rung) % rungs.len()])
}

fn dose(
    repetitions: RangeInclusive<u16>,
    hold: RangeInclusive<u16>,
    sets: RangeInclusive<u16>,
    rest: RangeInclusive<u16>,
) -> impl Strategy<Value = Dose> {
    (any::<u8>(), any::<u8>(), repetitions, hold, sets, rest).prop_map(
        |(exercise, rung, repetitions, hold, sets, rest)| Dose { exercise, rung, repetitions, hold, sets, rest },
    )
}

/// Anything a share code may ask for.
pub fn any_dose() -> impl Strategy<Value = Dose> {
    dose(REPETITIONS, HOLD, SETS, REST)
}

/// Little of it, so that random verbs reach the end of it.
pub fn small_dose() -> impl Strategy<Value = Dose> {
    dose(1..=5, 1..=6, 1..=2, 0..=8)
}

/// A random routine, short to print.
#[derive(Debug, Clone)]
pub enum Plan {
    Custom(Vec<Dose>),
    Shipped(&'static str),
}

impl Plan {
    pub fn routine(&self) -> Routine {
        match self {
            Self::Custom(doses) => {
                let items = doses.iter().map(|dose| dose.item()).collect();
                Routine { id: "custom".to_owned(), name: "A routine".to_owned(), items }
            }
            Self::Shipped(id) => shipped(id),
        }
    }
}

/// Any routine of up to five exercises, or one that ships.
pub fn any_plan() -> impl Strategy<Value = Plan> {
    prop_oneof![
        3 => prop::collection::vec(any_dose(), 1..=5).prop_map(Plan::Custom),
        1 => prop::sample::select(shipped_ids()).prop_map(Plan::Shipped),
    ]
}

/// A short routine, or one that ships.
pub fn small_plan() -> impl Strategy<Value = Plan> {
    prop_oneof![
        4 => prop::collection::vec(small_dose(), 1..=3).prop_map(Plan::Custom),
        1 => prop::sample::select(shipped_ids()).prop_map(Plan::Shipped),
    ]
}

pub fn any_pace() -> impl Strategy<Value = Pace> {
    (0..=30_u16, any::<bool>()).prop_map(|(get_ready, self_paced)| Pace { get_ready, self_paced })
}

/// So many random cases, and no files written next to the tests.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// What must hold of any timeline, also after a change: phases without gaps, none that runs for no
/// time, one `Finish` at the end, and a total that is the sum.
pub fn well_laid_out(timeline: &Timeline) -> Result<(), TestCaseError> {
    let phases = timeline.phases();
    prop_assert!(!phases.is_empty());
    let mut end = 0;
    for (index, phase) in phases.iter().enumerate() {
        prop_assert_eq!(phase.start_ms, end, "phase {} does not begin where the one before ends", index);
        end = phase.end_ms();
        prop_assert_eq!(phase.kind == PhaseKind::Finish, index + 1 == phases.len(), "phase {}", index);
        let waits = matches!(phase.kind, PhaseKind::Finish | PhaseKind::SelfPaced);
        prop_assert_eq!(phase.duration_ms == 0, waits, "phase {}: {:?}", index, phase);
    }
    let sum: u32 = phases.iter().map(|phase| phase.duration_ms).sum();
    prop_assert_eq!(timeline.total_ms(), sum);
    Ok(())
}
