//! Prints what a session says, shows and sounds, for people who write or review its words.

use crate::content::CATALOG;
use crate::content::words::spoken::Spoken;
use crate::content::words::teaching::demonstration;
use crate::domain::documents::settings::{RATE, Settings};
use crate::domain::routine::{CUSTOM, Routine};
use crate::domain::safety::clearing::{Clearing, clear};
use crate::domain::session::coach::Act;
use crate::domain::session::transcript::{Happens, transcript};
use crate::domain::session::voice::length_ms;

/// The transcript of a routine, sequence or share code, at a rate of the voice in percent of normal;
/// the first time everything is shown before it is done.
///
/// # Errors
/// What is wrong with the routine or the rate.
pub fn text(routine: &str, rate: u8, self_paced: bool, first_time: bool) -> Result<String, String> {
    if !RATE.contains(&rate) {
        return Err(format!("the rate is {rate}, and may be {} to {} %", RATE.start(), RATE.end()));
    }
    let shipped = Routine::shipped(&CATALOG, routine);
    let routine = shipped.map_or_else(|| Routine::custom(&CATALOG, CUSTOM, routine), Ok);
    let routine = routine.map_err(|error| format!("no routine, no sequence and no share code: {error:?}"))?;
    let settings = Settings { rate: Some(rate), self_paced: Some(self_paced), ..Settings::default() };
    let items = routine.items.clone();
    let first = (0..items.len()).filter(|_| first_time);
    let shown = first.map(|index| demonstration(&items, index, rate)).collect();
    let playable = clear(&CATALOG, routine, &Clearing::default()).playable.ok_or("the routine is empty")?;
    let happened = transcript(playable, shown, &settings, &Spoken);
    Ok(happened.iter().filter_map(|(at, what)| Some(format!("{}  {}\n", time(*at), line(what, rate)?))).collect())
}

/// Minutes, seconds and tenths.
fn time(ms: u64) -> String {
    format!("{:>3}:{:02}.{}", ms / 60_000, ms / 1_000 % 60, ms / 100 % 10)
}

fn line(what: &Happens, rate: u8) -> Option<String> {
    Some(match what {
        Happens::Phase(item, phase, told) => {
            let count = if phase.rep > 0 { format!(", {} of {}", phase.rep, phase.of) } else { String::new() };
            let seconds = phase.duration_ms / 1_000;
            format!("== {} · {}{count} · {seconds} s\n         shows   {told}", phase.kind.name(), item.name())
        }
        Happens::Act(Act::Say(words)) => {
            let tenths = length_ms(words, rate).div_ceil(100);
            format!("says    {words} [about {}.{} s]", tenths / 10, tenths % 10)
        }
        Happens::Act(Act::Announce(words)) => format!("status  {words}"),
        Happens::Act(Act::Play { sound, .. }) => format!("sounds  {sound:?}"),
        Happens::Act(Act::Flash) => "flashes".to_owned(),
        Happens::Act(Act::Hush) => "falls silent".to_owned(),
        Happens::Act(Act::Buzz(_)) => return None,
        Happens::Done => "the person presses Done".to_owned(),
    })
}
