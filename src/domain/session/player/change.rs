//! Changing the session while it runs. What has passed is frozen; only what is to come is laid
//! out anew.

use super::course::Course;
use super::{Effect, Effects, Player, PlayerError, State, fresh};
use crate::domain::Instant;
use crate::domain::catalog::{Exercise, Rung};
use crate::domain::routine::{Item, Prescription, REPETITIONS};
use crate::domain::session::demonstration::Demonstration;
use crate::domain::session::timeline::{GET_READY, PhaseKind};

/// A small change to what is going on now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adjust {
    /// One repetition more, per side where there are sides.
    MoreRepetitions,
    /// One repetition fewer, per side where there are sides.
    FewerRepetitions,
    /// So many seconds more or less of the get-ready, rest or switch that runs now.
    Seconds(i16),
    /// So many seconds more or less to get ready, now and before each exercise to come.
    GetReady(i16),
}

/// Longest a get-ready or rest can be stretched to, in ms.
const LONGEST_WAIT_MS: u32 = 180_000;

impl Player {
    /// Puts another exercise or another form in place of the current one. Before the first
    /// repetition it takes its place; after it, what was done stays and the new form follows.
    ///
    /// # Errors
    /// [`PlayerError::AgainstTheRules`], [`PlayerError::NotStarted`] or [`PlayerError::Over`].
    pub fn swap(&mut self, now: Instant, exercise: &'static Exercise, rung: &'static Rung) -> Effects {
        if !self.allows(exercise, rung) {
            return Err(PlayerError::AgainstTheRules);
        }
        let (may_go_on, mut effects) = self.catch_up(now)?;
        if !may_go_on {
            return Ok(effects);
        }
        let index = self.index();
        let phase = self.course.phase(index);
        let old = self.routine.items[phase.item];
        let first = self.timeline().first_of(phase.item);
        let not_begun = self.is_at_the_start() || matches!(phase.kind, PhaseKind::GetReady | PhaseKind::Demonstration);
        let untouched = self.done[phase.item].repetitions == 0 && not_begun;
        self.course.timeline_mut().demonstrations_mut().truncate(phase.item + usize::from(!untouched));
        let new = self.in_place_of(&old, phase.set, phase.of, phase.repetition(), exercise, rung);
        if untouched {
            let hurts = self.done[phase.item].hurts;
            self.routine.items[phase.item] = new;
            self.done[phase.item] = super::Done { hurts, ..fresh(&new) };
            self.course.timeline_mut().recompile(&self.routine.items, first, phase.item, self.pace);
            self.course.move_to(first);
        } else {
            // The rest of it is planned in the new form now.
            let done = &mut self.done[phase.item];
            done.planned = done.repetitions;
            self.routine.items.insert(phase.item + 1, new);
            self.done.insert(phase.item + 1, fresh(&new));
            self.course.break_off(index, &self.routine.items, phase.item + 1, self.pace);
        }
        self.changed(&mut effects);
        Ok(effects)
    }

    /// Whether nothing has passed of the current item.
    fn is_at_the_start(&self) -> bool {
        let index = self.index();
        index == self.timeline().first_of(self.course.phase(index).item) && !self.course.is_past_the_beginning(index)
    }

    /// Shows how things are done: `demonstrations` by item, empty for what is known. What has begun
    /// goes on without. Anew after a swap, which leaves out those to come.
    pub fn teach(&mut self, now: Instant, demonstrations: Vec<Demonstration>) -> Vec<Effect> {
        let (may_go_on, mut effects) = match self.catch_up(now) {
            Err(PlayerError::NotStarted) => (true, Vec::new()),
            Err(_) => return Vec::new(),
            Ok(caught_up) => caught_up,
        };
        if may_go_on {
            let from = self.phase().item + usize::from(!self.is_at_the_start());
            // A change falls silent; nothing that is being said is to be cut off for nothing.
            if demonstrations.iter().skip(from).all(Vec::is_empty) {
                return effects;
            }
            let timeline = self.course.timeline_mut();
            *timeline.demonstrations_mut() = demonstrations;
            if let Course::Timed(course) = &mut self.course {
                let keep = course.timeline.first_of(from);
                course.timeline.recompile(&self.routine.items, keep, from, self.pace);
                self.changed(&mut effects);
            }
        }
        effects
    }

    /// What is still to do of `old`, in the new form.
    fn in_place_of(
        &self,
        old: &Item,
        set: u16,
        of: u16,
        rep: u16,
        exercise: &'static Exercise,
        rung: &'static Rung,
    ) -> Item {
        let lower = Prescription::lower(exercise, rung);
        let Item::Exercise(before) = old else { return Item::Exercise(lower) };
        if before.exercise.id != exercise.id {
            return Item::Exercise(lower);
        }
        let per_side = old.per_dose();
        let left = if before.sets == 1 && rep > 0 { (of + 1 - rep).div_ceil(per_side) } else { before.repetitions };
        Item::Exercise(Prescription {
            repetitions: left.max(1),
            sets: (before.sets + 1).saturating_sub(set.max(1)).max(1),
            ..before.on_rung(rung)
        })
    }

