//! The player: a state machine. Verbs and the time come in, effects go out, and the snapshot says
//! all there is to show.
//!
//! The state at any instant is a function of the verbs so far and of `now`: nothing accumulates
//! from tick to tick, so nothing drifts. Two numbers are kept apart: the *position* on the
//! timeline, which jumps on skip and back, and the *active* time, which never falls.

mod change;
mod snapshot;

pub use change::Adjust;
pub use snapshot::{Next, Snapshot};

use super::Instant;
use super::cue::{self, Cue, CueKind, Sound};
use super::progress::record::{Entry, SessionRecord, Stamp};
use super::routine::{Item, Routine};
use super::timeline::{Pace, Phase, PhaseKind, Timeline};

/// A gap between two looks at the clock after which the person was away, in ms.
pub const AWAY_MS: u64 = 30_000;
/// Countdown after resuming in mid-exercise, in ms; outside the timeline.
pub const RESUME_COUNTDOWN_MS: u64 = 3_000;
/// Back goes to the exercise before when pressed this soon after an exercise began, in ms.
pub const BACK_WINDOW_MS: u32 = 3_000;
/// How far ahead sounds are scheduled, in ms.
pub const LOOK_AHEAD_MS: u32 = 5_000;
/// How far ahead sounds are scheduled while the page is hidden and its timers are throttled, in ms.
pub const LOOK_AHEAD_HIDDEN_MS: u32 = 60_000;
/// A cue seen later than this is stale and is not said, in ms.
const STALE_MS: u32 = 1_500;

/// Why a session stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseReason {
    /// The person paused it.
    Person,
    /// The person said that something hurts.
    Hurts,
    /// Nothing looked at the clock for a while: the device slept or the page was frozen.
    Away,
    /// It was found after a reload.
    Continued,
}

/// Where the session is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not begun.
    Ready,
    /// Time runs.
    Running,
    /// Time stands still.
    Paused(PauseReason),
    /// Everything was reached.
    Finished,
    /// The person ended it before that.
    EndedEarly,
}

impl State {
    /// Whether nothing can happen any more.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Finished | Self::EndedEarly)
    }
}

/// What the shell is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Say and show this.
    Announce(Cue),
    /// Play a sound in so many ms from now.
    Sound {
        /// Which.
        sound: Sound,
        /// When, from now.
        in_ms: u32,
    },
    /// Forget every sound not yet played.
    CancelSounds,
    /// Keep a checkpoint now.
    Checkpoint,
    /// The session is over: keep its record, drop the checkpoint.
    Record,
    /// The person was away; the session waits.
    Away,
}

/// A verb that does not fit the state. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlayerError {
    /// The session has begun already.
    AlreadyStarted,
    /// The session has not begun.
    NotStarted,
    /// Time does not run.
    NotRunning,
    /// Time runs.
    NotPaused,
    /// The session is over.
    Over,
    /// Done is only for sets at one's own pace.
    NotSelfPaced,
    /// There is nothing like it to change here.
    NothingToChange,
}

/// What a verb leads to.
pub type Effects = Result<Vec<Effect>, PlayerError>;

/// What was done of one item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Done {
    planned: u16,
    repetitions: u16,
    /// The best of each set, at one's own pace.
    sets: Vec<u16>,
    ms: u64,
    hurt: bool,
    skipped: bool,
}

/// A session of a routine.
#[derive(Debug, Clone)]
pub struct Player {
    routine: Routine,
    pace: Pace,
    timeline: Timeline,
    state: State,
    /// When the clock last passed `position`; in the future during the resume countdown.
    anchor: Instant,
    position: u32,
    /// Index of the phase the person is at, when they set the pace.
    at: usize,
    active_before: u64,
    /// Active time at which the current item was entered by a verb; for Back at one's own pace.
    entered: u64,
    last_seen: Instant,
    done: Vec<Done>,
    /// Cues before this position have been announced.
    announced: u32,
    /// Sounds before this position have been scheduled.
    sounded: u32,
    look_ahead: u32,
    last_phase: usize,
    stamp: Option<Stamp>,
}

