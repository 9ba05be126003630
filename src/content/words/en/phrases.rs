//! Texts with something to fill in: counts, names, doses, reasons.

use super::plural::counted;
use crate::content::CATALOG;
use crate::domain::catalog::{Breath, Certainty, Checked, Claim, Exercise, Prop, Rung, SideMode, Source, Technique};
use crate::domain::documents::shelf::SaveError;
use crate::domain::progress::answer::Answer;
use crate::domain::progress::record::{Entry, SessionRecord, Sides};
use crate::domain::progress::today::{SESSIONS, Why};
use crate::domain::routine::Item;
use crate::domain::routine::share_code::{MAX_ITEMS, MAX_LENGTH, Quantity, ShareCodeError};

/// "10:28".
pub fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The length of a session: "10:28", or "about 10 minutes" at one's own pace.
pub fn length(ms: u32, about: bool) -> String {
    if about {
        format!("about {}", counted((ms.div_ceil(60_000)) as usize, "minute", "minutes"))
    } else {
        clock(ms / 1000)
    }
}

/// What explanations add to a session: " + 2 min to show you how".
pub fn explanations(ms: u32) -> String {
    let minutes = ms.div_ceil(60_000);
    format!(" + {minutes} min to show you how")
}

/// What a picture shows.
pub fn figure_label(name: &str, start: &str) -> String {
    format!("Picture: {name}. {start}")
}

/// "3 exercises".
pub fn exercises(count: usize) -> String {
    counted(count, "exercise", "exercises")
}

/// "2 of 6 exercises", or all of them.
pub fn exercises_of(count: usize, of: usize) -> String {
    if count < of { format!("{count} of {}, those that do most", exercises(of)) } else { exercises(count) }
}

/// "5 min", as a choice.
pub fn minutes_short(minutes: u16) -> String {
    format!("{minutes} min")
}

/// The title of the player's page.
pub fn play_title(name: &str) -> String {
    format!("{name}: session")
}

/// "Try Bird dog".
pub fn try_name(name: &str) -> String {
    format!("Try {}", lower_article(name))
}

fn lower_article(name: &str) -> String {
    name.strip_prefix("The ").map_or_else(|| name.to_owned(), |rest| format!("the {rest}"))
}

fn range(low: u16, high: u16) -> String {
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}

/// "10 to 15 s".
pub fn seconds_range(low: u16, high: u16) -> String {
    format!("{} s", range(low, high))
}

/// "10 to 12 repetitions a side, in turns, hold 3 s".
pub fn dose(exercise: &Exercise, rung: &Rung) -> String {
    let (low, high) = exercise.repetition_range();
    let mut text = if high == 1 { "Once".to_owned() } else { format!("{} repetitions", range(low, high)) };
    if rung.side == SideMode::Alternating {
        text.push_str(" a side, in turns");
    }
    if let Some((low, high)) = rung.hold_range() {
        text.push_str(&format!(", hold {}", seconds_range(low, high)));
    }
    text
}

/// Which side begins.
pub fn alternating(rung: &Rung) -> String {
    match rung.side_names.get() {
        [first, second] => {
            format!("Sides take turns. First: {}. Then: {}.", first.to_ascii_lowercase(), second.to_ascii_lowercase())
        }
        _ => String::new(),
    }
}

/// The dose of an item in a routine: "10 a side, hold 3 s".
pub fn item_dose(item: &Item) -> String {
    let mut text = String::new();
    if item.sets() > 1 {
        text.push_str(&format!("{} sets of ", item.sets()));
    }
    match (item, item.side_mode()) {
        (Item::Step(step), side) => {
            let seconds: u32 = step.movements.iter().map(|movement| u32::from(movement.seconds)).sum();
            if step.repetitions > 1 {
                text.push_str(&format!("{} × ", step.repetitions));
            }
            text.push_str(&format!("{seconds} s"));
            if side == SideMode::Each {
                text.push_str(" a side");
            }
            text
        }
        (Item::Exercise(p), side) => {
            if p.repetitions == 1 && side == SideMode::None {
                text.push_str("once");
            } else {
                text.push_str(&p.repetitions.to_string());
                text.push_str(if side == SideMode::None { " times" } else { " a side" });
            }
            if let Some(hold) = p.hold {
                text.push_str(&format!(", hold {hold} s"));
            }
            text
        }
    }
}

/// Beside the number of repetitions of a set at one's own pace.
pub fn self_paced_dose(item: &Item) -> String {
    let sides = if item.side_mode() == SideMode::None { "times" } else { "a side" };
    match item.hold() {
        Some(hold) => format!("{sides}, hold {hold} s"),
        None => sides.to_owned(),
    }
}

/// What the breath does.
pub const fn breath(breath: Breath) -> &'static str {
    match breath {
        Breath::In => "Breathe in",
        Breath::Out => "Breathe out",
        Breath::Easy => "Keep breathing",
    }
}

/// A claim as it is headed: what people say and we do not is told as that.
pub fn said(claim: &Claim) -> String {
    if claim.belief { format!("People say: “{}”", claim.statement.get()) } else { claim.statement.get().to_owned() }
}

