//! What is said during a session: names and sides, never seconds.

use super::messages::{PHONE_DOWN as PHONE_DOWN_TITLE, YOU_WERE_AWAY, breath};
use crate::domain::catalog::{Movement, Position, SideMode, Stroke};
use crate::domain::routine::Item;
use crate::domain::session::coach::{Part, Script, Worth};
use crate::domain::session::cue::{Cue, CueKind, milestone, reminds, turn};
use crate::domain::session::timeline::{Phase, PhaseKind, Side, Timeline};

/// The name of the side of a phase, both limbs named: "Right arm, left leg". Empty without sides.
pub fn side_name(item: &Item, side: Option<Side>) -> &'static str {
    side.and_then(|side| item.side_names().get(side.index())).map_or("", |name| name.get())
}

/// How to get from one position to another without a strain (after the NIA's Go4Life: over the side,
/// hands and knees, a chair); empty where there is nothing to say.
pub fn way(from: Position, to: Position) -> &'static str {
    use Position::{AllFours, Any, Back, Front, LegsUp, Sitting, Standing};
    match (from, to) {
        (Back, LegsUp) => "Slide to a chair.",
        (LegsUp, Back) => "Put your feet down.",
        (LegsUp, LegsUp) => "",
        (LegsUp, to) => way(Back, to),
        (Standing | Sitting, AllFours) => "Come down to the floor. Hold on to a chair if you like.",
        (Standing | Sitting, Back | LegsUp) => "Down to the floor, onto your side, then your back.",
        (Standing | Sitting, Front) => "Come down onto hands and knees.",
        (Standing, Sitting) => "Sit down slowly.",
        (Sitting, Standing) => "Stand up slowly.",
        (AllFours, Back | LegsUp) => "Sit to one side, lie on your side, then your back.",
        (AllFours, Front) => "Walk your hands forward.",
        (AllFours, Sitting) => "Come to sitting.",
        (AllFours, Standing) => "Hands on a chair, one foot flat, and stand up.",
        (Back, AllFours) => "Roll to your side, push up with your hand.",
        (Back, Front) => "Feet down, then roll over onto your front.",
        (Back, Sitting) => "Roll to your side and push up with your hand.",
        (Back, Standing) => "Roll to your side, push up, then stand up by a chair.",
        (Front, AllFours) => "Push up with your hands.",
        (Front, Back | LegsUp) => "Roll over onto your back.",
        (Front, Sitting) => "Push up onto hands and knees, then sit down to one side.",
        (Front, Standing) => "Push up to your knees, then stand up by a chair.",
        (Any, _)
        | (_, Any)
        | (Standing, Standing)
        | (Sitting, Sitting)
        | (AllFours, AllFours)
        | (Back, Back)
        | (Front, Front) => "",
    }
}

/// The way to the start position, where the body comes from another.
fn way_of(item: &Item, phase: &Phase) -> Option<&'static str> {
    phase.comes_from.map(|from| way(from, item.position())).filter(|way| !way.is_empty())
}

/// Out of the stretch before an item, where that is one.
pub fn comes_out(items: &[Item], index: usize) -> Option<&'static str> {
    let before = items.get(index.checked_sub(1)?)?;
    (matches!(before, Item::Step(_)) && before.stroke() == Stroke::None).then_some(COME_OUT)
}

/// Sentences, one behind the other.
fn together<'a>(sentences: impl IntoIterator<Item = &'a str>) -> String {
    sentences.into_iter().collect::<Vec<_>>().join(" ")
}

/// How to rest between two sets.
fn rest(item: &Item) -> &'static str {
    match item.position() {
        Position::AllFours => "Sit back on your heels, if you like.",
        Position::Front => "Lower everything. Turn your head to one side.",
        Position::Back | Position::LegsUp => "Lower everything, and let go.",
        Position::Sitting => "Sit easy, and let your shoulders hang.",
        Position::Standing | Position::Any => "Stand easy, and let your shoulders hang.",
    }
}

/// What to do now: in at most twelve words, but for the way to another position.
pub fn instruction(item: &Item, phase: &Phase) -> String {
    if phase.kind == PhaseKind::Rest {
        return rest(item).to_owned();
    }
    let Some(movement) = phase.movement.and_then(|index| item.movements().get(index)) else {
        return together(way_of(item, phase).into_iter().chain([item.ready()]));
    };
    movement.now.replace("{side}", side_name(item, phase.side))
}

/// What to announce for a cue; `None` where a sound says enough: a movement as the screen has it, and
/// of anything else what the voice says without what is worth less than a name.
pub fn words(cue: &Cue, timeline: &Timeline, items: &[Item]) -> Option<String> {
    if !cue.kind.is_announced() {
        return None;
    }
    let phase = timeline.phase(cue.phase);
    let item = items.get(phase.item)?;
    let is_step = matches!(item, Item::Step(_));
    if cue.kind == CueKind::Movement || is_step && matches!(cue.kind, CueKind::Hold { .. }) {
        return Some(instruction(item, &phase));
    }
    let parts = parts(cue, timeline, items);
    let worth_it = parts.iter().filter(|part| part.worth >= Worth::Name);
    Some(together(worth_it.map(|part| part.words.as_str())))
}

