//! A running session: hands verbs and the time to the player, and carries out what it asks for.

use crate::app::state::{AppState, STORE};
use crate::content::CATALOG_VERSION;
use crate::content::words::{messages as t, spoken};
use crate::domain::Instant;
use crate::domain::documents::settings::{Settings, SpokenBy};
use crate::domain::documents::store::{Checkpoint, Fate};
use crate::domain::figure::Playback;
use crate::domain::progress::record::{SessionRecord, Stamp};
use crate::domain::routine::Routine;
use crate::domain::session::cue::CueKind;
use crate::domain::session::player::{
    Effect as Do, Effects, LOOK_AHEAD_HIDDEN_MS, LOOK_AHEAD_MS, Player, Snapshot, State,
};
use crate::domain::session::timeline::{Pace, Phase};
use crate::domain::session::voice::Voice;
use crate::platform::{audio, clock, history, identity, page, quota, speech, timers, vibration, wake_lock};
use leptos::prelude::*;

/// How often the player looks at the clock, ms. Sounds do not depend on it.
const TICK_MS: u32 = 100;
/// How long a flash of the screen lasts, ms: one flash, far below three a second.
const FLASH_MS: u32 = 250;
/// Tells `offline.js` and the style sheet what a reload would end, or a message disturb.
const SESSION_ATTRIBUTE: &str = "data-session";
/// From the press on Start to the session's beginning, ms: what audio needs to start, so that the
/// first sound is on time. Too short to be noticed.
const AUDIO_START_MS: u64 = 120;
/// How often a running session gives a sign of life, ms.
const HEARTBEAT_MS: u64 = 4_000;

/// Which of its three screens a session shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Before Start.
    Start,
    /// Running or paused.
    Stage,
    /// Over.
    Summary,
}

/// A session in the app. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    state: AppState,
    player: StoredValue<Player>,
    /// The session as of the last look.
    pub snapshot: RwSignal<Snapshot>,
    /// What was announced last.
    pub announced: RwSignal<String>,
    /// The record, once it is over.
    pub record: RwSignal<Option<SessionRecord>>,
    /// Whether the record was kept.
    pub kept: RwSignal<bool>,
    /// Whether sounds and voice are off for this session.
    pub muted: RwSignal<bool>,
    /// Pain before, as chosen on the start screen.
    pub pain_before: RwSignal<Option<u8>>,
    /// Whether the screen flashes now.
    pub flash: RwSignal<bool>,
    /// The phase that the picture shows, and how time runs in it.
    pub picture: RwSignal<(Phase, Playback)>,
    last_kept: StoredValue<u64>,
    voice: StoredValue<Voice>,
    /// Started by the page around this one: silent until the person taps or presses a key here.
    untouched: StoredValue<bool>,
}

impl Session {
    /// A session of a routine, not begun. Ends itself properly when its page goes.
    pub fn new(state: AppState, routine: Routine) -> Self {
        let player = Player::new(routine, Pace::default());
        let session = Self {
            state,
            picture: RwSignal::new((player.snapshot(0).phase, player.playback(0))),
            snapshot: RwSignal::new(player.snapshot(0)),
            player: StoredValue::new(player),
            announced: RwSignal::new(String::new()),
            record: RwSignal::new(None),
            kept: RwSignal::new(true),
            muted: RwSignal::new(false),
            pain_before: RwSignal::new(None),
            flash: RwSignal::new(false),
            last_kept: StoredValue::new(0),
            voice: StoredValue::new(Voice::default()),
            untouched: StoredValue::new(false),
        };
        Effect::new(move || {
            let said = match session.screen() {
                Screen::Start => "",
                Screen::Stage => "running",
                Screen::Summary => "summary",
            };
            page::set_root_attribute(SESSION_ATTRIBUTE, said);
        });
        let ticking = StoredValue::new_local(Some(timers::every(TICK_MS, move || session.tick())));
        let seen = StoredValue::new_local(page::on_document("visibilitychange", move |_| session.visibility_changed()));
        let left = StoredValue::new_local(page::on_window("pagehide", move |_| session.checkpoint(true)));
        let touched = ["pointerdown", "keydown"]
            .map(|event| StoredValue::new_local(page::on_window(event, move |_| session.is_touched())));
        on_cleanup(move || {
            touched.into_iter().for_each(Dispose::dispose);
            ticking.dispose();
            seen.dispose();
            left.dispose();
            session.leave();
            page::set_root_attribute(SESSION_ATTRIBUTE, "");
        });
        session
    }