impl Player {
    /// A session about to begin.
    pub fn new(routine: Routine, pace: Pace) -> Self {
        let timeline = Timeline::compile(&routine, pace);
        let done = routine.items.iter().map(fresh).collect();
        Self {
            routine,
            pace,
            timeline,
            state: State::Ready,
            anchor: 0,
            position: 0,
            at: 0,
            active_before: 0,
            entered: 0,
            last_seen: 0,
            done,
            announced: 0,
            sounded: 0,
            look_ahead: LOOK_AHEAD_MS,
            last_phase: 0,
            stamp: None,
        }
    }

    /// A session found after a reload: paused at the start of the repetition that `place` names,
    /// with what `record` says was done.
    pub fn restore(routine: Routine, pace: Pace, record: &SessionRecord, place: Place, now: Instant) -> Self {
        let mut player = Self::new(routine, pace);
        for (done, entry) in player.done.iter_mut().zip(&record.entries) {
            done.planned = entry.planned;
            done.repetitions = entry.done;
            done.ms = u64::from(entry.seconds) * 1000;
            done.hurt = entry.hurt;
            done.skipped = entry.skipped;
        }
        if player.timeline.is_self_paced() {
            // A record keeps the sum of the sets: they are taken to have been done in order.
            for phase in player.timeline.phases() {
                if let Some(done) = player.done.get_mut(phase.item).filter(|_| phase.kind == PhaseKind::SelfPaced) {
                    let left = done.repetitions - done.sets.iter().sum::<u16>();
                    done.sets.push(left.min(phase.of));
                }
            }
            for done in &mut player.done {
                let counted: u16 = done.sets.iter().sum();
                if let Some(first) = done.sets.first_mut() {
                    *first += done.repetitions - counted;
                }
            }
        }
        let first = player.timeline.first_of(place.item);
        let after = player.timeline.after(place.item);
        let phases = player.timeline.phases();
        player.at = (first..after)
            .find(|index| {
                let phase = &phases[*index];
                phase.set == place.set
                    && phase.rep == place.rep
                    && phase.side.is_some_and(|side| side.index() == 1) == place.second_side
            })
            .unwrap_or(first);
        player.position = player.timeline.phase(player.at).start_ms;
        player.active_before = u64::from(record.active_seconds) * 1000;
        player.entered = player.active_before;
        player.state = State::Paused(PauseReason::Continued);
        player.stamp = Some(Stamp {
            id: record.id.clone(),
            started_at: record.started_at.clone(),
            date: record.date.clone(),
            catalog: record.catalog.clone(),
            pain_before: record.pain_before,
        });
        player.last_seen = now;
        player.anchor = now;
        player.announced = player.position;
        player.sounded = player.position;
        player.last_phase = player.at;
        player
    }

    /// How far ahead sounds are scheduled from now on: [`LOOK_AHEAD_MS`] or, hidden,
    /// [`LOOK_AHEAD_HIDDEN_MS`].
    pub fn set_look_ahead(&mut self, ms: u32) {
        self.look_ahead = ms;
    }

    /// The routine as it stands, swaps and changes included.
    pub fn routine(&self) -> &Routine {
        &self.routine
    }

    /// Its timeline.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Its state as of the last verb or tick.
    pub fn state(&self) -> State {
        self.state
    }

    /// Begins. The stamp says which session this is and when, in the person's own time.
    ///
    /// # Errors
    /// [`PlayerError::AlreadyStarted`].
    pub fn start(&mut self, now: Instant, stamp: Stamp) -> Effects {
        if self.state != State::Ready {
            return Err(PlayerError::AlreadyStarted);
        }
        self.stamp = Some(stamp);
        self.last_seen = now;
        self.anchor = now;
        self.state = State::Running;
        let mut effects = vec![Effect::Checkpoint];
        self.announce_self_paced(&mut effects);
        self.advance(now, &mut effects);
        Ok(effects)
    }

