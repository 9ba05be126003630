//! The loop that ticks: hands verbs and the time to the player, and publishes what there is to show.

use super::cleared::cleared;
use super::keeper::Keeper;
use super::presence::{Presence, use_presence};
use crate::app::chunks::{self, Chunks, called, use_chunks};
use crate::app::library::Documents;
use crate::app::library::gate::is_stopped;
use crate::app::parts::picture::FIGURE;
use crate::app::reactive::{effect, keep_while_drawn, memo};
use crate::app::session::teaching::demonstrations;
use crate::app::shell::notices::Notices;
use crate::content::CATALOG_VERSION;
use crate::content::words::messages as t;
use crate::domain::Instant;
use crate::domain::catalog::{Exercise, Rung};
use crate::domain::documents::health::Health;
use crate::domain::documents::running::Checkpoint;
use crate::domain::documents::shelf::SaveError;
use crate::domain::figure::Playback;
use crate::domain::progress::record::{SessionRecord, Stamp};
use crate::domain::routine::{Item, Routine};
use crate::domain::safety::clearing::{Cleared, Playable, unconditional};
use crate::domain::session::coach::Coach;
use crate::domain::session::demonstration::Demonstration;
use crate::domain::session::player::{
    Effects, LOOK_AHEAD_HIDDEN_MS, LOOK_AHEAD_MS, PauseReason, Player, Snapshot, State,
};
use crate::domain::session::timeline::{Pace, Phase};
use crate::platform::{audio, clock, history, identity, page, speech, timers, wake_lock};
use leptos::prelude::*;

/// How often the player looks at the clock, ms. Sounds do not depend on it.
const TICK_MS: u32 = 100;
/// From the press on Start to the session's beginning, ms: what audio needs to start, so that the
/// first sound is on time. Too short to be noticed.
const AUDIO_START_MS: u64 = 120;

/// When it is looked how far audio has started, between two ticks, ms after Start.
const AUDIO_LOOKS_MS: [u32; 4] = [50, 70, 90, 110];

/// Which of its screens a session shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Before Start.
    Start,
    /// The safety screen, before a session or in it.
    Check,
    /// Running or paused.
    Stage,
    /// Over.
    Summary,
}

/// A session in the app. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    pub(super) library: Documents,
    pub(super) notices: Notices,
    pub(super) keeper: Keeper,
    pub(super) chunks: Chunks,
    /// Whether explanations are to be put in once they are here.
    is_to_teach: StoredValue<bool>,
    /// A session that was left, to be taken up once the rules are here.
    pub(super) waits_for_rules: StoredValue<Option<(Routine, Checkpoint)>>,
    pub(super) player: StoredValue<Player>,
    pub(super) coach: StoredValue<Coach>,
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
    /// The routine that was asked for.
    pub asked: RwSignal<Routine>,
    /// What the person's conditions make of it; nothing until that is known.
    pub cleared: Memo<Option<Cleared>>,
    /// Whether the safety screen is to be answered, or read, first.
    pub asks: RwSignal<bool>,
    /// Pain before, as chosen on the start screen.
    pub pain_before: RwSignal<Option<u8>>,
    /// Whether the screen flashes now.
    pub flash: RwSignal<bool>,
    /// The phase that the picture shows, and how time runs in it.
    pub picture: RwSignal<(Phase, Playback)>,
}

impl Session {
    /// A session of a routine, not begun; nothing of an empty one. Ends itself properly when its page
    /// goes.
    pub fn new(library: Documents, notices: Notices, routine: Routine) -> Option<Self> {
        // Shown until something is known of the person, and never begun: see `start`.
        let player = Player::new(unconditional(&routine, &Health::default())?.playable?, Pace::default());
        let chunks = use_chunks();
        let asked = RwSignal::new(routine);
        let cleared = memo(move || asked.with(|asked| cleared(library, chunks, asked)));
        let session = Self {
            library,
            notices,
            keeper: Keeper::new(library),
            chunks,
            is_to_teach: StoredValue::new(false),
            waits_for_rules: StoredValue::new(None),
            picture: RwSignal::new((player.snapshot(0).phase, player.playback(0))),
            snapshot: RwSignal::new(player.snapshot(0)),
            player: StoredValue::new(player),
            coach: StoredValue::new(Coach::default()),
            announced: RwSignal::new(String::new()),
            record: RwSignal::new(None),
            kept: RwSignal::new(true),
            muted: RwSignal::new(false),
            asked,
            cleared,
            asks: RwSignal::new(false),
            pain_before: RwSignal::new(None),
            flash: RwSignal::new(false),
        };
        let presence = use_presence();
        effect(move || {
            presence.set(match session.snapshot.with(|snapshot| snapshot.state) {
                State::Ready => Presence::Idle,
                State::Running | State::Paused(_) => Presence::Running,
                State::Finished | State::EndedEarly => Presence::Summary,
            });
            // Another tab may have found what stops this one.
            if is_stopped(library) {
                session.pause();
            }
        });
        effect(move || session.rules_came());
        effect(move || {
            if session.chunks.state(FIGURE) == chunks::State::Here && session.is_to_teach.try_get_value() == Some(true)
            {
                session.teach();
            }
        });
        effect(move || {
            if let Some(playable) = cleared.get().and_then(|cleared| cleared.playable)
                && session.state() == Some(State::Ready)
            {
                session.put(playable);
            }
        });
        keep_while_drawn(timers::every(TICK_MS, move || session.tick()));
        keep_while_drawn(page::on_document("visibilitychange", move |_| session.visibility_changed()));
        keep_while_drawn(page::on_window("pagehide", move |_| session.checkpoint(clock::now(), true)));
        for event in ["pointerdown", "keydown"] {
            keep_while_drawn(page::on_window(event, move |_| session.is_touched()));
        }
        on_cleanup(move || {
            session.leave();
            presence.try_set(Presence::Idle);
        });
        Some(session)
    }

