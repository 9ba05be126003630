//! What to say and sound, and when. Pure: a span of the timeline in, cues out; each cue comes at
//! most once a pass over its instant.

use crate::domain::catalog::{Breath, SideMode};
use crate::domain::routine::Item;
use crate::domain::session::timeline::{Phase, PhaseKind, Timeline};

/// Seconds before the end of a get-ready, rest or long hold that are ticked off.
const COUNT_DOWN: u32 = 3;
/// Shortest phase whose last seconds are ticked off, in ms; in shorter ones ticks would crowd.
const SHORTEST_COUNTED_MS: u32 = 5_000;
/// Fewest repetitions at which half-way and the last one are worth saying.
const WORTH_COUNTING: u16 = 4;

/// Shortest movement that leaves time to breathe by words, in ms.
const SLOW_MS: u32 = 3_000;

/// What a cue is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueKind {
    /// Put the phone down; the session waits.
    PhoneDown,
    /// A line of a demonstration.
    Demonstration {
        /// Whether it is the first.
        first: bool,
    },
    /// Take the start position of an item.
    GetReady,
    /// A second ticked off before something begins; carries how many are left.
    CountIn(u8),
    /// The first time a movement is done, on each side; in steps each time.
    Movement,
    /// A hold begins; `told` on the first and last repetition, in steps on each.
    Hold {
        /// Whether it is put into words.
        told: bool,
    },
    /// A second ticked off before a hold ends; carries how many are left.
    HoldEnding(u8),
    /// A further repetition begins.
    Repetition {
        /// Whether the breath is told: in slow movements that have one.
        breathe: bool,
    },
    /// A further repetition begins on the other side.
    Side,
    /// A repetition's next movement begins.
    Change {
        /// Whether the breath is told: in slow movements that have one.
        breathe: bool,
    },
    /// The repetition after half of them begins.
    HalfWay,
    /// The last repetition begins.
    LastOne,
    /// Turn to the other side.
    SwitchSides,
    /// Rest before the next set.
    Rest,
    /// A set at the person's own pace begins.
    SelfPaced {
        /// Whether it is shown first how it is done, where there is a demonstration.
        shown: bool,
    },
    /// The routine is done.
    Finish,
}

/// A sound, named after what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sound {
    /// Something comes: take your position.
    GetReady,
    /// One second less.
    Tick,
    /// Begin.
    Start,
    /// Next repetition.
    Repetition,
    /// Next movement.
    Change,
    /// Hold still.
    Hold,
    /// Turn to the other side.
    SwitchSides,
    /// Rest.
    Rest,
    /// Done.
    Finish,
}

/// Something to say, sound or show at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// Its instant on the timeline, in ms.
    pub at_ms: u32,
    /// What it is about.
    pub kind: CueKind,
    /// Index of the phase it belongs to.
    pub phase: usize,
}

impl CueKind {
    /// The sound of this cue; none between the lines of a demonstration.
    pub const fn sound(self) -> Option<Sound> {
        Some(match self {
            Self::Demonstration { first: false } => return None,
            Self::PhoneDown | Self::GetReady | Self::SelfPaced { .. } | Self::Demonstration { .. } => Sound::GetReady,
            Self::CountIn(_) | Self::HoldEnding(_) => Sound::Tick,
            Self::Movement => Sound::Start,
            Self::Hold { .. } => Sound::Hold,
            Self::Repetition { .. } | Self::Side | Self::HalfWay | Self::LastOne => Sound::Repetition,
            Self::Change { .. } => Sound::Change,
            Self::SwitchSides => Sound::SwitchSides,
            Self::Rest => Sound::Rest,
            Self::Finish => Sound::Finish,
        })
    }

    /// Whether it goes to the status region, which must not flood.
    pub const fn is_announced(self) -> bool {
        matches!(
            self,
            Self::PhoneDown
                | Self::Demonstration { .. }
                | Self::GetReady
                | Self::Movement
                | Self::Hold { told: true }
                | Self::LastOne
                | Self::SwitchSides
                | Self::Rest
                | Self::SelfPaced { .. }
                | Self::Finish
        )
    }

    /// Whether the voice may have words for it: whatever begins may, a second ticked off has none.
    pub const fn is_spoken(self) -> bool {
        !matches!(self, Self::CountIn(_) | Self::HoldEnding(_))
    }

    /// Whether it is felt and seen, by a buzz and a flash, and not only heard.
    pub const fn is_felt(self) -> bool {
        let is_told = self.is_announced() && !matches!(self, Self::Demonstration { first: false });
        is_told || matches!(self, Self::Side | Self::HalfWay)
    }

