//! A routine laid out in time: a list of phases, and which one holds at a position.
//!
//! Integers in milliseconds, half-open spans, no gaps. A timed timeline ends with one `Finish` of
//! 0 ms. A self-paced one has one `SelfPaced` phase of 0 ms an exercise and set, where the player
//! waits for the person; its position says nothing, only the phase's index does.

use crate::domain::catalog::{Breath, Movement, Position, SideMode};
use crate::domain::routine::{Item, Routine};
use crate::domain::session::demonstration::{Demonstration, Line};

/// Get-ready before the first step of a sequence is the person's setting, before others this.
const STEP_GET_READY_MS: u32 = 5_000;
/// Time to turn over between the two sides of a step (ours).
const SWITCH_SIDES_MS: u32 = 8_000;
/// Least get-ready where the body's position changes, whatever the person set (ours: 5 s do not take
/// anybody from lying to kneeling, and a stiff person needs longer than 10).
const CHANGE_MS: u32 = 20_000;
/// Get-ready seconds a person may set. 0 leaves the phase out.
pub const GET_READY: core::ops::RangeInclusive<u16> = 0..=30;
/// Get-ready seconds unless the person sets them.
pub const DEFAULT_GET_READY: u16 = 10;

/// How a routine is to be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Seconds to get ready before each exercise, [`GET_READY`]; longer where the body's position changes.
    pub get_ready: u16,
    /// Repetitions at the person's own pace. Sequences are timed all the same.
    pub self_paced: bool,
}

impl Default for Pace {
    fn default() -> Self {
        Self { get_ready: DEFAULT_GET_READY, self_paced: false }
    }
}

/// One of two sides; which limbs that means is the item's to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The side that begins.
    First,
    /// The other one.
    Second,
}

impl Side {
    /// Its place in an item's side names.
    pub const fn index(self) -> usize {
        match self {
            Self::First => 0,
            Self::Second => 1,
        }
    }
}

/// What goes on during a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhaseKind {
    /// A line of showing how it is done.
    Demonstration,
    /// Time to take the start position.
    GetReady,
    /// A movement.
    Move,
    /// A position held still.
    Hold,
    /// Rest between two sets.
    Rest,
    /// Time to change to the other side.
    SwitchSides,
    /// A set at the person's own pace: the player waits for Done.
    SelfPaced,
    /// The end.
    Finish,
}

impl PhaseKind {
    /// Its name for programs, such as style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Demonstration => "demonstration",
            Self::GetReady => "get-ready",
            Self::Move => "move",
            Self::Hold => "hold",
            Self::Rest => "rest",
            Self::SwitchSides => "switch",
            Self::SelfPaced => "self-paced",
            Self::Finish => "finish",
        }
    }
}

/// A span of time in which one thing goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phase {
    /// What goes on.
    pub kind: PhaseKind,
    /// Index of the routine's item.
    pub item: usize,
    /// Set, from 1; the coming one in a rest, 0 in a demonstration.
    pub set: u16,
    /// Repetition within the set (and side, in mode `each`), from 1; 0 outside repetitions; the line
    /// of a demonstration, from 1.
    pub rep: u16,
    /// Repetitions in the set (and side, in mode `each`), or lines in the demonstration.
    pub of: u16,
    /// The side, where there are sides; the coming one in a switch.
    pub side: Option<Side>,
    /// Index of the movement, in `Move` and `Hold` and where a demonstration shows one.
    pub movement: Option<usize>,
    /// Whether it completes a repetition.
    pub ends_repetition: bool,
    /// What the breath does.
    pub breath: Breath,
    /// The position that the body comes from, in a get-ready where that is another one.
    pub comes_from: Option<Position>,
    /// Where it begins, in ms from the start of the timeline.
    pub start_ms: u32,
    /// How long it lasts, in ms.
    pub duration_ms: u32,
}

impl Phase {
    /// Where it ends, in ms from the start of the timeline.
    pub const fn end_ms(&self) -> u32 {
        self.start_ms + self.duration_ms
    }

    /// The repetition it is part of, from 1; 0 outside repetitions.
    pub(crate) fn repetition(&self) -> u16 {
        if self.kind == PhaseKind::Demonstration { 0 } else { self.rep }
    }

    /// Whether two phases are the same moment of the same item, lengths aside.
    pub(crate) fn same_moment(&self, other: &Self) -> bool {
        (self.kind, self.set, self.rep, self.side, self.movement)
            == (other.kind, other.set, other.rep, other.side, other.movement)
    }
}

/// A routine laid out in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    phases: Vec<Phase>,
    self_paced: bool,
    /// By item; where there are fewer, the others have none.
    demonstrations: Vec<Demonstration>,
}

impl Timeline {
    /// Lays a routine out.
    pub fn compile(routine: &Routine, pace: Pace) -> Self {
        let self_paced = pace.self_paced && !routine.is_sequence();
        let mut timeline = Self { phases: Vec::new(), self_paced, demonstrations: Vec::new() };
        timeline.extend(&routine.items, 0, pace);
        timeline
    }

