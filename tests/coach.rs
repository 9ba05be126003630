//! What the coach makes of what the player asks for and of what the person set.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use support::{started, timed};
use unknot::content::words::spoken::Spoken;
use unknot::domain::documents::settings::{Counting, Settings, SpokenBy};
use unknot::domain::session::coach::{Act, Coach};
use unknot::domain::session::cue::{Cue, CueKind, Sound};
use unknot::domain::session::player::{Effect, Player};

fn bridge() -> Player {
    started("bridge.8r.10h", timed(10))
}

const READY: Effect = Effect::Announce(Cue { at_ms: 0, kind: CueKind::GetReady, phase: 0 });
const BREATH: Effect = Effect::Announce(Cue { at_ms: 22_000, kind: CueKind::Change { breathe: true }, phase: 3 });
const BEEP: Effect = Effect::Sound { sound: Sound::Hold, in_ms: 700 };

fn acts(coach: &Coach, effect: &Effect, settings: &Settings) -> Vec<Act> {
    coach.acts(effect, &bridge(), settings, &Spoken)
}

#[test]
fn get_ready_is_announced_said_in_full_and_felt() {
    let acts = acts(&Coach::default(), &READY, &Settings::default());
    let [Act::Announce(announced), Act::Say(said), Act::Buzz(Sound::GetReady)] = acts.as_slice() else {
        panic!("{acts:?}")
    };
    assert_eq!(announced, "Bridge. Lie on your back, knees bent, feet flat.");
    assert!(said.starts_with(announced.as_str()) && said.contains("When I say so: Brace"), "{said}");
}

#[test]
fn the_screen_lights_up_and_the_device_is_still_if_the_person_says_so() {
    let settings = Settings { flash: Some(true), vibration: Some(false), ..Settings::default() };
    let acts = acts(&Coach::default(), &READY, &settings);
    assert!(acts.contains(&Act::Flash) && !acts.iter().any(|act| matches!(act, Act::Buzz(_))), "{acts:?}");
}

#[test]
fn only_who_is_chosen_speaks() {
    for (by, voice) in [(SpokenBy::Voice, true), (SpokenBy::ScreenReader, false), (SpokenBy::Neither, false)] {
        let settings = Settings { spoken_by: Some(by), ..Settings::default() };
        let acts = acts(&Coach::default(), &READY, &settings);
        assert_eq!(acts.iter().any(|act| matches!(act, Act::Say(_))), voice, "{by:?}");
        assert!(acts.iter().any(|act| matches!(act, Act::Announce(_))), "the screen shows it all the same");
    }
}

#[test]
fn breath_is_said_where_it_is_wanted_and_is_neither_announced_nor_felt() {
    let said = acts(&Coach::default(), &BREATH, &Settings::default());
    assert_eq!(said, [Act::Say("Lower slowly. Breathe in.".to_owned())]);
    let quiet = Settings { breath_words: Some(false), ..Settings::default() };
    assert_eq!(acts(&Coach::default(), &BREATH, &quiet), [Act::Say("Lower slowly.".to_owned())]);
}

#[test]
fn beeps_come_when_they_are_due_as_loud_as_set() {
    let settings = Settings { volume: Some(30), ..Settings::default() };
    let play = Act::Play { sound: Sound::Hold, in_ms: 700, volume: 30 };
    assert_eq!(acts(&Coach::default(), &BEEP, &settings), [play]);
    let off = Settings { sound: Some(false), ..Settings::default() };
    assert!(acts(&Coach::default(), &BEEP, &off).is_empty());
}

#[test]
fn nothing_is_heard_while_muted_or_before_the_person_touched_the_frame() {
    for (muted, untouched) in [(true, false), (false, true)] {
        let mut coach = Coach::default();
        (coach.muted, coach.untouched) = (muted, untouched);
        let settings = Settings { flash: Some(true), ..Settings::default() };
        let ready = acts(&coach, &READY, &settings);
        assert!(ready.contains(&Act::Flash) && !ready.iter().any(|act| matches!(act, Act::Say(_))), "{ready:?}");
        assert!(acts(&coach, &BEEP, &settings).is_empty());
    }
}

#[test]
fn a_jump_silences_all() {
    assert_eq!(acts(&Coach::default(), &Effect::CancelSounds, &Settings::default()), [Act::Hush]);
}

#[test]
fn a_count_is_said_and_neither_announced_nor_felt() {
    let second = Effect::Announce(Cue { at_ms: 25_000, kind: CueKind::Repetition { breathe: false }, phase: 4 });
    assert_eq!(acts(&Coach::default(), &second, &Settings::default()), [Act::Say("Two.".to_owned())]);
    let quiet = Settings { counting: Some(Counting::Off), ..Settings::default() };
    assert!(acts(&Coach::default(), &second, &quiet).is_empty());
}

#[test]
fn being_away_is_announced_and_what_is_kept_is_not_the_coachs() {
    let away = acts(&Coach::default(), &Effect::Away, &Settings::default());
    assert!(matches!(away.as_slice(), [Act::Announce(text)] if text.starts_with("You were away")), "{away:?}");
    for effect in [Effect::Checkpoint, Effect::Record] {
        assert!(acts(&Coach::default(), &effect, &Settings::default()).is_empty());
    }
}