    /// Looks at the clock: moves on to where the session is now.
    pub fn tick(&mut self, now: Instant) -> Vec<Effect> {
        let (_, mut effects) = self.look(now);
        self.advance(now.max(self.last_seen), &mut effects);
        effects
    }

    /// Stops the time.
    ///
    /// # Errors
    /// [`PlayerError::NotRunning`].
    pub fn pause(&mut self, now: Instant) -> Effects {
        self.stand_still(now, PauseReason::Person)
    }

    /// The person says that something hurts: stops the time, and the record remembers it.
    ///
    /// # Errors
    /// [`PlayerError::NotStarted`] or [`PlayerError::Over`].
    pub fn hurts(&mut self, now: Instant) -> Effects {
        self.must_be_under_way()?;
        let mut effects =
            if self.state == State::Running { self.stand_still(now, PauseReason::Hurts)? } else { Vec::new() };
        if !self.state.is_over() {
            let item = self.phase().item;
            if let Some(done) = self.done.get_mut(item) {
                done.hurt = true;
            }
            self.state = State::Paused(PauseReason::Hurts);
            effects.push(Effect::Checkpoint);
        }
        Ok(effects)
    }

    fn stand_still(&mut self, now: Instant, reason: PauseReason) -> Effects {
        if self.state != State::Running {
            return Err(PlayerError::NotRunning);
        }
        let (away, mut effects) = self.look(now);
        if away {
            return Ok(effects);
        }
        self.advance(self.last_seen, &mut effects);
        if self.state == State::Running {
            self.fold(self.last_seen);
            self.anchor = self.last_seen;
            self.state = State::Paused(reason);
            effects.extend([Effect::CancelSounds, Effect::Checkpoint]);
        }
        Ok(effects)
    }

    /// Lets the time run again; in mid-exercise after a countdown of [`RESUME_COUNTDOWN_MS`].
    ///
    /// # Errors
    /// [`PlayerError::NotPaused`].
    pub fn resume(&mut self, now: Instant) -> Effects {
        let State::Paused(_) = self.state else { return Err(PlayerError::NotPaused) };
        let now = now.max(self.last_seen);
        self.last_seen = now;
        let mid_exercise = matches!(self.phase().kind, PhaseKind::Move | PhaseKind::Hold);
        self.anchor = now + if mid_exercise { RESUME_COUNTDOWN_MS } else { 0 };
        self.state = State::Running;
        self.sounded = self.position;
        let mut effects = vec![Effect::Checkpoint];
        if mid_exercise {
            effects.extend((0..3).map(|second| Effect::Sound { sound: Sound::Tick, in_ms: second * 1000 }));
        }
        self.announced = self.announced.max(self.position);
        self.advance(now, &mut effects);
        Ok(effects)
    }

    /// In get-ready (or the resume countdown) starts at once; else goes to the next exercise.
    ///
    /// # Errors
    /// [`PlayerError::NotStarted`] or [`PlayerError::Over`].
    pub fn skip(&mut self, now: Instant) -> Effects {
        self.jump(now, |player| {
            let phase = player.phase();
            // In the resume countdown: start at once, where it stands.
            if player.anchor > player.last_seen {
                return None;
            }
            let get_ready = phase.kind == PhaseKind::GetReady;
            Some(if get_ready { player.index() + 1 } else { player.leave_item(phase.item) })
        })
    }

    /// Goes to the next exercise or step, from get-ready too.
    ///
    /// # Errors
    /// [`PlayerError::NotStarted`] or [`PlayerError::Over`].
    pub fn skip_exercise(&mut self, now: Instant) -> Effects {
        self.jump(now, |player| {
            let item = player.phase().item;
            Some(player.leave_item(item))
        })
    }

    fn leave_item(&mut self, item: usize) -> usize {
        if let Some(done) = self.done.get_mut(item) {
            done.skipped = true;
        }
        self.timeline.after(item)
    }