/// Where to put the phone, and how to begin.
pub const PHONE_DOWN: &str = "Put it where you can see and hear it. Then tap anywhere.";
const WHEN_IT_BEGINS: &str = "When I say so:";
const PRESS_DONE: &str = "Press Done when you are.";
const HOLD: &str = "Hold.";
/// Not "Half-way": where one lifts, that was heard as how far.
const HALF_WAY: &str = "Half done.";
const LAST_ONE: &str = "Last one.";
const COME_OUT: &str = "Come out of it slowly.";
const EASE_OFF: &str = "Ease off.";
const NOW_THE_OTHER_SIDE: &str = "Now the other side.";
const MOVE_THE_BALL: &str = "Move the ball to the other side.";
const REST: &str = "Rest.";
const THEN_THE_NEXT_SET: &str = "Then the next set.";
const COMPLETE: &str = "Session complete.";

/// The numbers of repetitions, 1 to 30.
const NUMBERS: [&str; 30] = [
    "One.",
    "Two.",
    "Three.",
    "Four.",
    "Five.",
    "Six.",
    "Seven.",
    "Eight.",
    "Nine.",
    "Ten.",
    "Eleven.",
    "Twelve.",
    "Thirteen.",
    "Fourteen.",
    "Fifteen.",
    "Sixteen.",
    "Seventeen.",
    "Eighteen.",
    "Nineteen.",
    "Twenty.",
    "Twenty-one.",
    "Twenty-two.",
    "Twenty-three.",
    "Twenty-four.",
    "Twenty-five.",
    "Twenty-six.",
    "Twenty-seven.",
    "Twenty-eight.",
    "Twenty-nine.",
    "Thirty.",
];

/// With a capital at its beginning; English begins with none but plain letters.
fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn is_with_ball(item: &Item) -> bool {
    matches!(item.stroke(), Stroke::Spot | Stroke::Sink)
}

/// How to come to rest after the last of a session, so that nobody is left where they are.
pub fn at_the_end(item: &Item) -> &'static str {
    match (item.position(), item) {
        _ if is_with_ball(item) => "Take the ball away.",
        (Position::Any, _) => "Lift your hands.",
        (_, Item::Step(_)) => COME_OUT,
        (Position::Back, _) => "Feet down, and rest.",
        (Position::LegsUp, _) => "Legs off the chair, and roll to your side.",
        (Position::Front, _) => "Rest your head on your hands.",
        (Position::AllFours, _) => "Sit to one side, and rest.",
        (Position::Sitting, _) => "Sit tall, and rest.",
        (Position::Standing, _) => "Stand easy.",
    }
}

/// Whether a repetition is there and back, both sides together: then each way is told each time, for a
/// number alone does not say which.
fn goes_to_and_fro(item: &Item) -> bool {
    matches!(item, Item::Exercise(_)) && item.movements().len() == 2 && item.side_mode() == SideMode::None
}

/// Whether how far one is has no time beside the side, and waits for the hold.
fn tells_in_hold(item: &Item) -> bool {
    let is_quick = item.movements().first().is_some_and(|movement| !movement.is_hold() && movement.seconds < 3);
    is_quick && item.side_mode() == SideMode::Alternating && item.hold().is_some()
}

fn how_far(milestone: CueKind) -> Part {
    Part::new(Worth::Name, if milestone == CueKind::HalfWay { HALF_WAY } else { LAST_ONE })
}

