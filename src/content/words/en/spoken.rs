//! What is said during a session: names and sides, never seconds.

use super::messages::{YOU_WERE_AWAY, breath};
use crate::domain::routine::Item;
use crate::domain::session::coach::Script;
use crate::domain::session::cue::{Cue, CueKind};
use crate::domain::session::timeline::{Phase, Side, Timeline};

/// The name of the side of a phase, both limbs named: "Right arm, left leg". Empty without sides.
pub fn side_name(item: &Item, side: Option<Side>) -> &'static str {
    side.and_then(|side| item.side_names().get(side.index())).map_or("", |name| name.get())
}

/// What to do now, in at most twelve words.
pub fn instruction(item: &Item, phase: &Phase) -> String {
    let Some(movement) = phase.movement.and_then(|index| item.movements().get(index)) else {
        return item.ready().to_owned();
    };
    movement.now.replace("{side}", side_name(item, phase.side))
}

/// What to announce for a cue; `None` where a sound says enough.
pub fn words(cue: &Cue, timeline: &Timeline, items: &[Item]) -> Option<String> {
    let phase = timeline.phase(cue.phase);
    let item = items.get(phase.item)?;
    let side = side_name(item, phase.side);
    let joined = |first: &str, second: &str| {
        if second.is_empty() { format!("{first}.") } else { format!("{first}. {second}.") }
    };
    Some(match cue.kind {
        CueKind::GetReady => format!("{}. {}", item.name(), item.ready()),
        CueKind::SelfPaced => format!("{}. {} Press Done when you are.", item.name(), item.ready()),
        CueKind::Movement => instruction(item, &phase),
        CueKind::Hold { told: true } => "Hold.".to_owned(),
        CueKind::Side => format!("{side}."),
        CueKind::HalfWay => joined("Half-way", side),
        CueKind::LastOne => joined("Last one", side),
        CueKind::SwitchSides => joined("Switch sides", side),
        CueKind::Rest => joined("Rest", "Then the next set"),
        CueKind::Finish => "Session complete.".to_owned(),
        CueKind::Repetition { breathe: true } | CueKind::Change { breathe: true } => {
            format!("{}.", breath(phase.breath))
        }
        CueKind::CountIn(_)
        | CueKind::HoldEnding(_)
        | CueKind::Repetition { breathe: false }
        | CueKind::Change { breathe: false }
        | CueKind::Hold { told: false } => return None,
    })
}

/// These words, for the coach.
#[derive(Debug, Clone, Copy)]
pub struct Spoken;

impl Script for Spoken {
    fn words(&self, cue: &Cue, timeline: &Timeline, items: &[Item]) -> Option<String> {
        words(cue, timeline, items)
    }

    fn instruction(&self, item: &Item, phase: &Phase) -> String {
        instruction(item, phase)
    }

    fn with_first_movement(&self, words: &str, instruction: &str) -> String {
        format!("{words} Then: {instruction}")
    }

    fn away(&self) -> String {
        YOU_WERE_AWAY.to_owned()
    }
}