    /// Which screen it shows.
    pub fn screen(self) -> Screen {
        match self.snapshot.with(|snapshot| snapshot.state) {
            State::Ready => Screen::Start,
            State::Running | State::Paused(_) => Screen::Stage,
            State::Finished | State::EndedEarly => Screen::Summary,
        }
    }

    /// The routine as it stands.
    pub fn routine(self) -> Option<Routine> {
        self.player.try_with_value(|player| player.routine().clone())
    }

    /// Puts another routine in place of the one not yet begun.
    pub fn change_routine(self, routine: Routine) {
        self.replace(Player::new(routine, self.state.settings().pace()));
    }

    fn replace(self, player: Player) {
        let now = clock::now();
        let snapshot = player.snapshot(now);
        self.picture.try_set((snapshot.phase, player.playback(now)));
        self.snapshot.try_set(snapshot);
        self.player.try_update_value(|old| *old = player);
    }

    /// Begins at the person's own pace settings. To be called in their gesture, for the sound.
    pub fn start(self) {
        if self.untouched.try_get_value() == Some(false) {
            audio::unlock();
        }
        wake_lock::request();
        if let Some(left) = STORE.running().filter(|left| left.fate(clock::wall()) != Fate::RunningElsewhere) {
            self.state.keep(&left.record);
        }
        self.state.contents.try_update(|contents| contents.running = None);
        let Some(routine) = self.routine() else { return };
        self.replace(Player::new(routine, self.state.contents.with_untracked(|c| c.settings.pace())));
        let started_at = clock::local_time().unwrap_or_default();
        let stamp = Stamp {
            id: identity::new_id(),
            date: started_at.get(..10).unwrap_or_default().to_owned(),
            started_at,
            catalog: CATALOG_VERSION.to_owned(),
            pain_before: self.pain_before.get_untracked(),
        };
        self.apply_at(clock::now() + AUDIO_START_MS, |player, now| {
            clock::mark("unknot-start", now);
            player.start(now, stamp)
        });
        timers::soon(|| {
            history::scroll();
            page::focus("pause");
        });
    }

    /// As if Start were pressed, by the page around this one. It may sound once the person has
    /// touched this one.
    pub fn start_for_the_host(self) {
        if self.snapshot.try_with_untracked(|snapshot| snapshot.state) == Some(State::Ready) {
            self.untouched.try_set_value(true);
            self.start();
        }
    }

    /// As if Pause were pressed, by the page around this one.
    pub fn pause_for_the_host(self) {
        if self.snapshot.try_with_untracked(|snapshot| snapshot.state) == Some(State::Running) {
            self.apply(Player::pause);
        }
    }

    /// The person touched the page: browsers allow sound from then on.
    fn is_touched(self) {
        let under_way = self.snapshot.try_with_untracked(|snapshot| snapshot.state.is_under_way());
        if under_way != Some(true) {
            return;
        }
        audio::unlock();
        if self.untouched.try_get_value() == Some(true) {
            self.untouched.try_set_value(false);
            let now = clock::now();
            let again = self.player.try_update_value(|player| player.resound(now));
            self.carry_out(again.unwrap_or_default(), now);
        }
    }

    /// Takes up a session that was left, paused.
    pub fn take_up(self, routine: Routine, left: &Checkpoint) {
        self.replace(Player::restore(routine, left.pace(), &left.record, left.place(), clock::now()));
        self.state.contents.try_update(|contents| contents.running = None);
        self.checkpoint(false);
        timers::soon(|| {
            history::scroll();
            page::focus("pause");
        });
    }