/// What the voice has to say at a cue, in its order: the number, the side, what to do, how far one is,
/// what matters less.
pub fn parts(cue: &Cue, timeline: &Timeline, items: &[Item]) -> Vec<Part> {
    let phase = timeline.phase(cue.phase);
    let Some(item) = items.get(phase.item) else { return Vec::new() };
    let side = side_name(item, phase.side);
    let the_side = || (!side.is_empty()).then(|| Part::new(Worth::Side, format!("{side}.")));
    let movement = phase.movement.and_then(|index| item.movements().get(index));
    let mut parts = Vec::new();
    // A text that begins with the side has it as a part of its own.
    let tell = |parts: &mut Vec<Part>, worth: Worth| {
        let Some(movement) = movement else { return };
        let said = movement.said();
        let Some(rest) = said.strip_prefix("{side}") else {
            parts.push(Part::new(worth, said.replace("{side}", side)));
            return;
        };
        parts.extend(the_side());
        let rest = rest.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        if !rest.is_empty() {
            parts.push(Part::new(worth, capitalised(rest)));
        }
    };
    match cue.kind {
        CueKind::PhoneDown => {
            parts.push(Part::new(Worth::Instruction, format!("{PHONE_DOWN_TITLE}. {PHONE_DOWN}")));
        }
        CueKind::Demonstration { .. } | CueKind::GetReady | CueKind::SelfPaced { .. } => {
            let was_shown =
                cue.phase.checked_sub(1).is_some_and(|before| timeline.phase(before).kind == PhaseKind::Demonstration);
            if phase.kind == PhaseKind::GetReady && !was_shown {
                parts.extend(comes_out(items, phase.item).map(|out| Part::new(Worth::Instruction, out)));
            }
            parts.extend(way_of(item, &phase).map(|way| Part::new(Worth::Instruction, way)));
            let lines = timeline.lines(&phase);
            if lines.is_empty() || cue.kind == (CueKind::SelfPaced { shown: false }) {
                if item.side_mode() == SideMode::Each {
                    parts.extend(the_side());
                }
                parts.push(Part::new(Worth::Name, format!("{}.", item.name())));
                parts.push(Part::new(Worth::Instruction, item.ready()));
            } else {
                parts.extend(lines.iter().map(|line| Part::new(Worth::Instruction, &*line.words)));
            }
            let first = timeline.phase(cue.phase + 1);
            if phase.kind == PhaseKind::SelfPaced {
                parts.push(Part::new(Worth::Instruction, PRESS_DONE));
            } else if cue.kind == CueKind::GetReady && first.item == phase.item && first.movement.is_some() {
                parts.push(Part::new(Worth::Reminder, format!("{WHEN_IT_BEGINS} {}", instruction(item, &first))));
            }
        }
        CueKind::Movement => tell(&mut parts, Worth::Instruction),
        CueKind::Hold { told: true } if matches!(item, Item::Step(_)) => tell(&mut parts, Worth::Instruction),
        CueKind::Hold { told } => {
            parts.extend(milestone(&phase).filter(|_| tells_in_hold(item)).map(how_far));
            let said = movement.map_or(HOLD, Movement::said);
            let (begins, rest) = said.split_once(". ").unwrap_or((said, ""));
            // "Hold gently" and the like have no time to be said each time.
            let is_hold = begins.starts_with(HOLD.trim_end_matches('.'));
            parts.push(Part::new(Worth::Instruction, if is_hold { HOLD.to_owned() } else { format!("{begins}.") }));
            if (told || reminds(&phase, item)) && !rest.is_empty() {
                parts.push(Part::new(Worth::Reminder, rest));
            }
        }
        CueKind::Repetition { .. } | CueKind::Side | CueKind::Change { .. } => {
            if reminds(&phase, item) {
                tell(&mut parts, Worth::Reminder);
            } else if phase.movement == Some(0) {
                let turn = turn(&phase, item);
                let begins_turn = phase.side != Some(Side::Second);
                let number = NUMBERS.get(usize::from(turn).wrapping_sub(1)).filter(|_| begins_turn);
                // Before the side: behind it "two" sounds like "too".
                parts.extend(number.map(|number| Part::new(Worth::Count(turn), *number)));
                parts.extend(the_side());
                if goes_to_and_fro(item) {
                    tell(&mut parts, Worth::Reminder);
                }
            }
            let breath = format!("{}.", breath(phase.breath));
            let is_told = parts.iter().any(|part| part.words.starts_with(breath.trim_end_matches('.')));
            if cue.kind.is_breath() && !is_told {
                parts.push(Part::new(Worth::Breath, breath));
            }
        }
        CueKind::HalfWay | CueKind::LastOne => {
            // Behind the side, for "last one, left" sounds like what is left.
            parts.extend(the_side());
            parts.extend(Some(cue.kind).filter(|_| !tells_in_hold(item)).map(how_far));
            if item.side_mode() == SideMode::None {
                tell(&mut parts, Worth::Reminder);
            }
        }
        CueKind::SwitchSides => {
            let out = if item.stroke() == Stroke::None { COME_OUT } else { EASE_OFF };
            let on = if is_with_ball(item) { MOVE_THE_BALL } else { NOW_THE_OTHER_SIDE };
            parts.push(Part::new(Worth::Instruction, together([out, on])));
            parts.extend(the_side());
        }
        CueKind::Rest => {
            parts.push(Part::new(Worth::Instruction, REST));
            parts.push(Part::new(Worth::Reminder, rest(item)));
            parts.push(Part::new(Worth::Name, THEN_THE_NEXT_SET));
        }
        CueKind::Finish => {
            parts.push(Part::new(Worth::Instruction, at_the_end(item)));
            parts.push(Part::new(Worth::Instruction, COMPLETE));
        }
        CueKind::CountIn(_) | CueKind::HoldEnding(_) => {}
    }
    parts
}

/// These words, for the coach.
#[derive(Debug, Clone, Copy)]
pub struct Spoken;

impl Script for Spoken {
    fn words(&self, cue: &Cue, timeline: &Timeline, items: &[Item]) -> Option<String> {
        words(cue, timeline, items)
    }

    fn parts(&self, cue: &Cue, timeline: &Timeline, items: &[Item]) -> Vec<Part> {
        parts(cue, timeline, items)
    }

    fn instruction(&self, item: &Item, phase: &Phase) -> String {
        instruction(item, phase)
    }

    fn away(&self) -> String {
        YOU_WERE_AWAY.to_owned()
    }
}