    /// Keeps the first `keep` phases and lays out the items from index `from` after them.
    pub(crate) fn recompile(&mut self, items: &[Item], keep: usize, from: usize, pace: Pace) {
        self.phases.truncate(keep);
        self.extend(items, from, pace);
    }

    /// The demonstrations by item, for what is laid out from now on.
    pub(crate) fn demonstrations_mut(&mut self) -> &mut Vec<Demonstration> {
        &mut self.demonstrations
    }

    /// The demonstration of an item; empty where there is none.
    pub fn demonstration(&self, item: usize) -> &[Line] {
        self.demonstrations.get(item).map_or(&[], Vec::as_slice)
    }

    /// The lines of its demonstration that belong to a phase: one, or, where the person sets the pace,
    /// all of them before the first set.
    pub fn lines(&self, phase: &Phase) -> &[Line] {
        let lines = self.demonstration(phase.item);
        match phase.kind {
            PhaseKind::Demonstration => lines.get(usize::from(phase.rep) - 1..usize::from(phase.rep)).unwrap_or(&[]),
            PhaseKind::SelfPaced if phase.set == 1 => lines,
            _ => &[],
        }
    }

    /// The phases of one item, starts not yet set.
    pub(crate) fn laid_out(&self, items: &[Item], index: usize, pace: Pace) -> Vec<Phase> {
        if self.self_paced {
            return self_paced_phases(items, index);
        }
        let side = items.get(index).filter(|item| item.side_mode() != SideMode::None).map(|_| Side::First);
        let lines = self.demonstration(index);
        let shown = lines.iter().zip(1..).map(|(line, rep)| Phase {
            kind: PhaseKind::Demonstration,
            rep,
            of: u16::try_from(lines.len()).unwrap_or(u16::MAX),
            side,
            movement: line.movement,
            duration_ms: line.ms,
            ..blank(index)
        });
        let timed = timed_phases(items, index, pace).into_iter().map(|phase| Phase {
            // The demonstration begins with the way there.
            comes_from: phase.comes_from.filter(|_| lines.is_empty()),
            ..phase
        });
        shown.chain(timed).collect()
    }

    fn extend(&mut self, items: &[Item], from: usize, pace: Pace) {
        for index in from..items.len() {
            let phases = self.laid_out(items, index, pace);
            self.append(phases);
        }
        let last = items.len().saturating_sub(1);
        self.append([Phase { kind: PhaseKind::Finish, ..blank(last) }]);
    }

    /// Appends phases, each starting where the one before ends.
    pub(crate) fn append(&mut self, phases: impl IntoIterator<Item = Phase>) {
        for phase in phases {
            let start_ms = self.phases.last().map_or(0, Phase::end_ms);
            self.phases.push(Phase { start_ms, ..phase });
        }
    }

    /// Keeps the first `keep` phases, the last of them changed by `change`, and takes back the
    /// rest behind it, starts moved to fit.
    pub(crate) fn splice(&mut self, keep: usize, change: impl FnOnce(&mut Phase), rest: Vec<Phase>) {
        self.phases.truncate(keep);
        if let Some(last) = self.phases.last_mut() {
            change(last);
        }
        self.append(rest);
    }

    /// The phases, in order; the last is `Finish`.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// The phase at an index; the last one past the end.
    pub fn phase(&self, index: usize) -> Phase {
        self.phases.get(index).or(self.phases.last()).copied().unwrap_or(blank(0))
    }

    /// Whether the person sets the pace.
    pub const fn is_self_paced(&self) -> bool {
        self.self_paced
    }

    /// Length of all phases, in ms; 0 where the person sets the pace.
    pub fn total_ms(&self) -> u32 {
        self.phases.last().map_or(0, Phase::end_ms)
    }

    /// Index of the phase that holds at a position of a timed timeline: the one with
    /// `start <= position < end`, `Finish` from the total on.
    pub fn locate(&self, position_ms: u32) -> usize {
        self.phases.partition_point(|phase| phase.start_ms <= position_ms).saturating_sub(1)
    }

    /// Index of the first phase of an item, or of what follows where it has none left.
    pub fn first_of(&self, item: usize) -> usize {
        let last = self.phases.len().saturating_sub(1);
        self.phases.iter().position(|phase| phase.item >= item).unwrap_or(last)
    }

    /// Index of the first phase of an item after its demonstration, or of what follows where it has
    /// none left.
    pub fn begins(&self, item: usize) -> usize {
        let last = self.phases.len().saturating_sub(1);
        let begins = |phase: &Phase| phase.item >= item && phase.kind != PhaseKind::Demonstration;
        self.phases.iter().position(begins).unwrap_or(last)
    }

