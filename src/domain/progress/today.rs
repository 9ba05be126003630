//! Starting slowly: which routine to offer today, and why.

use crate::domain::catalog::{Catalog, STANDARD};
use crate::domain::documents::digest::{Digest, Recent};
use crate::domain::progress::known::KNOWN_AFTER;
use crate::domain::progress::record::form_key;
use crate::domain::routine::share_code;
use crate::domain::routine::{CUSTOM, Item, Routine};
use crate::domain::session::timeline::timed_total_ms;

/// Finished sessions of a step before the next one is offered (the content review, section 5).
pub const SESSIONS: u32 = 6;

/// The routine for days when it is worse.
pub const BAD_DAY: &str = "bad-day";
/// The routine of those who stay off the floor.
pub const FLOOR_FREE: &str = "floor-free";

/// The exercise that joins only when the person adds it.
const SUPERMAN: &str = "superman";
/// What stands in its place meanwhile: as long, to the second (pin 6 of the design).
const IN_ITS_PLACE: &str = "bird-dog.5r.3h";

/// Why a routine is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// So many of [`SESSIONS`] easy sessions are done.
    Begin(u32),
    /// Pain was higher after the last sessions than before them, on average, so it stays easy.
    StayEasy,
    /// Six sessions went well; so many of [`SESSIONS`] at this step are done.
    Build(u32),
    /// The same as [`Why::StayEasy`], for somebody who did more already.
    StepBack,
    /// Both steps are done.
    Whole,
}

/// What is offered today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The id of the routine.
    pub routine: &'static str,
    /// Why.
    pub why: Why,
}

/// Whether pain was higher after the last six finished sessions than before them, on average. What was
/// not answered counts as no change.
fn is_worse(recent: &[Recent]) -> bool {
    let finished = recent.iter().rev().filter(|session| session.finished).take(SESSIONS as usize);
    let change = |session: &Recent| {
        session.pain_before.zip(session.pain_after).map_or(0, |(before, after)| i32::from(after) - i32::from(before))
    };
    finished.map(change).sum::<i32>() > 0
}

/// The routine to offer: `gentle-start` until six sessions of exercise are finished with pain no worse
/// than before on average, then `steady-five` until six of it or of something harder are, then
/// `daily-six`. While pain rises it is the step before.
pub fn today(digest: &Digest) -> Offer {
    let is_worse = is_worse(digest.recent.as_deref().unwrap_or_default());
    let (routine, why) = if digest.exercised < SESSIONS {
        ("gentle-start", Why::Begin(digest.exercised))
    } else if digest.steady < SESSIONS {
        if is_worse { ("gentle-start", Why::StayEasy) } else { ("steady-five", Why::Build(digest.steady)) }
    } else if is_worse {
        ("steady-five", Why::StepBack)
    } else {
        ("daily-six", Why::Whole)
    };
    Offer { routine, why }
}

/// So many minutes somebody may have today.
pub const MINUTES: [u16; 4] = [2, 5, 10, 15];
/// What is offered to somebody who is through both steps and has time for more.
const LONGER: &str = "full-six";

/// Whether a routine can be done in so many minutes: one over is allowed.
pub fn fits(routine: &Routine, minutes: u16, get_ready: u16) -> bool {
    timed_total_ms(routine, get_ready) < (u32::from(minutes) + 1) * 60_000
}

/// The least of [`MINUTES`] that a routine takes.
pub fn minutes_of(routine: &Routine, get_ready: u16) -> u16 {
    let [.., most] = MINUTES;
    MINUTES.into_iter().find(|minutes| fits(routine, *minutes, get_ready)).unwrap_or(most)
}

/// The id of the routine to begin from where somebody has so many minutes.
pub fn with_time(offer: Offer, minutes: u16) -> &'static str {
    let [.., before, most] = MINUTES;
    if offer.why == Why::Whole && minutes > before && minutes <= most { LONGER } else { offer.routine }
}

/// The exercises of a routine that can be done in so many minutes, those that are worth most, in their
/// order. At least one: the one worth most. What is left out makes it another routine, which is no step
/// towards the next one.
pub fn trimmed(routine: &Routine, minutes: u16, get_ready: u16) -> Routine {
    only(routine, &fitting(routine, minutes, get_ready))
}

/// Some items of a routine, by their places.
fn only(routine: &Routine, kept: &[usize]) -> Routine {
    let items: Vec<Item> = kept.iter().filter_map(|index| routine.items.get(*index).copied()).collect();
    let id = if items.len() < routine.items.len() { CUSTOM } else { &routine.id };
    Routine { id: id.to_owned(), items, ..routine.clone() }
}

/// What is done of a routine in so many minutes, or all of it, and what is to be asked for to get that:
/// `left` is what the rules leave of `asked`, and `from` where each item of it comes from. What the rules
/// take out stays asked for, so that whoever asks is told why.
pub fn in_time(
    asked: &Routine,
    left: &Routine,
    from: &[usize],
    minutes: Option<u16>,
    get_ready: u16,
) -> (Routine, Routine) {
    let Some(minutes) = minutes else { return (left.clone(), asked.clone()) };
    let kept = fitting(left, minutes, get_ready);
    let is_asked = |place: &usize| from.iter().position(|from| from == place).is_none_or(|left| kept.contains(&left));
    let places: Vec<usize> = (0..asked.items.len()).filter(is_asked).collect();
    (only(left, &kept), only(asked, &places))
}

/// The places of the items that [`trimmed`] keeps.
fn fitting(routine: &Routine, minutes: u16, get_ready: u16) -> Vec<usize> {
    let worth = |index: &usize| match &routine.items[*index] {
        // What comes a second time comes last.
        item if routine.items[..*index].iter().any(|before| before.id() == item.id()) => u16::MAX,
        Item::Exercise(p) => p.exercise.worth,
        Item::Step(_) => 0,
    };
    let mut by_worth: Vec<usize> = (0..routine.items.len()).collect();
    by_worth.sort_by_key(worth);
    let mut kept: Vec<usize> = Vec::new();
    for index in by_worth {
        let mut with: Vec<usize> = kept.clone();
        with.push(index);
        with.sort_unstable();
        if kept.is_empty() || fits(&only(routine, &with), minutes, get_ready) {
            kept = with;
        }
    }
    kept
}

/// Whether superman is part of today's routine: once the person has said so, or has done it often
/// enough to know it.
pub fn has_superman(chosen: Option<bool>, digest: &Digest) -> bool {
    let standard = form_key("", SUPERMAN, STANDARD);
    chosen.unwrap_or_else(|| digest.times(&standard) >= KNOWN_AFTER)
}

/// Whether superman is in a routine.
pub fn holds_superman(routine: &Routine) -> bool {
    routine.items.iter().any(|item| item.id() == SUPERMAN)
}

/// The routine with a short bird dog in superman's place.
pub fn without_superman(catalog: &'static Catalog, mut routine: Routine) -> Routine {
    let parsed = share_code::parse(catalog, IN_ITS_PLACE).ok();
    if let Some([other]) = parsed.as_deref() {
        for item in routine.items.iter_mut().filter(|item| item.id() == SUPERMAN) {
            *item = *other;
        }
    }
    routine
}
