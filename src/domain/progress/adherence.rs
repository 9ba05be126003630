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
/// with practice, as Julian days in order; the score begins at the first. `target` is what holds on a day.
/// Paused days leave the score as it is, as though they were not there, and so does today, until something
/// was done.
pub fn steadiness(days: &[i32], target: impl Fn(i32) -> Target, is_paused: impl Fn(i32) -> bool, today: i32) -> u8 {
    let Some(first) = days.first().copied() else { return 0 };
    let mut score = 0.0;
    let mut next = 0;
    // The last days that count, as bits, the newest the lowest.
    let mut window = 0_u8;
    for day in first..=today {
        let practised = days.get(next) == Some(&day);
        next += usize::from(practised);
        if is_paused(day) || (day == today && !practised) {
            continue;
        }
        window = (window << 1 | u8::from(practised)) & ((1 << WINDOW) - 1);
        let planned = target(day).days.clamp(1, 7);
        let stays = STAYS[usize::from(planned) - 1];
        let done = if planned == 7 {
            f64::from(window & 1)
        } else {
            f64::from(window.count_ones().min(u32::from(planned))) / f64::from(planned)
        };
        score = score * stays + done * (1.0 - stays);
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
