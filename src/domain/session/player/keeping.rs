//! Keeping a session: the record of it, and taking it up again after a reload.

use super::course::Course;
use super::{PauseReason, Player, State};
use crate::domain::Instant;
use crate::domain::progress::record::{Entry, SessionRecord, Stamp};
use crate::domain::routine::{Item, Routine};
use crate::domain::safety::clearing::Playable;
use crate::domain::session::timeline::Pace;

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

/// Whether a record is one of this routine: then its session can be taken up. It is not where rules have
/// changed what is done since.
pub fn is_of(record: &SessionRecord, routine: &Routine) -> bool {
    let form = |(item, entry): (&Item, &Entry)| item.id() == entry.exercise && item.rung_id() == entry.rung;
    record.entries.len() == routine.items.len() && routine.items.iter().zip(&record.entries).all(form)
}

impl Player {
    /// A session found after a reload: paused at the start of the repetition that `place` names,
    /// with what `record` says was done.
    pub fn restore(playable: Playable, pace: Pace, record: &SessionRecord, place: Place, now: Instant) -> Self {
        let mut player = Self::new(playable, pace);
        for (done, entry) in player.done.iter_mut().zip(&record.entries) {
            done.planned = entry.planned;
            done.repetitions = entry.done;
            done.ms = u64::from(entry.seconds) * 1000;
            done.hurts = u8::from(entry.hurt);
            done.skipped = entry.skipped;
        }
        if let Course::OwnPace(course) = &player.course {
            course.divide_among_sets(&mut player.done);
        }
        let timeline = player.timeline();
        let first = timeline.first_of(place.item);
        let phases = timeline.phases();
        let at = (first..timeline.after(place.item)).find(|index| {
            let phase = &phases[*index];
            let second_side = phase.side.is_some_and(|side| side.index() == 1);
            (phase.set, phase.rep, second_side) == (place.set, place.rep, place.second_side)
        });
        let at = at.unwrap_or(first);
        match &mut player.course {
            Course::Timed(course) => course.rest_at(at),
            Course::OwnPace(course) => course.at = at,
        }
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
        player
    }

    /// The record of the session as it stands; `None` before the start.
    pub fn record(&self, now: Instant) -> Option<SessionRecord> {
        let stamp = self.stamp.clone()?;
        let mut seen = self.clone();
        if seen.state == State::Running {
            // Nobody vouches for what passed unseen while the device slept.
            let now = now.max(seen.last_seen);
            seen.fold(seen.course.absent_since(seen.last_seen, seen.anchor, now).unwrap_or(now));
        }
        let entries = seen.routine.items.iter().zip(&seen.done).map(|(item, done)| Entry {
            exercise: item.id().to_owned(),
            rung: item.rung_id().to_owned(),
            side: item.side_mode().into(),
            planned: done.planned,
            done: done.repetitions,
            seconds: u32::try_from(done.ms / 1000).unwrap_or(u32::MAX),
            hurt: done.hurts > 0,
            skipped: done.skipped && done.repetitions < done.planned,
        });
        let entries: Vec<Entry> = entries.collect();
        Some(SessionRecord {
            finished: self.state == State::Finished && is_done(&entries),
            entries,
            id: stamp.id,
            started_at: stamp.started_at,
            date: stamp.date,
            routine: seen.routine.id.to_owned(),
            code: seen.routine.code(),
            catalog: stamp.catalog,
            pain_before: stamp.pain_before,
            pain_after: None,
            effort: None,
            worse_next_day: None,
            active_seconds: u32::try_from(seen.active_before / 1000).unwrap_or(u32::MAX),
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
}

/// Whether enough was done for a session that came to its end to be finished: two thirds of what was
/// planned (pin 7 of the design). What was left out because it hurt leaves both counts.
fn is_done(entries: &[Entry]) -> bool {
    let counted = || entries.iter().filter(|entry| !(entry.hurt && entry.done < entry.planned));
    let sum = |of: fn(&Entry) -> u16| counted().map(|entry| u32::from(of(entry))).sum::<u32>();
    let done = sum(|entry| entry.done.min(entry.planned));
    entries.iter().any(|entry| entry.done > 0) && 3 * done >= 2 * sum(|entry| entry.planned)
}