    /// How much of the time from one position to another is demonstration, in ms.
    pub(crate) fn demonstrated_ms(&self, from_ms: u32, to_ms: u32) -> u32 {
        let phases = self.phases.iter().skip(self.locate(from_ms)).take_while(|phase| phase.start_ms < to_ms);
        let shown = phases.filter(|phase| phase.kind == PhaseKind::Demonstration);
        shown.map(|phase| phase.end_ms().min(to_ms).saturating_sub(phase.start_ms.max(from_ms))).sum()
    }

    /// Index of the first phase of what follows an item.
    pub fn after(&self, item: usize) -> usize {
        let last = self.phases.len().saturating_sub(1);
        self.phases.iter().position(|phase| phase.item > item).unwrap_or(last)
    }
}

const fn blank(item: usize) -> Phase {
    Phase {
        kind: PhaseKind::Finish,
        item,
        set: 0,
        rep: 0,
        of: 0,
        side: None,
        movement: None,
        ends_repetition: false,
        breath: Breath::Easy,
        comes_from: None,
        start_ms: 0,
        duration_ms: 0,
    }
}

/// The length in ms that a routine has when it is timed: what start pages show.
pub fn timed_total_ms(routine: &Routine, get_ready: u16) -> u32 {
    Timeline::compile(routine, Pace { get_ready, self_paced: false }).total_ms()
}

/// The position that the body comes from at an item, where it is another one than there.
pub fn comes_from(items: &[Item], index: usize) -> Option<Position> {
    let (before, to) = (items.get(index.checked_sub(1)?)?.position(), items.get(index)?.position());
    (before != to && before != Position::Any && to != Position::Any).then_some(before)
}

fn self_paced_phases(items: &[Item], index: usize) -> Vec<Phase> {
    let Some(item) = items.get(index) else { return Vec::new() };
    let of = item.repetitions() * item.per_dose();
    let comes_from = |set| if set == 1 { comes_from(items, index) } else { None };
    let phase = |set| Phase { kind: PhaseKind::SelfPaced, set, of, comes_from: comes_from(set), ..blank(index) };
    (1..=item.sets()).map(phase).collect()
}

fn timed_phases(items: &[Item], index: usize, pace: Pace) -> Vec<Phase> {
    let mut phases = Vec::new();
    let Some(item) = items.get(index) else { return phases };
    let comes_from = comes_from(items, index);
    let get_ready_ms = match item {
        Item::Step(_) if index > 0 => STEP_GET_READY_MS,
        _ => u32::from(pace.get_ready) * 1000,
    };
    let get_ready_ms = get_ready_ms.max(if comes_from.is_some() { CHANGE_MS } else { 0 });
    let first_side = (item.side_mode() != SideMode::None).then_some(Side::First);
    if get_ready_ms > 0 {
        phases.push(Phase {
            kind: PhaseKind::GetReady,
            set: 1,
            side: first_side,
            comes_from,
            duration_ms: get_ready_ms,
            ..blank(index)
        });
    }
    for set in 1..=item.sets() {
        if set > 1 && item.rest() > 0 {
            let duration_ms = u32::from(item.rest()) * 1000;
            phases.push(Phase { kind: PhaseKind::Rest, set, side: first_side, duration_ms, ..blank(index) });
        }
        match item.side_mode() {
            SideMode::None => push_repetitions(&mut phases, item, index, set, |_| None, item.repetitions()),
            SideMode::Alternating => {
                let side = |rep| Some(if rep % 2 == 1 { Side::First } else { Side::Second });
                push_repetitions(&mut phases, item, index, set, side, item.repetitions() * 2);
            }
            SideMode::Each => {
                push_repetitions(&mut phases, item, index, set, |_| Some(Side::First), item.repetitions());
                phases.push(Phase {
                    kind: PhaseKind::SwitchSides,
                    set,
                    side: Some(Side::Second),
                    duration_ms: SWITCH_SIDES_MS,
                    ..blank(index)
                });
                push_repetitions(&mut phases, item, index, set, |_| Some(Side::Second), item.repetitions());
            }
        }
    }
    phases
}

fn push_repetitions(
    phases: &mut Vec<Phase>,
    item: &Item,
    index: usize,
    set: u16,
    side_of: impl Fn(u16) -> Option<Side>,
    of: u16,
) {
    let movements = item.movements();
    for rep in 1..=of {
        for (at, movement) in movements.iter().enumerate() {
            phases.push(Phase {
                kind: kind_of(movement),
                set,
                rep,
                of,
                side: side_of(rep),
                movement: Some(at),
                ends_repetition: at + 1 == movements.len(),
                breath: movement.breath,
                duration_ms: u32::from(item.seconds(movement)) * 1000,
                ..blank(index)
            });
        }
    }
}

const fn kind_of(movement: &Movement) -> PhaseKind {
    if movement.is_hold() || movement.still { PhaseKind::Hold } else { PhaseKind::Move }
}
