//! The ladder: what to do of an exercise next time, and why. A suggestion, always: the person moves.
//!
//! The rule is the content review's (section 6), a rule of thumb after the pain-monitoring model of
//! tendon rehabilitation (Silbernagel 2007, 10.1177/0363546506298279), which was no trial on backs.

use super::record::SessionRecord;
use crate::domain::catalog::{Catalog, Exercise};
use crate::domain::documents::ladder::{Ladder, Why};
use crate::domain::routine::{Item, Prescription, Routine, share_code};

/// So many sessions running have to go well.
const RUNNING: usize = 2;
/// The most effort with which one may do more, of 10.
const EASY: u8 = 4;
/// Up to this pain after, pain is no reason not to do more.
const LITTLE_PAIN: u8 = 3;
/// From this pain after on, where it is higher than before, less is to be done.
const MUCH_PAIN: u8 = 6;
/// A rise by more than this is a reason to do less.
const RISE: u8 = 2;

/// A step on the ladder of an exercise: its form, then the hold, then the repetitions.
pub fn place(dose: &Prescription) -> (usize, u16, u16) {
    let rung = dose.exercise.rungs.get().iter().position(|rung| *rung.id == *dose.rung.id);
    (rung.unwrap_or(0), dose.hold.unwrap_or(0), dose.repetitions)
}

/// One step harder: a repetition more up to the upper dose, then a second more of the hold up to its upper
/// end, then the next form at its lower dose. `None` at the top. A dose that somebody set above the range is
/// not made harder.
pub fn harder(dose: Prescription) -> Option<Prescription> {
    let (_, most) = dose.exercise.repetition_range();
    if dose.repetitions < most {
        return Some(Prescription { repetitions: dose.repetitions + 1, ..dose });
    }
    let longest = dose.rung.hold_range().map_or(0, |(_, high)| high);
    if let Some(hold) = dose.hold.filter(|hold| *hold < longest) {
        return Some(Prescription { hold: Some(hold + 1), ..dose });
    }
    let next = dose.exercise.neighbour(&dose.rung.id, 1)?;
    Some(Prescription { sets: dose.sets, rest: dose.rest, ..Prescription::lower(dose.exercise, next) })
}

/// One step easier: a second less of the hold, then a repetition less, each down to its lower end, then the
/// form before at its lower dose. `None` at the bottom.
pub fn easier(dose: Prescription) -> Option<Prescription> {
    let (least, _) = dose.exercise.repetition_range();
    let shortest = dose.rung.hold_range().map_or(0, |(low, _)| low);
    if let Some(hold) = dose.hold.filter(|hold| *hold > shortest) {
        return Some(Prescription { hold: Some(hold - 1), ..dose });
    }
    if dose.repetitions > least {
        return Some(Prescription { repetitions: dose.repetitions - 1, ..dose });
    }
    let before = dose.exercise.neighbour(&dose.rung.id, -1)?;
    Some(Prescription { sets: dose.sets, rest: dose.rest, ..Prescription::lower(dose.exercise, before) })
}

/// A dose as an item of a share code.
pub fn written(dose: Prescription) -> String {
    share_code::format(&[Item::Exercise(dose)])
}

/// The dose that an item of a share code says; `None` where it is not of this exercise.
pub fn read(catalog: &'static Catalog, exercise: &Exercise, code: &str) -> Option<Prescription> {
    match share_code::parse(catalog, code).ok()?[..] {
        [Item::Exercise(dose)] if *dose.exercise.id == *exercise.id => Some(dose),
        _ => None,
    }
}

/// A suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// What is done now.
    pub from: Prescription,
    /// What to do instead.
    pub to: Prescription,
    /// Why.
    pub why: Why,
}

/// Why less is to be done after a session, if so.
fn too_much(record: &SessionRecord, exercise: &str) -> Option<Why> {
    let (before, after) = (record.pain_before, record.pain_after);
    // Where pain before is not known, nobody can say that it rose.
    let rise = before.zip(after).map_or(0, |(before, after)| after.saturating_sub(before));
    if record.entries.iter().any(|entry| entry.exercise == exercise && entry.hurt) {
        Some(Why::Hurt)
    } else if record.worse_next_day == Some(true) {
        Some(Why::WorseNextDay)
    } else if after.is_some_and(|after| after >= MUCH_PAIN) && rise > 0 {
        Some(Why::PainHigh)
    } else if rise > RISE {
        Some(Why::PainRose)
    } else {
        None
    }
}