    /// Says a verb to the player. One that does not fit the state does nothing: the button that
    /// said it was there a moment ago.
    pub fn apply(self, verb: impl FnOnce(&mut Player, Instant) -> Effects) {
        self.apply_at(clock::now(), verb);
    }

    fn apply_at(self, now: Instant, verb: impl FnOnce(&mut Player, Instant) -> Effects) {
        let effects = self.player.try_update_value(|player| verb(player, now)).and_then(Result::ok);
        self.carry_out(effects.unwrap_or_default(), now);
        self.look(now);
    }

    /// Pauses or resumes.
    pub fn toggle(self) {
        audio::unlock();
        match self.snapshot.try_get_untracked().map(|snapshot| snapshot.state) {
            Some(State::Running) => self.apply(Player::pause),
            Some(State::Paused(_)) => {
                wake_lock::request();
                self.apply(Player::resume);
            }
            _ => {}
        }
    }

    fn tick(self) {
        let running = self.snapshot.try_with_untracked(|snapshot| snapshot.state == State::Running);
        match running {
            Some(true) => {
                let now = clock::now();
                let effects = self.player.try_update_value(|player| player.tick(now));
                self.carry_out(effects.unwrap_or_default(), now);
                if audio::follow() {
                    let again = self.player.try_update_value(|player| player.resound(now));
                    self.carry_out(again.unwrap_or_default(), now);
                }
                self.look(now);
            }
            Some(false) => {}
            None => return,
        }
        let due = self.last_kept.try_with_value(|last| clock::wall().saturating_sub(*last) > HEARTBEAT_MS);
        if due == Some(true) {
            self.checkpoint(false);
        }
    }

    fn look(self, now: Instant) {
        let seen = self.player.try_with_value(|player| (player.snapshot(now), player.playback(now)));
        let Some((snapshot, playback)) = seen else { return };
        if self.picture.try_get_untracked() != Some((snapshot.phase, playback)) {
            self.picture.try_set((snapshot.phase, playback));
        }
        // Nine of ten looks change nothing that is shown, and a frame has better things to do.
        self.snapshot.try_maybe_update(|shown| {
            let changed = !shown.reads_like(&snapshot);
            if changed {
                *shown = snapshot;
            }
            (changed, ())
        });
    }

    fn carry_out(self, effects: Vec<Do>, now: Instant) {
        if effects.is_empty() {
            return;
        }
        let Some(settings) = self.state.contents.try_with_untracked(|contents| contents.settings.clone()) else {
            return;
        };
        let audible = self.muted.try_get_untracked() == Some(false) && self.untouched.try_get_value() == Some(false);
        for effect in effects {
            match effect {
                Do::Announce(cue) => {
                    let words = self.player.try_with_value(|player| {
                        let (timeline, items) = (player.timeline(), &player.routine().items);
                        let words = spoken::words(&cue, timeline, items)?;
                        Some((words, spoken::aloud(&cue, timeline, items, settings.rate())?))
                    });
                    let Some((words, aloud)) = words.flatten() else { continue };
                    if cue.kind.is_announced() {
                        self.announced.try_set(words);
                    }
                    let may_say = !cue.kind.is_breath() || settings.breath_words();
                    if audible && may_say && settings.spoken_by() == SpokenBy::Voice {
                        self.say(&aloud, cue.kind, now, &settings);
                    }
                    if !cue.kind.is_breath() {
                        if settings.vibration() {
                            vibration::buzz(cue.kind.sound());
                        }
                        self.flash.try_set(settings.flash());
                        timers::after(FLASH_MS, move || {
                            self.flash.try_set(false);
                        });
                    }
                }
                Do::Sound { sound, in_ms } => {
                    if audible && settings.sound() {
                        audio::play(sound, clock::page_at(now + Instant::from(in_ms)), settings.volume());
                    }
                }
                Do::CancelSounds => {
                    audio::cancel();
                    self.hush();
                }
                Do::Checkpoint => self.checkpoint(false),
                Do::Record => self.finish(),
                Do::Away => {
                    self.announced.try_set(t::YOU_WERE_AWAY.to_owned());
                }
            }
        }
    }

