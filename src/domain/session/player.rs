//! The player: a state machine. Verbs and the time come in, effects go out, and the snapshot says
//! all there is to show.
//!
//! The state at any instant is a function of the verbs so far and of `now`: nothing accumulates
//! from tick to tick, so nothing drifts. Two numbers are kept apart: the *position* on the
//! timeline, which jumps on skip and back, and the *active* time, which never falls.

mod change;
mod clockwork;
mod course;
pub mod keeping;
mod own_pace;
mod phone_down;
mod snapshot;
mod timed;

pub use change::Adjust;
pub use keeping::Place;
pub use own_pace::LONGEST_SET_MS;
pub use phone_down::PHONE_DOWN_MS;
pub use snapshot::{Next, Snapshot};

use crate::domain::Instant;
use crate::domain::catalog::{Exercise, Rung};
use crate::domain::progress::record::Stamp;
use crate::domain::routine::{Item, Routine};
use crate::domain::safety::clearing::{Clearing, Playable};
use crate::domain::session::cue::{Cue, Sound};
use crate::domain::session::timeline::{Pace, PhaseKind, Timeline};
use course::Course;

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
    /// Before the first item: the phone is put down first.
    PhoneDown,
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
    /// Whether it has begun and is not over.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Running | Self::Paused(_))
    }

    /// Whether something happens by itself: time runs, or will.
    pub const fn needs_ticks(self) -> bool {
        matches!(self, Self::Running | Self::Paused(PauseReason::PhoneDown))
    }

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
    /// It does not go with the person's conditions.
    AgainstTheRules,
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
    /// How often it hurt.
    hurts: u8,
    skipped: bool,
}

/// A session of a routine.
#[derive(Debug, Clone)]
pub struct Player {
    routine: Routine,
    clearing: Clearing,
    pace: Pace,
    course: Course,
    state: State,
    /// When the clock last passed the course's cursor; in the future during the resume countdown, and
    /// when the session begins by itself while the phone is put down.
    anchor: Instant,
    active_before: u64,
    /// Active time at which the current item was entered by a verb; for Back at one's own pace.
    entered: u64,
    last_seen: Instant,
    done: Vec<Done>,
    look_ahead: u32,
    stamp: Option<Stamp>,
    /// What is to be done now has not been told yet: it came while the time stood still.
    unsaid: bool,
}