/// How sure the field is.
pub const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::High => "High certainty",
        Certainty::Moderate => "Moderate certainty",
        Certainty::Low => "Low certainty",
        Certainty::VeryLow => "Very low certainty",
        Certainty::Disputed => "Disputed",
        Certainty::Tradition => "Custom, not a trial result",
    }
}

/// "Pressure 2 of 5".
pub fn pressure(technique: &Technique) -> String {
    match technique.pressure.get() {
        [low, high] => format!("Pressure {} of 5", range(*low, *high)),
        _ => String::new(),
    }
}

/// What a routine of exercises needs: "a mat, a firm chair".
pub fn props(props: &[Prop]) -> String {
    let name = |prop: &Prop| match prop {
        Prop::Mat | Prop::MatAbove => "a mat or a soft carpet",
        Prop::Chair | Prop::ChairAtFeet | Prop::ChairInFront => "a firm chair",
        Prop::Table => "a steady table",
        Prop::WallFront | Prop::WallBehind => "a clear wall",
    };
    let mut names: Vec<&str> = Vec::new();
    for name in props.iter().map(name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    format!("{}.", names.join(", "))
}

/// Why a routine is offered today.
pub fn why(why: Why) -> String {
    match why {
        Why::Begin(0) => format!("Easy to begin with: {SESSIONS} sessions of these, then a little more."),
        Why::Begin(done) => format!("{done} of {SESSIONS} easy sessions done. Then a little more."),
        Why::StayEasy => {
            "Pain was higher after your last sessions than before them, so it stays easy today.".to_owned()
        }
        Why::Build(0) => format!("{SESSIONS} sessions went well, so this is a little more."),
        Why::Build(done) => format!("A little more than before. {done} of {SESSIONS} sessions of it done."),
        Why::StepBack => {
            "Pain was higher after your last sessions than before them, so today is one step easier.".to_owned()
        }
        Why::Whole => "Your easier sessions went well, so this is all of it.".to_owned(),
    }
}

/// "You need: a mat".
pub fn needs(needs: &str) -> String {
    format!("You need: {needs}")
}

/// Which exercise of how many, and which set, where there are several: "2 of 6, set 1 of 3".
pub fn position(number: usize, of: usize, set: u16, sets: u16) -> String {
    let set = if sets > 1 { format!(", set {set} of {sets}") } else { String::new() };
    format!("{number} of {of}{set}")
}

/// Beside the number of the repetition.
pub fn of_repetitions(of: u16) -> String {
    format!("of {of}")
}

/// The emergency number of a country.
pub fn in_country(country: &str, number: &str) -> String {
    format!("In {country}: {number}")
}

/// Beside the seconds of a hold: which repetition it is part of.
pub fn hold_repetition(rep: u16, of: u16) -> String {
    if of > 1 { format!(" {rep} of {of}") } else { String::new() }
}

/// What comes next.
pub fn next(name: &str) -> String {
    format!("Next: {name}")
}

/// That another set comes next.
pub fn next_set(set: u16, sets: u16) -> String {
    format!("Next: set {set} of {sets}")
}

/// "Bird dog instead".
pub fn instead(name: &str) -> String {
    format!("{name} instead")
}

/// That an exercise is optional.
pub fn optional(name: &str) -> String {
    format!("{name} is optional.")
}

/// How to call for help.
pub fn call_number(number: &str) -> String {
    format!("Call {number}")
}

/// A number of PubMed or PubMed Central.
pub fn pubmed(number: &str) -> String {
    if number.starts_with("PMC") { number.to_owned() } else { format!("PubMed {number}") }
}

/// How much of a source we read.
pub fn read_as(source: &Source) -> String {
    let what = match source.checked {
        Checked::Restatement => "a restatement",
        Checked::Summary => "the summary",
        Checked::Review => "the review",
        Checked::Abstract => "the abstract",
        Checked::BareAbstract => "abstract",
        Checked::AbstractInPart => "the abstract, in part",
        Checked::Paper => "the paper",
        Checked::Copy => "a copy of the paper",
        Checked::Lessons => "the lessons",
        Checked::Pages => "the pages",
        Checked::Advice => "the advice",
        Checked::Copies => "copies of it",
    };
    match source.restated_in.get() {
        "" => format!(" We read: {what}."),
        number => format!(" We read: {what} ({}).", number.to_ascii_lowercase()),
    }
}

/// Minutes and exercises of a session.
pub fn session_facts(record: &SessionRecord) -> String {
    let minutes = counted(record.minutes() as usize, "minute", "minutes");
    format!("{minutes} · {} of {} done", record.exercises_done(), record.entries.len())
}

/// Pain before and after; nothing where neither was given.
pub fn pain_change(before: Option<u8>, after: Option<u8>) -> Option<String> {
    match (before, after) {
        (Some(before), Some(after)) => Some(format!("Pain {before} → {after}")),
        (Some(before), None) => Some(format!("Pain before {before}")),
        (None, Some(after)) => Some(format!("Pain after {after}")),
        (None, None) => None,
    }
}

/// What was done of an entry: "8 of 10 a side".
pub fn entry_done(entry: &Entry) -> String {
    if entry.side == Sides::None {
        return format!("{} of {}", entry.done, entry.planned);
    }
    let half = if entry.done % 2 == 1 { "½" } else { "" };
    format!("{}{half} of {} a side", entry.done / 2, entry.planned / 2)
}

/// What to answer to how somebody feels after a session: in a few words, and what to do.
pub const fn answer(answer: Answer) -> (&'static str, &'static str) {
    match answer {
        Answer::EaseOff => (
            "Ease off for now",
            "Rest in the position that eases it most, then walk a few steps. Warmth may help. Next time do less: the easier form, fewer repetitions, or leave out what hurt.",
        ),
        Answer::Stay => (
            "Stay with this for now",
            "Some pain is to be expected. It should settle within a day. Next time do the same again, not more; if it has not settled by tomorrow, do less.",
        ),
        Answer::GoOn => ("All well", "Go on like this. Soreness in the muscles for a day or two is normal."),
    }
}

/// Which session it was within seven days.
pub fn how_often(number: usize) -> String {
    match number {
        0 | 1 => "The first in seven days. A good beginning.".to_owned(),
        2 => "The second in seven days.".to_owned(),
        3 => "The third in seven days.".to_owned(),
        // No more are told one by one.
        12.. => "Number 12 or more in seven days.".to_owned(),
        number => format!("Number {number} in seven days."),
    }
}

/// That what was asked after a session was kept, or not given.
pub const fn after_saved(given: bool) -> &'static str {
    if given { "Saved." } else { "All right, without an answer." }
}