    /// Whether the breath is told.
    pub const fn is_breath(self) -> bool {
        matches!(self, Self::Repetition { breathe: true } | Self::Change { breathe: true })
    }
}

/// The cues due in `from <= instant < to`, in order.
pub fn cues_between(timeline: &Timeline, items: &[Item], from_ms: u32, to_ms: u32) -> Vec<Cue> {
    let mut cues = Vec::new();
    if from_ms >= to_ms || timeline.is_self_paced() {
        return cues;
    }
    let phases = timeline.phases();
    for (index, phase) in phases.iter().enumerate().skip(timeline.locate(from_ms)) {
        if phase.start_ms >= to_ms {
            break;
        }
        let Some(item) = items.get(phase.item) else { continue };
        let mut push = |at_ms: u32, kind: CueKind| {
            if (from_ms..to_ms).contains(&at_ms) {
                cues.push(Cue { at_ms, kind, phase: index });
            }
        };
        push(phase.start_ms, kind_at_start(phase, item));
        if phase.duration_ms >= SHORTEST_COUNTED_MS {
            let tick: Option<fn(u8) -> CueKind> = match phase.kind {
                PhaseKind::GetReady | PhaseKind::Rest | PhaseKind::SwitchSides => Some(CueKind::CountIn),
                PhaseKind::Hold => Some(CueKind::HoldEnding),
                _ => None,
            };
            for left in (1..=COUNT_DOWN).rev() {
                if let Some(tick) = tick {
                    push(phase.end_ms() - left * 1000, tick(left as u8));
                }
            }
        }
    }
    cues
}

/// How often a set's movements are told once more: at every so manieth repetition (ours).
const REMIND_EVERY: u16 = 3;

/// The repetition that a phase belongs to, from 1; per side where sides alternate.
pub fn turn(phase: &Phase, item: &Item) -> u16 {
    phase.rep.div_ceil(item.per_dose())
}

/// Whether a movement is told once more: "little and in time", but not only once; the way out of a
/// hold and the way back each time, so that nobody is left where they are.
pub fn reminds(phase: &Phase, item: &Item) -> bool {
    let turn = turn(phase, item);
    let movements = item.movements();
    let out_of_hold = phase.movement.is_some_and(|index| index > 0 && movements[index - 1].is_hold());
    let way_back = phase.movement.is_some_and(|index| index > 0 && index + 1 == movements.len());
    turn > 1 && turn % REMIND_EVERY == 1 || out_of_hold || way_back
}

/// Whether the repetition of a phase is the one after half of them, or the last: [`CueKind::HalfWay`] or
/// [`CueKind::LastOne`], where there are enough to count.
pub fn milestone(phase: &Phase) -> Option<CueKind> {
    match phase.rep {
        _ if phase.of < WORTH_COUNTING => None,
        rep if rep == phase.of => Some(CueKind::LastOne),
        // Of five there is no half.
        rep if phase.of.is_multiple_of(2) && rep == phase.of / 2 + 1 => Some(CueKind::HalfWay),
        _ => None,
    }
}

/// What the beginning of a phase is about.
pub fn kind_at_start(phase: &Phase, item: &Item) -> CueKind {
    match phase.kind {
        PhaseKind::GetReady => CueKind::GetReady,
        PhaseKind::Rest => CueKind::Rest,
        PhaseKind::SwitchSides => CueKind::SwitchSides,
        PhaseKind::SelfPaced => CueKind::SelfPaced { shown: phase.set == 1 },
        PhaseKind::Demonstration => CueKind::Demonstration { first: phase.rep == 1 },
        PhaseKind::Finish => CueKind::Finish,
        PhaseKind::Move | PhaseKind::Hold => {
            let alternating = item.side_mode() == SideMode::Alternating;
            // A step is long, and its words keep the person safe: each time counts as the first.
            let first = phase.rep <= if alternating { 2 } else { 1 } || matches!(item, Item::Step(_));
            let last = phase.rep == phase.of;
            let breathe = phase.breath != Breath::Easy && phase.duration_ms >= SLOW_MS;
            let begins = || {
                let further = if alternating { CueKind::Side } else { CueKind::Repetition { breathe } };
                milestone(phase).unwrap_or(further)
            };
            match (phase.kind, phase.movement) {
                (PhaseKind::Hold, _) => CueKind::Hold { told: first || last },
                _ if first => CueKind::Movement,
                (_, Some(0)) => begins(),
                _ => CueKind::Change { breathe },
            }
        }
    }
}