/// Whether a session went well enough with an exercise to do more of it: all of its dose, or more, was
/// done, without too much effort or pain. What was not answered stands in nobody's way.
fn went_well(record: &SessionRecord, dose: &Prescription) -> bool {
    let (before, after) = (record.pain_before, record.pain_after);
    let mut items = share_code::named(&record.code);
    let of_it = record.entries.iter().filter_map(|entry| {
        let item = items.next();
        (entry.exercise == *dose.exercise.id).then_some((entry, item))
    });
    let sides = Item::Exercise(*dose).per_dose();
    let asked = dose.repetitions * dose.sets * sides;
    let is_all = |(entry, item): (&super::record::Entry, Option<share_code::Named<'_>>)| {
        let held = item.filter(|item| item.form == entry.rung).and_then(|item| item.hold);
        entry.rung == *dose.rung.id && entry.done >= entry.planned && entry.done >= asked && held >= dose.hold
    };
    let mut of_it = of_it.peekable();
    of_it.peek().is_some()
        && of_it.all(is_all)
        && !record.entries.iter().any(|entry| entry.hurt)
        && record.effort.is_none_or(|effort| effort <= EASY)
        && after.is_none_or(|after| after <= LITTLE_PAIN || before.is_some_and(|before| after <= before))
        && record.worse_next_day != Some(true)
}

/// What to do of an exercise next time, if not the same. `dose` is what is done now, `sessions` are the last
/// ones, the newest last. Doing less is suggested at once, doing more only from the day after on, for the
/// morning has a say; only sessions after `since` count.
pub fn suggestion(
    dose: Prescription,
    sessions: &[SessionRecord],
    since: Option<&str>,
    today: &str,
) -> Option<Suggestion> {
    let exercise = dose.exercise.id.get();
    let counts = |record: &&SessionRecord| {
        since.is_none_or(|since| record.id.as_str() > since)
            && record.is_of_exercise()
            && record.entries.iter().any(|entry| entry.exercise == exercise && (entry.done > 0 || entry.hurt))
    };
    let mut last = sessions.iter().rev().filter(counts).peekable();
    if let Some(why) = last.peek().and_then(|record| too_much(record, exercise)) {
        return easier(dose).map(|to| Suggestion { from: dose, to, why });
    }
    let well = last.take(RUNNING).filter(|record| record.date.as_str() < today && went_well(record, &dose)).count();
    (well == RUNNING).then(|| harder(dose)).flatten().map(|to| Suggestion { from: dose, to, why: Why::WentWell })
}

/// A routine with the targets of its exercises in place of its doses; where one comes a second time, that
/// stays as it is. While somebody starts slowly only what is easier than the routine counts.
pub fn with_targets(catalog: &'static Catalog, mut routine: Routine, ladder: &Ladder, starts_slowly: bool) -> Routine {
    for place in 0..routine.items.len() {
        let (before, rest) = routine.items.split_at_mut(place);
        if let Some(Item::Exercise(dose)) = rest.first_mut()
            && before.iter().all(|item| item.id() != dose.exercise.id.get())
        {
            *dose = target(catalog, *dose, ladder, starts_slowly);
        }
    }
    routine
}

/// What is done of an exercise that a routine asks for with this dose.
pub fn target(catalog: &'static Catalog, dose: Prescription, ladder: &Ladder, starts_slowly: bool) -> Prescription {
    let code = ladder.target(dose.exercise.id.get()).and_then(|target| target.code.as_deref());
    let aimed = code.and_then(|code| read(catalog, dose.exercise, code));
    let aimed = aimed.map(|aimed| Prescription { sets: dose.sets, rest: dose.rest, ..aimed });
    aimed.filter(|aimed| !starts_slowly || place(aimed) < place(&dose)).unwrap_or(dose)
}