    /// Goes to the start of this exercise; within [`BACK_WINDOW_MS`] of it to the one before.
    ///
    /// # Errors
    /// [`PlayerError::NotStarted`] or [`PlayerError::Over`].
    pub fn back(&mut self, now: Instant) -> Effects {
        self.jump(now, |player| {
            let item = player.phase().item;
            let first = player.timeline.first_of(item);
            let since = if player.timeline.is_self_paced() {
                u32::try_from(player.active_before - player.entered).unwrap_or(u32::MAX)
            } else {
                player.position - player.timeline.phase(first).start_ms
            };
            let before = player.timeline.first_of(item.saturating_sub(1));
            Some(if since < BACK_WINDOW_MS { before } else { first })
        })
    }

    /// A set at the person's own pace is done; `repetitions` where it was fewer than planned.
    ///
    /// # Errors
    /// [`PlayerError::NotSelfPaced`], [`PlayerError::NotRunning`].
    pub fn done(&mut self, now: Instant, repetitions: Option<u16>) -> Effects {
        if self.state != State::Running {
            return Err(PlayerError::NotRunning);
        }
        let phase = self.phase();
        if phase.kind != PhaseKind::SelfPaced {
            return Err(PlayerError::NotSelfPaced);
        }
        let now = now.max(self.last_seen);
        self.last_seen = now;
        self.fold(now);
        if let Some(done) = self.done.get_mut(phase.item) {
            let set = usize::from(phase.set.max(1));
            done.sets.resize(done.sets.len().max(set), 0);
            let best = &mut done.sets[set - 1];
            *best = (*best).max(repetitions.unwrap_or(phase.of).min(phase.of));
            done.repetitions = done.sets.iter().sum();
        }
        self.at += 1;
        if self.phase().item != phase.item {
            self.entered = self.active_before;
        }
        let mut effects = vec![Effect::Checkpoint];
        self.announce_self_paced(&mut effects);
        self.advance(now, &mut effects);
        Ok(effects)
    }

    /// Ends the session before its time.
    ///
    /// # Errors
    /// [`PlayerError::NotStarted`] or [`PlayerError::Over`].
    pub fn end(&mut self, now: Instant) -> Effects {
        self.must_be_under_way()?;
        let (_, mut effects) = self.look(now);
        self.advance(self.last_seen, &mut effects);
        if !self.state.is_over() {
            self.fold(self.last_seen);
            self.state = State::EndedEarly;
            effects.extend([Effect::CancelSounds, Effect::Record]);
        }
        Ok(effects)
    }

    /// The record of the session as it stands; `None` before the start.
    pub fn record(&self, now: Instant) -> Option<SessionRecord> {
        let stamp = self.stamp.clone()?;
        let mut seen = self.clone();
        if seen.state == State::Running {
            // Nobody vouches for what passed unseen while the device slept.
            let unseen = now.saturating_sub(seen.last_seen) > AWAY_MS && !seen.timeline.is_self_paced();
            seen.fold(if unseen { seen.last_seen } else { now.max(seen.last_seen) });
        }
        let entries = seen.routine.items.iter().zip(&seen.done).map(|(item, done)| Entry {
            exercise: item.id().to_owned(),
            rung: item.rung_id().to_owned(),
            side: item.side_mode().into(),
            planned: done.planned,
            done: done.repetitions,
            seconds: u32::try_from(done.ms / 1000).unwrap_or(u32::MAX),
            hurt: done.hurt,
            skipped: done.skipped && done.repetitions < done.planned,
        });
        Some(SessionRecord {
            entries: entries.collect(),
            id: stamp.id,
            started_at: stamp.started_at,
            date: stamp.date,
            routine: seen.routine.id.to_owned(),
            code: seen.routine.code(),
            catalog: stamp.catalog,
            pain_before: stamp.pain_before,
            pain_after: None,
            active_seconds: u32::try_from(seen.active_before / 1000).unwrap_or(u32::MAX),
            finished: self.state == State::Finished,
        })
    }

