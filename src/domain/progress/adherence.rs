//! Adherence: how regularly somebody practises, by a score that forgives a missed day.

/// What somebody sets out to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Days of practice a week, 1 to 7.
    pub days: u8,
}

/// A little, every day.
impl Default for Target {
    fn default() -> Self {
        Self { days: 7 }
    }
}

/// How much of yesterday's score stays, for one to seven planned days a week: `0.5 ^ (√f / 13)`, `f` being
/// sessions planned a day (the content review, section 7). Sparse plans forget more slowly.
const STAYS: [f64; 7] =
    [0.980_049_015, 0.971_902_088, 0.965_696_682, 0.960_496_072, 0.955_937_455, 0.951_834_775, 0.948_077_514];

/// Steadiness says little before so many days have passed (ours).
const TELLS_AFTER: i32 = 14;

/// Whether enough days have passed since the first one for steadiness to say something.
pub fn tells(days: &[i32], today: i32) -> bool {
    days.first().is_some_and(|first| today - first >= TELLS_AFTER)
}

/// Days that a plan with fewer days than a week has is looked back over.
const WINDOW: i32 = 7;

/// Steadiness in percent, as of a day: exponential smoothing of what was done of the plan. `days` are those
/// with practice, as Julian days in order; the score begins at the first. Paused days leave it as it is, and
/// so does today, until something was done.
pub fn steadiness(days: &[i32], target: Target, is_paused: impl Fn(i32) -> bool, today: i32) -> u8 {
    let Some(first) = days.first().copied() else { return 0 };
    let planned = target.days.clamp(1, 7);
    let stays = STAYS[usize::from(planned) - 1];
    let window = if planned == 7 { 1 } else { WINDOW };
    let per_window = if planned == 7 { 1 } else { i32::from(planned) };
    let mut score = 0.0;
    let (mut from, mut to) = (0, 0);
    for day in first..=today {
        while days.get(to).is_some_and(|other| *other <= day) {
            to += 1;
        }
        while days.get(from).is_some_and(|other| *other <= day - window) {
            from += 1;
        }
        let is_open = day == today && days.binary_search(&day).is_err();
        if is_paused(day) || is_open {
            continue;
        }
        let practised = i32::try_from(to.saturating_sub(from)).unwrap_or(i32::MAX).min(per_window);
        score = score * stays + f64::from(practised) / f64::from(per_window) * (1.0 - stays);
    }
    // Between 0 and 100 by what it is made of.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = (score * 100.0 + 0.5) as u8;
    percent
}

/// The days of practice in the last seven, today included.
pub fn in_the_last_week(days: &[i32], today: i32) -> usize {
    days.iter().filter(|day| (0..WINDOW).contains(&(today - **day))).count()
}