impl Player {
    /// A session about to begin.
    pub fn new(playable: Playable, pace: Pace) -> Self {
        let (routine, clearing) = playable.into_parts();
        let course = Course::new(&routine, pace);
        let done = routine.items.iter().map(fresh).collect();
        Self {
            routine,
            clearing,
            pace,
            course,
            state: State::Ready,
            anchor: 0,
            active_before: 0,
            entered: 0,
            last_seen: 0,
            done,
            look_ahead: LOOK_AHEAD_MS,
            stamp: None,
            unsaid: false,
        }
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

    /// Whether an exercise may be done in one of its forms: what a swap may put in place.
    pub fn allows(&self, exercise: &Exercise, rung: &Rung) -> bool {
        self.clearing.allows_form(exercise, rung)
    }

    /// Its timeline.
    pub fn timeline(&self) -> &Timeline {
        self.course.timeline()
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
        Ok(self.begin(now))
    }

    fn begin(&mut self, now: Instant) -> Vec<Effect> {
        self.unsaid = false;
        self.anchor = now;
        self.state = State::Running;
        let mut effects = vec![Effect::Checkpoint];
        self.course.announce_entry(&mut effects);
        self.advance(now, &mut effects);
        effects
    }

    /// Looks at the clock: moves on to where the session is now.
    pub fn tick(&mut self, now: Instant) -> Vec<Effect> {
        let gap = now.saturating_sub(self.last_seen);
        let (_, mut effects) = self.observe(now);
        if self.is_waiting() {
            effects.extend(self.wait_on(gap));
            return effects;
        }
        self.advance(now.max(self.last_seen), &mut effects);
        effects
    }

    /// Stops the time; while it waits for the phone, that it begins by itself.
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
                done.hurts = done.hurts.saturating_add(1);
            }
            self.state = State::Paused(PauseReason::Hurts);
            effects.push(Effect::Checkpoint);
        }
        Ok(effects)
    }

    fn stand_still(&mut self, now: Instant, reason: PauseReason) -> Effects {
        if self.is_waiting() {
            self.last_seen = now.max(self.last_seen);
            self.anchor = self.last_seen;
            self.state = State::Paused(reason);
            return Ok(vec![Effect::CancelSounds, Effect::Checkpoint]);
        }
        if self.state != State::Running {
            return Err(PlayerError::NotRunning);
        }
        let (away, mut effects) = self.observe(now);
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
        if self.is_waiting() {
            return Ok(self.begin(now));
        }
        let mid_exercise = matches!(self.phase().kind, PhaseKind::Move | PhaseKind::Hold);
        self.anchor = now + if mid_exercise { RESUME_COUNTDOWN_MS } else { 0 };
        self.state = State::Running;
        if let Course::Timed(course) = &mut self.course {
            course.resume();
        }
        let mut effects = vec![Effect::Checkpoint];
        if mid_exercise {
            self.count_down(now, &mut effects);
        }
        if std::mem::take(&mut self.unsaid) {
            self.course.announce_entry(&mut effects);
        }
        self.advance(now, &mut effects);
        Ok(effects)
    }

    /// In get-ready (or the resume countdown, or while it waits for the phone) starts at once; leaves
    /// out the rest of a demonstration; else goes to the next exercise.
    ///
    /// # Errors
    /// [`PlayerError::NotStarted`] or [`PlayerError::Over`].
    pub fn skip(&mut self, now: Instant) -> Effects {
        if self.is_waiting() {
            return self.resume(now);
        }
        self.jump(now, |player| {
            let phase = player.phase();
            // In the resume countdown: start at once, where it stands.
            if player.anchor > player.last_seen {
                return None;
            }
            Some(match phase.kind {
                PhaseKind::Demonstration => player.timeline().begins(phase.item),
                PhaseKind::GetReady => player.index() + 1,
                _ => player.leave_item(phase.item),
            })
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
        self.timeline().after(item)
    }

    /// Goes to the start of this exercise; within [`BACK_WINDOW_MS`] of that to its demonstration, and
    /// from there, or where it has none, to the exercise before.
    ///
    /// # Errors
    /// [`PlayerError::NotStarted`] or [`PlayerError::Over`].
    pub fn back(&mut self, now: Instant) -> Effects {
        self.jump(now, |player| {
            let (index, item, timeline) = (player.index(), player.phase().item, player.timeline());
            let before = item.checked_sub(1).map(|before| timeline.begins(before));
            let (shown, begins) = (timeline.first_of(item), timeline.begins(item));
            let mut starts =
                before.into_iter().chain([shown]).chain((shown < begins && begins <= index).then_some(begins));
            let here = starts.next_back()?;
            let since = player.course.since_the_beginning_of(here, player.active_before - player.entered);
            let goes_on_back = since < u64::from(BACK_WINDOW_MS);
            Some(starts.next_back().filter(|_| goes_on_back).unwrap_or(here))
        })
    }

    /// A set at the person's own pace is done; `repetitions` where it was fewer than planned. After
    /// an absence it only pauses, as every verb does.
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
        let (may_go_on, mut effects) = self.catch_up(now)?;
        let Course::OwnPace(course) = &mut self.course else { return Err(PlayerError::NotSelfPaced) };
        if !may_go_on {
            return Ok(effects);
        }
        course.set_is_done(repetitions, &mut self.done);
        if self.phase().item != phase.item {
            self.entered = self.active_before;
        }
        effects.push(Effect::Checkpoint);
        self.course.announce_entry(&mut effects);
        self.advance(self.last_seen, &mut effects);
        Ok(effects)
    }

    /// Ends the session before its time.
    ///
    /// # Errors
    /// [`PlayerError::NotStarted`] or [`PlayerError::Over`].
    pub fn end(&mut self, now: Instant) -> Effects {
        self.must_be_under_way()?;
        let (_, mut effects) = self.observe(now);
        self.advance(self.last_seen, &mut effects);
        if !self.state.is_over() {
            self.fold(self.last_seen);
            self.state = State::EndedEarly;
            effects.extend([Effect::CancelSounds, Effect::Record]);
        }
        Ok(effects)
    }

    /// The pace it runs at.
    pub fn pace(&self) -> Pace {
        self.pace
    }
}

fn fresh(item: &Item) -> Done {
    Done { planned: item.all_repetitions(), ..Done::default() }
}