    /// Where a checkpoint is to take the session up again.
    pub fn place(&self) -> Place {
        let phase = self.phase();
        Place {
            item: phase.item,
            set: phase.set,
            rep: phase.rep,
            second_side: phase.side.is_some_and(|side| side.index() == 1),
        }
    }

    /// The pace it runs at.
    pub fn pace(&self) -> Pace {
        self.pace
    }

    // The parts that verbs are made of.

    fn must_be_under_way(&self) -> Result<(), PlayerError> {
        match self.state {
            State::Ready => Err(PlayerError::NotStarted),
            State::Finished | State::EndedEarly => Err(PlayerError::Over),
            State::Running | State::Paused(_) => Ok(()),
        }
    }

    /// Takes note of the time. If nobody had looked for long while a timed phase ran, the session
    /// stops where it was last seen.
    fn look(&mut self, now: Instant) -> (bool, Vec<Effect>) {
        let before = self.last_seen;
        let now = now.max(before);
        self.last_seen = now;
        if self.state != State::Running || self.timeline.is_self_paced() || now - before <= AWAY_MS {
            return (false, Vec::new());
        }
        self.fold(before);
        self.anchor = now;
        self.state = State::Paused(PauseReason::Away);
        (true, vec![Effect::CancelSounds, Effect::Away, Effect::Checkpoint])
    }

    /// Position at an instant, from what is known and without changing it.
    fn position_at(&self, now: Instant) -> u32 {
        if self.state != State::Running || self.timeline.is_self_paced() {
            return self.position;
        }
        let run = u32::try_from(now.saturating_sub(self.anchor)).unwrap_or(u32::MAX);
        self.position.saturating_add(run).min(self.timeline.total_ms())
    }

    /// Books the time since the anchor: position, active time, and what was done on the way.
    fn fold(&mut self, now: Instant) {
        if self.state != State::Running || now <= self.anchor {
            return;
        }
        if self.timeline.is_self_paced() {
            let run = now - self.anchor;
            self.active_before += run;
            let item = self.phase().item;
            if let Some(done) = self.done.get_mut(item) {
                done.ms += run;
            }
        } else {
            let to = self.position_at(now);
            self.active_before += u64::from(to - self.position);
            self.credit(self.position, to);
            self.position = to;
        }
        self.anchor = now;
    }

    /// Books what lies between two positions of the timeline as done.
    fn credit(&mut self, from: u32, to: u32) {
        let phases = self.timeline.phases();
        for phase in phases.iter().skip(self.timeline.locate(from)) {
            if phase.start_ms >= to {
                break;
            }
            let Some(done) = self.done.get_mut(phase.item) else { continue };
            done.ms += u64::from(phase.end_ms().min(to) - phase.start_ms.max(from));
            if phase.ends_repetition && phase.end_ms() <= to {
                let reached = phases
                    .iter()
                    .filter(|other| other.item == phase.item && other.ends_repetition)
                    .filter(|other| other.end_ms() <= phase.end_ms())
                    .count();
                done.repetitions = done.repetitions.max(u16::try_from(reached).unwrap_or(u16::MAX));
            }
        }
    }

    /// Index of the phase the session is in.
    fn index(&self) -> usize {
        if self.timeline.is_self_paced() { self.at } else { self.timeline.locate(self.position_at(self.last_seen)) }
    }

    fn phase(&self) -> Phase {
        self.timeline.phase(self.index())
    }

    /// Moves to the phase that `choose` names (`None`: stays, without countdown), keeping the state
    /// (running or paused). At the end of the timeline the session is finished either way.
    fn jump(&mut self, now: Instant, choose: impl FnOnce(&mut Self) -> Option<usize>) -> Effects {
        self.must_be_under_way()?;
        let (away, mut effects) = self.look(now);
        if away {
            return Ok(effects);
        }
        self.advance(self.last_seen, &mut effects);
        if self.state.is_over() {
            return Ok(effects);
        }
        self.fold(self.last_seen);
        match choose(self) {
            Some(to) => self.move_to(to),
            None => {
                self.anchor = self.last_seen;
                self.sounded = self.position;
            }
        }
        effects.extend([Effect::CancelSounds, Effect::Checkpoint]);
        if self.phase().kind == PhaseKind::Finish && self.state != State::Running {
            self.finish(self.last_seen, &mut effects);
            if !self.timeline.is_self_paced() {
                self.announce_finish(&mut effects);
            }
        }
        self.announce_self_paced(&mut effects);
        self.advance(self.last_seen, &mut effects);
        Ok(effects)
    }