    /// Which screen it shows.
    pub fn screen(self) -> Screen {
        match self.snapshot.with(|snapshot| snapshot.state) {
            State::Finished | State::EndedEarly => Screen::Summary,
            _ if self.is_checked() => Screen::Check,
            State::Ready => Screen::Start,
            State::Running | State::Paused(_) => Screen::Stage,
        }
    }

    /// Puts a routine in place of the one not yet begun.
    fn put(self, playable: Playable) {
        self.replace(Player::new(playable, self.library.settings_now().pace()));
    }

    pub(super) fn replace(self, player: Player) {
        let now = clock::now();
        let snapshot = player.snapshot(now);
        self.picture.try_set((snapshot.phase, player.playback(now)));
        self.snapshot.try_set(snapshot);
        self.player.try_update_value(|old| *old = player);
    }

    pub(super) fn state(self) -> Option<State> {
        self.snapshot.try_with_untracked(|snapshot| snapshot.state)
    }

    /// Begins at the person's own pace settings, unless the safety screen stands before it. To be called
    /// in their gesture, for the sound.
    pub fn start(self) {
        if !self.may_go_on() {
            return;
        }
        if self.coach.try_with_value(|coach| coach.untouched) == Some(false) {
            audio::unlock();
        }
        let Some(playable) = self.cleared.try_get_untracked().flatten().and_then(|cleared| cleared.playable) else {
            return;
        };
        self.put(playable);
        self.teach();
        let started_at = clock::local_time().unwrap_or_default();
        let stamp = Stamp {
            id: identity::new_id(),
            date: started_at.get(..10).unwrap_or_default().to_owned(),
            started_at,
            catalog: CATALOG_VERSION.to_owned(),
            pain_before: self.pain_before.try_get_untracked().flatten(),
        };
        self.keeper.holds(&stamp.id);
        if self.library.settings_now().phone_down() {
            self.apply(|player, now| player.wait_for_the_phone(now, stamp));
        } else {
            self.apply_at(clock::now() + AUDIO_START_MS, |player, now| {
                clock::mark("unknot-start", now);
                player.start(now, stamp)
            });
            // The first sound is to be on time too: it is planned anew as soon as the output has begun.
            for ms in AUDIO_LOOKS_MS {
                timers::after(ms, move || self.follow_audio());
            }
        }
        to_the_stage();
    }

    /// Has what is new to this person explained, as soon as the explanations are here.
    pub(super) fn teach(self) {
        let Some(routine) = self.player.try_with_value(|player| player.routine().clone()) else { return };
        let shown = untrack(|| self.shown(routine));
        self.is_to_teach.try_set_value(shown.is_none());
        if let Some(shown) = shown {
            self.apply(|player, now| Ok(player.teach(now, shown)));
        }
    }

    /// What is to be explained of a routine to this person, by item, once that is here; tracked.
    pub fn shown(self, routine: Routine) -> Option<Vec<Demonstration>> {
        // No page is rendered for anybody: nothing is known of what they know.
        if cfg!(not(target_arch = "wasm32")) {
            return None;
        }
        let state = self.chunks.state(FIGURE);
        if state != chunks::State::Here {
            // One that was lost would be fetched for ever: this runs again with every change of state.
            if state == chunks::State::Away {
                self.chunks.fetch(FIGURE);
            }
            return None;
        }
        called(demonstrations(self.library, routine))
    }

    /// The last item, where the session came to its end and was not ended before.
    pub fn ended_with(self) -> Option<Item> {
        let ended = |player: &Player| {
            (player.state() == State::Finished).then(|| player.routine().items.last().copied()).flatten()
        };
        self.player.try_with_value(ended).flatten()
    }

    /// Another exercise, or another form, in place of the one that is done now.
    pub fn swap(self, exercise: &'static Exercise, rung: &'static Rung) {
        self.apply(|player, now| player.swap(now, exercise, rung));
        self.teach();
    }