    /// Changes the dose of the current exercise, or the wait that runs now.
    ///
    /// # Errors
    /// [`PlayerError::NothingToChange`] where it does not fit what is going on.
    pub fn adjust(&mut self, now: Instant, by: Adjust) -> Effects {
        let before = self.clone();
        let outcome = self.try_adjust(now, by);
        if outcome.is_err() {
            *self = before;
        }
        outcome
    }

    fn try_adjust(&mut self, now: Instant, by: Adjust) -> Effects {
        let (may_go_on, mut effects) = self.catch_up(now)?;
        if !may_go_on {
            return Ok(effects);
        }
        match by {
            Adjust::MoreRepetitions => self.repetitions_by(1)?,
            Adjust::FewerRepetitions => self.repetitions_by(-1)?,
            Adjust::Seconds(seconds) => self.wait_by(seconds)?,
            Adjust::GetReady(seconds) => self.get_ready_by(seconds)?,
        }
        self.changed(&mut effects);
        Ok(effects)
    }

    fn repetitions_by(&mut self, by: i16) -> Result<(), PlayerError> {
        let index = self.index();
        let phase = self.course.phase(index);
        let Item::Exercise(before) = self.routine.items[phase.item] else { return Err(PlayerError::NothingToChange) };
        let repetitions = before.repetitions.saturating_add_signed(by);
        let per_side = self.routine.items[phase.item].per_dose();
        if !REPETITIONS.contains(&repetitions) || repetitions * per_side < phase.repetition() {
            return Err(PlayerError::NothingToChange);
        }
        let item = Item::Exercise(Prescription { repetitions, ..before });
        self.routine.items[phase.item] = item;
        self.done[phase.item].planned = item.all_repetitions();
        let Course::Timed(course) = &mut self.course else {
            let first = self.timeline().first_of(phase.item);
            self.course.timeline_mut().recompile(&self.routine.items, first, phase.item, self.pace);
            return Ok(());
        };
        course.lay_out_the_rest(index, &phase, &self.routine.items, self.pace)
    }

    fn wait_by(&mut self, seconds: i16) -> Result<(), PlayerError> {
        let index = self.index();
        let phase = self.course.phase(index);
        let Course::Timed(course) = &mut self.course else { return Err(PlayerError::NothingToChange) };
        if !matches!(phase.kind, PhaseKind::GetReady | PhaseKind::Rest | PhaseKind::SwitchSides) {
            return Err(PlayerError::NothingToChange);
        }
        let gone = course.position - phase.start_ms;
        let duration = i64::from(phase.duration_ms) + i64::from(seconds) * 1000;
        let duration = duration.clamp(i64::from(gone) + 1, i64::from(LONGEST_WAIT_MS.max(gone + 1)));
        let rest = course.timeline.phases()[index + 1..].to_vec();
        course.timeline.splice(index + 1, |last| last.duration_ms = u32::try_from(duration).unwrap_or(gone + 1), rest);
        Ok(())
    }

    /// Massage sequences have their own get-ready between steps, so only exercises change.
    fn get_ready_by(&mut self, seconds: i16) -> Result<(), PlayerError> {
        let get_ready = self.pace.get_ready.saturating_add_signed(seconds).min(*GET_READY.end());
        let is_timed = matches!(self.course, Course::Timed(_));
        if get_ready == self.pace.get_ready || !is_timed || self.routine.is_sequence() {
            return Err(PlayerError::NothingToChange);
        }
        let by = get_ready as i16 - self.pace.get_ready as i16;
        self.pace.get_ready = get_ready;
        let phase = self.phase();
        let after = self.timeline().after(phase.item);
        self.course.timeline_mut().recompile(&self.routine.items, after, phase.item + 1, self.pace);
        match (phase.kind, &mut self.course) {
            (PhaseKind::GetReady, _) => self.wait_by(by),
            (PhaseKind::Demonstration, Course::Timed(course)) => {
                let index = course.timeline.locate(course.position);
                course.lay_out_the_rest(index, &phase, &self.routine.items, self.pace)
            }
            _ => Ok(()),
        }
    }

    /// After any change: cues to come are other ones now.
    fn changed(&mut self, effects: &mut Vec<Effect>) {
        if self.state == State::Running && self.anchor < self.last_seen {
            self.anchor = self.last_seen;
        }
        self.course.changed();
        effects.extend([Effect::CancelSounds, Effect::Checkpoint]);
        if self.state == State::Running {
            self.course.announce_again(effects);
        } else {
            self.unsaid = true;
        }
        self.advance(self.last_seen, effects);
    }
}