    fn move_to(&mut self, index: usize) {
        self.at = index.min(self.timeline.phases().len().saturating_sub(1));
        self.position = self.timeline.phase(index).start_ms;
        self.anchor = self.last_seen;
        self.entered = self.active_before;
        self.announced = self.position;
        self.sounded = self.position;
        self.last_phase = usize::MAX;
    }

    /// Brings out everything that is due by `now`: cues, sounds to come, phase changes, the finish.
    fn advance(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        if self.state != State::Running {
            return;
        }
        if self.timeline.is_self_paced() {
            if self.phase().kind == PhaseKind::Finish {
                self.finish(now, effects);
            }
            return;
        }
        let position = self.position_at(now);
        let due = cue::cues_between(&self.timeline, &self.routine.items, self.announced, position + 1);
        self.announced = self.announced.max(position + 1);
        let mut fresh = due.into_iter().filter(|cue| position - cue.at_ms <= STALE_MS);
        if let Some(cue) = fresh.rfind(|cue| cue.kind.is_spoken()) {
            effects.push(Effect::Announce(cue));
        }
        self.schedule(now, position, effects);
        let index = self.timeline.locate(position);
        if index != self.last_phase {
            self.last_phase = index;
            effects.push(Effect::Checkpoint);
        }
        if position >= self.timeline.total_ms() {
            self.finish(now, effects);
        }
    }

    fn schedule(&mut self, now: Instant, position: u32, effects: &mut Vec<Effect>) {
        let countdown = u32::try_from(self.anchor.saturating_sub(now)).unwrap_or(u32::MAX);
        let horizon = position.saturating_add(self.look_ahead.saturating_sub(countdown)).saturating_add(1);
        let from = self.sounded.max(position);
        for cue in cue::cues_between(&self.timeline, &self.routine.items, from, horizon) {
            effects.push(Effect::Sound { sound: cue.kind.sound(), in_ms: cue.at_ms - position + countdown });
        }
        self.sounded = self.sounded.max(horizon);
    }

    fn finish(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        self.fold(now);
        self.state = State::Finished;
        effects.push(Effect::Record);
        if self.timeline.is_self_paced() {
            self.announce_finish(effects);
        }
    }

    /// Where the timeline does not bring the finish about by itself.
    fn announce_finish(&self, effects: &mut Vec<Effect>) {
        let phase = self.timeline.phases().len().saturating_sub(1);
        effects.push(Effect::Sound { sound: Sound::Finish, in_ms: 0 });
        effects.push(Effect::Announce(Cue { at_ms: self.timeline.total_ms(), kind: CueKind::Finish, phase }));
    }

    /// At one's own pace positions say nothing, so entering a set is what is announced.
    fn announce_self_paced(&self, effects: &mut Vec<Effect>) {
        if self.timeline.is_self_paced() && self.state == State::Running && self.phase().kind == PhaseKind::SelfPaced {
            effects.push(Effect::Announce(Cue { at_ms: 0, kind: CueKind::SelfPaced, phase: self.at }));
            effects.push(Effect::Sound { sound: Sound::GetReady, in_ms: 0 });
        }
    }
}

/// Where a session is taken up again: the start of a repetition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Index of the item.
    pub item: usize,
    /// Set, from 1; 0 before any.
    pub set: u16,
    /// Repetition, from 1; 0 outside repetitions.
    pub rep: u16,
    /// Whether it is the second side.
    pub second_side: bool,
}

fn fresh(item: &Item) -> Done {
    Done { planned: item.all_repetitions(), ..Done::default() }
}
