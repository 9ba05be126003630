//! What a session says, shows and sounds from its beginning to its end, with times: the player and
//! the coach of the app, driven by a clock that is made up.

use super::coach::{Act, Coach, Script};
use super::demonstration::Demonstration;
use super::player::Player;
use super::timeline::{Phase, PhaseKind};
use crate::domain::Instant;
use crate::domain::documents::settings::Settings;
use crate::domain::progress::record::Stamp;
use crate::domain::routine::Item;
use crate::domain::safety::clearing::Playable;

/// How often the player looks at the clock, ms, as in the app.
const TICK_MS: Instant = 100;
/// How long a set at one's own pace takes here, ms.
const SET_MS: Instant = 30_000;
/// When the session begins on the made-up clock.
const BEGINS: Instant = 1_000_000;

/// Something that happens in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happens {
    /// A phase of an item begins, with what the screen tells to do in it.
    Phase(Item, Phase, String),
    /// The coach acts. Sounds are here when they sound, not when they are planned.
    Act(Act),
    /// The person presses Done.
    Done,
}

/// Everything that happens, with times in ms from the beginning, in order. The demonstrations are by
/// item.
pub fn transcript(
    playable: Playable,
    demonstrations: Vec<Demonstration>,
    settings: &Settings,
    script: &impl Script,
) -> Vec<(u64, Happens)> {
    let mut player = Player::new(playable, settings.pace());
    player.teach(BEGINS, demonstrations);
    let coach = Coach::default();
    let mut happened = Vec::new();
    let mut phase = None;
    let mut now = BEGINS;
    let stamp = Stamp {
        id: String::new(),
        started_at: String::new(),
        date: String::new(),
        catalog: String::new(),
        pain_before: None,
    };
    // A player that has not begun always begins.
    let mut effects = player.start(now, stamp).unwrap_or_default();
    let mut phase_began = now;
    loop {
        let snapshot = player.snapshot(now);
        if phase != Some(snapshot.phase) {
            phase = Some(snapshot.phase);
            phase_began = now;
            let told = snapshot.told.as_deref().map(str::to_owned);
            let told = told.unwrap_or_else(|| script.instruction(&snapshot.item, &snapshot.phase));
            happened.push((now - BEGINS, Happens::Phase(snapshot.item, snapshot.phase, told)));
        }
        for effect in &effects {
            for act in coach.acts(effect, &player, settings, script) {
                let in_ms = if let Act::Play { in_ms, .. } = act { in_ms } else { 0 };
                happened.push((now - BEGINS + u64::from(in_ms), Happens::Act(act)));
            }
        }
        if player.state().is_over() {
            break;
        }
        now += TICK_MS;
        effects = if snapshot.phase.kind == PhaseKind::SelfPaced && now >= phase_began + SET_MS {
            happened.push((now - BEGINS, Happens::Done));
            player.done(now, None).unwrap_or_default()
        } else {
            player.tick(now)
        };
    }
    happened.sort_by_key(|(at, _)| *at);
    happened
}