    fn say(self, words: &str, kind: CueKind, now: Instant, settings: &Settings) {
        let begins = self.voice.try_update_value(|voice| voice.begins(now, kind, words, settings.rate()));
        if begins == Some(true) {
            speech::say(words, settings.voice.as_deref(), settings.rate(), settings.network_voice());
        }
    }

    fn hush(self) {
        self.voice.try_update_value(Voice::hush);
        speech::hush();
    }

    /// Turns sounds and voice of this session off or on again.
    pub fn toggle_mute(self) {
        let muted = self.muted.try_get_untracked() == Some(false);
        self.muted.try_set(muted);
        if muted {
            audio::cancel();
            self.hush();
        } else {
            let now = clock::now();
            let again = self.player.try_update_value(|player| player.resound(now));
            self.carry_out(again.unwrap_or_default(), now);
        }
    }

    /// Keeps a checkpoint; `released` when the page goes and nobody runs the session any more.
    fn checkpoint(self, released: bool) {
        let now = clock::now();
        let kept = self.player.try_with_value(|player| {
            let under_way = matches!(player.state(), State::Running | State::Paused(_));
            let record = player.record(now).filter(|_| under_way)?;
            let place = player.place();
            let pace = player.pace();
            let checkpoint = Checkpoint {
                record,
                get_ready: pace.get_ready,
                self_paced: pace.self_paced,
                item: u32::try_from(place.item).unwrap_or(0),
                set: place.set,
                rep: place.rep,
                second_side: place.second_side,
                heartbeat: clock::wall(),
                released,
            };
            // A checkpoint that cannot be kept costs nothing while the page lives, and the record
            // at the end says so if it cannot be kept either.
            Some(STORE.save_running(&checkpoint).is_ok())
        });
        if kept.flatten().is_some() {
            self.last_kept.try_set_value(clock::wall());
        }
    }

    fn finish(self) {
        wake_lock::release();
        let Some(record) = self.player.try_with_value(|player| player.record(clock::now())).flatten() else { return };
        let kept = self.state.keep(&record);
        self.kept.try_set(kept);
        if kept {
            // So that the records outlive a shortage of space. Some browsers ask the person, so once
            // has to do, where there is something to keep.
            if self.state.contents.try_with_untracked(|contents| contents.records.len()) == Some(1) {
                leptos::task::spawn_local(async {
                    quota::persist().await;
                });
            }
            // If the checkpoint stays, it is offered again and then saved under the same id.
            let _ = STORE.clear_running();
        }
        self.record.try_set(Some(record));
        timers::soon(|| {
            history::scroll();
            page::focus("summary");
        });
    }

    /// Adds the pain after the session to its record.
    pub fn save_pain_after(self, pain: Option<u8>) {
        let Some(mut record) = self.record.try_get_untracked().flatten() else { return };
        record.pain_after = pain;
        let kept = self.state.keep(&record);
        self.kept.try_set(kept);
        self.record.try_set(Some(record));
    }

    fn visibility_changed(self) {
        let hidden = page::is_hidden();
        let running = self.snapshot.try_with_untracked(|snapshot| snapshot.state == State::Running) == Some(true);
        self.player.try_update_value(|player| {
            player.set_look_ahead(if hidden { LOOK_AHEAD_HIDDEN_MS } else { LOOK_AHEAD_MS });
        });
        if !hidden && running {
            wake_lock::request();
        }
        self.tick();
    }

    /// The person goes to another page: the session waits for them.
    fn leave(self) {
        let now = clock::now();
        let was_under_way =
            self.player.try_with_value(|player| matches!(player.state(), State::Running | State::Paused(_)));
        if was_under_way != Some(true) {
            return;
        }
        self.player.try_update_value(|player| player.pause(now).unwrap_or_default());
        self.checkpoint(true);
        audio::cancel();
        self.hush();
        wake_lock::release();
        let left = STORE.running();
        self.state.contents.try_update(|contents| contents.running = left);
    }
}