/// Which session was left.
pub fn left_text(name: &str, record: &SessionRecord) -> String {
    format!("{name}, {} in.", counted(record.minutes().max(1) as usize, "minute", "minutes"))
}

/// Name of the button that deletes a session.
pub fn delete_session(name: &str, date: &str) -> String {
    format!("Delete {name}, {date}")
}

/// That stored documents could not be read.
pub fn unreadable(count: usize) -> String {
    let what = counted(count, "saved item", "saved items");
    format!("{what} could not be read. Nothing is lost: you can download them.")
}

/// How many unreadable documents are kept.
pub fn quarantined(count: usize) -> String {
    format!("{} could not be read and set aside, untouched.", counted(count, "saved item", "saved items"))
}

/// How many sessions are only in memory.
pub fn unsaved_sessions(count: usize) -> String {
    format!("{} not saved. Download before you close the page.", counted(count, "session is", "sessions are"))
}

pub(super) fn save_error(error: SaveError) -> &'static str {
    match error {
        SaveError::Blocked => "this browser does not let us",
        SaveError::Full => "this browser's storage is full",
        SaveError::Newer => "a newer version of Unknot wrote here; reload the page",
    }
}

/// Why a session was not saved.
pub fn not_saved(error: SaveError) -> String {
    format!("The session was not saved: {}.", save_error(error))
}

/// Why settings were not saved.
pub fn settings_not_saved(error: SaveError) -> String {
    format!("The change holds until you close the page. It was not saved: {}.", save_error(error))
}

/// What is wrong with a share code.
pub fn share_code_error(error: &ShareCodeError) -> String {
    let name = |id: &str| CATALOG.exercise(id).map_or_else(|| id.to_owned(), |exercise| exercise.name.to_string());
    match error {
        ShareCodeError::Empty => "The link has no routine in it.".to_owned(),
        ShareCodeError::TooLong(length) => {
            format!("The routine in the link is too long: {length} characters, at most {MAX_LENGTH}.")
        }
        ShareCodeError::TooManyItems(count) => {
            format!("The routine in the link has {count} exercises, at most {MAX_ITEMS}.")
        }
        ShareCodeError::UnknownExercise(id) if id.is_empty() => {
            "The link has an empty place where an exercise should be.".to_owned()
        }
        ShareCodeError::UnknownExercise(id) => format!("There is no exercise called “{id}”."),
        ShareCodeError::UnknownRung { exercise, rung } => format!("{} has no form called “{rung}”.", name(exercise)),
        ShareCodeError::OutOfRange { exercise, quantity, given } => {
            let what = match quantity {
                Quantity::Repetitions => "repetitions",
                Quantity::Hold => "seconds of hold",
                Quantity::Sets => "sets",
                Quantity::Rest => "seconds of rest",
            };
            let allowed = quantity.range();
            format!("{}: {given} {what} is out of range ({} to {}).", name(exercise), allowed.start(), allowed.end())
        }
        ShareCodeError::NoHold { exercise, rung } => {
            let form = CATALOG.exercise(exercise).and_then(|exercise| exercise.rung(rung));
            let form = form.map_or_else(|| name(exercise), |form| form.name.to_string());
            format!("{form} has no hold, but the link asks for one.")
        }
        ShareCodeError::BadPart { exercise, part } => format!("{}: “{part}” cannot be read.", name(exercise)),
    }
}

/// "1.4 MB".
pub fn megabytes(bytes: f64) -> String {
    let tenths = (bytes / 100_000.0).round() as u32;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}