    /// Whether an exercise may be put in place of what is done now.
    pub fn allows(self, exercise: &Exercise, rung: &Rung) -> bool {
        self.player.try_with_value(|player| player.allows(exercise, rung)) == Some(true)
    }

    /// As if Start were pressed, by the page around this one. It may sound once the person has
    /// touched this one.
    pub fn start_for_the_parent(self) {
        if self.state() == Some(State::Ready) {
            self.coach.try_update_value(|coach| coach.untouched = true);
            self.start();
        }
    }

    /// Says that a part of the app could not be loaded.
    pub fn tell_of_a_lost_part(self) {
        self.notices.tell(t::PART_LOST);
    }

    /// Stops the time, where it runs, and the wait for the phone.
    pub fn pause(self) {
        if self.state().is_some_and(State::needs_ticks) {
            self.apply(Player::pause);
        }
    }

    /// Says a verb to the player. One that does not fit the state does nothing: the button that
    /// said it was there a moment ago.
    pub fn apply(self, verb: impl FnOnce(&mut Player, Instant) -> Effects) {
        self.apply_at(clock::now(), verb);
    }

    fn apply_at(self, now: Instant, verb: impl FnOnce(&mut Player, Instant) -> Effects) {
        let mut verb = Some(verb);
        // One type for all verbs: what follows is in the wasm once.
        self.apply_any(now, &mut |player| verb.take().map_or(Ok(Vec::new()), |verb| verb(player, now)));
    }

    fn apply_any(self, now: Instant, verb: &mut dyn FnMut(&mut Player) -> Effects) {
        let effects = self.player.try_update_value(|player| verb(player)).and_then(Result::ok);
        self.carry_out(effects.unwrap_or_default(), now);
        self.look(now);
    }

    /// Whether it waits for the phone to be put down.
    pub fn is_waiting(self) -> bool {
        self.state() == Some(State::Paused(PauseReason::PhoneDown))
    }

    /// Pauses or resumes.
    pub fn toggle(self) {
        audio::unlock();
        match self.state() {
            Some(State::Running) => self.apply(Player::pause),
            Some(State::Paused(_)) => self.apply(Player::resume),
            _ => {}
        }
    }

    fn tick(self) {
        let Some(state) = self.state() else { return };
        let now = clock::now();
        if state.needs_ticks() {
            let effects = self.player.try_update_value(|player| player.tick(now));
            self.carry_out(effects.unwrap_or_default(), now);
            self.follow_audio();
            self.look(now);
        }
        if state.is_under_way() && self.keeper.is_due(now) {
            self.checkpoint(now, false);
        }
    }

    fn look(self, now: Instant) {
        let seen = self.player.try_with_value(|player| (player.snapshot(now), player.playback(now)));
        let Some((snapshot, playback)) = seen else { return };
        wake_lock::keep(snapshot.state.needs_ticks());
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

    pub(super) fn checkpoint(self, now: Instant, released: bool) {
        self.player.try_with_value(|player| self.keeper.checkpoint(player, now, released));
    }

    pub(super) fn finish(self) {
        let Some(record) = self.player.try_with_value(|player| player.record(clock::now())).flatten() else { return };
        let kept = self.keeper.finish(&record);
        self.take_note(record, kept);
        timers::soon(|| {
            history::scroll();
            page::focus("summary");
        });
    }

    /// Adds the pain after the session, and how hard it was, to its record.
    pub fn save_after(self, pain: Option<u8>, effort: Option<u8>) {
        let Some(mut record) = self.record.try_get_untracked().flatten() else { return };
        record.pain_after = pain;
        record.effort = effort;
        let kept = self.library.keep(&record);
        self.take_note(record, kept);
    }

    fn take_note(self, record: SessionRecord, kept: Result<(), SaveError>) {
        self.kept.try_set(kept.is_ok());
        self.record.try_set(Some(record));
        if let Err(error) = kept {
            self.notices.tell(t::not_saved(error));
        }
    }

    fn visibility_changed(self) {
        let look_ahead = if page::is_hidden() { LOOK_AHEAD_HIDDEN_MS } else { LOOK_AHEAD_MS };
        self.player.try_update_value(|player| player.set_look_ahead(look_ahead));
        self.tick();
    }

    /// The person goes to another page: the session waits for them.
    fn leave(self) {
        let now = clock::now();
        if self.player.try_with_value(|player| player.state().is_under_way()) == Some(true) {
            self.player.try_update_value(|player| player.pause(now).unwrap_or_default());
            self.checkpoint(now, true);
            audio::cancel();
            speech::hush();
            self.library.look_for_running();
        }
        self.keeper.lets_go();
        wake_lock::keep(false);
    }
}

/// Brings what runs now into view and to the keyboard.
pub(super) fn to_the_stage() {
    timers::soon(|| {
        history::scroll();
        page::focus("pause");
    });
}
