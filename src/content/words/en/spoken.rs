//! What is said during a session: names and sides, never seconds.

use super::messages::breath;
use crate::domain::routine::Item;
use crate::domain::session::cue::{Cue, CueKind};
use crate::domain::session::timeline::{Phase, Side, Timeline};
use crate::domain::session::voice::length_ms;

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

/// Silence to leave before a get-ready ends, in ms.
const BREATHER_MS: u32 = 500;

/// What the voice says for a cue, at a rate in percent of normal: what is announced, and in
/// get-ready also the first movement, where there is time for it, so that whoever cannot see the
/// picture knows what to do before it begins.
pub fn aloud(cue: &Cue, timeline: &Timeline, items: &[Item], rate: u8) -> Option<String> {
    let words = words(cue, timeline, items)?;
    let phase = timeline.phase(cue.phase);
    let first = timeline.phase(cue.phase + 1);
    let with_first = items
        .get(phase.item)
        .filter(|_| cue.kind == CueKind::GetReady && first.item == phase.item && first.movement.is_some())
        .map(|item| format!("{words} Then: {}", instruction(item, &first)))
        .filter(|text| length_ms(text, rate) + BREATHER_MS <= phase.duration_ms);
    Some(with_first.unwrap_or(words))
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
