//! Progress over weeks: figures, and the sentences that say what they show and what they do not.

use super::plural::{counted, plural};
use crate::domain::documents::ladder::Why;
use crate::domain::progress::adherence::Target;
use crate::domain::progress::check_in::Course as CheckIns;
use crate::domain::progress::weeks::{Best, Change, Course, Range, Step, Sum};

texts! {
    PROGRESS_LEAD = "What you did and how it went. Kept on this device only.";
    PROGRESS_HOLDS = "Here you see whether it helps: pain before and after each session, how steadily you practise, minutes and repetitions week by week, how each exercise grows, and what you say once a week of your pain and of what you want to do again. The page needs the app for it, for nobody else has what you did.";
    NO_SESSIONS = "No sessions yet. After your first one you see here what you did, and whether it helps.";
    HOW_FAR_BACK = "How far back";
    PAIN = "Pain";
    PAIN_SCALE_NOTE = "0 is no pain, 10 the worst you can imagine.";
    BEFORE_SESSION = "Before";
    AFTER_SESSION = "After";
    LAST_SEVEN_DAYS = "Before, average of seven days";
    FIRST_WEEK = "Your first week, on average";
    MAY_BE_CHANCE = "A change within this band may be chance";
    NO_PAIN_TOLD = "Tell your pain before and after a session, and you see here where it goes.";
    STEADINESS = "Steadiness";
    STEADY = "steady";
    STEADINESS_NOTE = "100 % would be every day for a long time. One missed day costs about 5 points and comes back within days.";
    DAYS_PRACTISED = "days practised";
    LAST_WEEK = "of the last 7 days";
    MINUTES_THIS_WEEK = "minutes this week";
    CALENDAR = "Your year, day by day";
    PRACTICE = "Minutes and repetitions";
    MINUTES = "Minutes";
    REPETITIONS = "Repetitions";
    BY_EXERCISE = "Exercise by exercise";
    WHICH_EXERCISE = "Which exercise";
    MOST_REPETITIONS = "Repetitions in one session, both sides together";
    LONGEST_HOLD = "Seconds of each hold";
    HOLD_SECONDS = "Hold, s";
    EFFORT_OVER_TIME = "Effort";
    EFFORT_NOTE = "0 is no effort, 10 the hardest you can think of.";
    THE_NUMBERS = "The numbers";
    DAY = "Day";
    WEEK_FROM = "Week from";
    MONTH = "Month";
    DAYS = "Days";

    WEEK_BY_WEEK = "Week by week";
    CHECK_IN_TEXT = "Once a week: how much pain you had, and how well you can do what matters to you. Single days go up and down; weeks tell more.";
    PAIN_LAST_WEEK = "Pain in the last week, on average";
    ACTIVITIES = "Activities";
    ACTIVITIES_ASKED = "What do you want to do again as before?";
    ACTIVITIES_HINT = "Up to three things, in your own words. They stay on this device.";
    UNABLE = "0: unable";
    AS_BEFORE = "10: as before";
    CHECK_IN = "Check in";
    CHECK_IN_NOW = "Check in now";
    CHECKED_IN = "Your check-in is saved.";
    ASK_WEEKLY = "Ask me once a week on the first page";
    HOW_WAS_YOUR_WEEK = "How was your week?";
    CHECK_IN_WHY = "Two or three taps, and you see later whether it helps.";
    NOT_THIS_WEEK = "Not this week";
    NEVER_ASK = "Do not ask again";

    LADDER = "Your exercises, step by step";
    DOSES_TEXT = "What you do of each exercise today. We suggest a step up after two sessions that went well, and a step down when something hurt; the choice is yours, at any time.";
    LADDER_WHILE_SLOW = "You are starting slowly: more comes with the next routine. You can take any exercise easier now.";
    LADDER_SOURCE = "When we suggest a step is a rule of thumb, made after one for sore tendons (Silbernagel 2007). It was not tried on backs.";
    OF = ": ";
    DO_THAT = "Do that";
    STAY = "Stay as it is";
    MOVES = "What was changed before";
    SUGGESTIONS = "For next time";
    MORE_SUGGESTIONS = "More suggestions, and all your exercises";
    YOUR_LADDER = "All your exercises, step by step";
    WORSE_SINCE = "Is your back worse than before yesterday's session?";
    IS_WORSE = "Yes, worse";
    NOT_WORSE = "No";
    WORSE_ADVICE = "Then do less today. A sore day after something new is common and passes. An easy routine for such days:";
    BAD_DAY_ROUTINE = "Bad day";
}

/// Examples of activities.
pub const ACTIVITY_EXAMPLES: [&str; 3] = ["Putting on socks", "Sitting through a film", "Lifting my grandchild"];

/// The name of an activity of the check-in that has none yet.
pub fn activity_number(number: usize) -> String {
    format!("Activity {number}")
}

/// What check-ins say of pain, or of an activity, from the first to the last.
pub fn check_ins(course: &CheckIns) -> String {
    let matters = course.matters();
    let Some((first, last)) = course.ends() else {
        let now = course.answers.first().map_or(0, |(_, answer)| *answer);
        return format!("{now} of 10 at your first check-in. The next one tells whether it changes.");
    };
    if first == last {
        return format!("{first} of 10 at first, and {last} now: the same.");
    }
    let by = first.abs_diff(last);
    // Of an activity more is better, of pain less.
    let is_better = (last > first) == course.activity.is_some();
    let which = match (course.activity.is_some(), is_better) {
        (true, true) => "better",
        (true, false) => "worse",
        (false, true) => "lower",
        (false, false) => "higher",
    };
    let means = if by < matters {
        format!("A change under {matters} can be chance.")
    } else if is_better {
        format!("A change of {matters} or more is seldom chance.")
    } else {
        format!("A change of {matters} or more is seldom chance. If it stays so, ask a physiotherapist or doctor.")
    };
    format!("{first} of 10 at first, {last} now: {by} {which}. {means}")
}

/// What a dose stands in place of.
pub fn instead_of(dose: &str) -> String {
    format!("instead of {dose}.")
}

/// Why a dose was moved, or is to be.
pub const fn why_moved(why: Why) -> &'static str {
    match why {
        Why::Chosen => "You chose it.",
        Why::WentWell => {
            "Two sessions running you did all of it, it was not too hard, and pain was low or no higher after."
        }
        Why::Hurt => "It hurt the last time.",
        Why::PainHigh => "After the last session pain was 6 or more, and higher than before.",
        Why::PainRose => "After the last session pain was more than 2 higher than before.",
        Why::WorseNextDay => "The morning after the last session it was worse.",
    }
}

/// Ranges to choose from.
pub const RANGES: [(Range, &str); 4] =
    [(Range::Weeks, "4 weeks"), (Range::Months, "3 months"), (Range::Year, "A year"), (Range::All, "All")];

/// What a number of a table belongs to.
pub const fn step_name(step: Step) -> &'static str {
    match step {
        Step::Session => DAY,
        Step::Week => WEEK_FROM,
        Step::Month => MONTH,
    }
}

/// A number in tenths, "3.4"; whole ones without a part.
pub fn tenths(value: i32) -> String {
    let (whole, part) = (value.abs() / 10, value.abs() % 10);
    let sign = if value < 0 { "−" } else { "" };
    if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// What the number of days practised so far is of.
pub const fn so_far(days: usize) -> &'static str {
    plural(days, "day practised so far", "days practised so far")
}

/// A share in percent.
pub fn percent(value: u8) -> String {
    format!("{value}\u{a0}%")
}

/// How pain before a session is now beside the own first week, and what that may mean.
pub fn course(course: &Course) -> String {
    let start = tenths(course.start.average);
    let matters = tenths(course.start.matters);
    let began = format!("In your first week pain before a session was {start} on average.");
    let (Some(now), Some((by, change))) = (course.now, course.change()) else {
        return format!("{began} What comes is compared with that: a change of {matters} or more means something.");
    };
    let now = tenths(now);
    if by == 0 {
        return format!("{began} In the last week it was the same. A change under {matters} can be chance anyway.");
    }
    let by_how_much = tenths(by.abs());
    let which = if by < 0 { "lower" } else { "higher" };
    let means = match change {
        Change::MayBeChance => format!("Changes under {matters} can be chance."),
        Change::Lower => format!("Changes of {matters} and more are seldom chance, and people notice them."),
        Change::Higher => format!(
            "Changes of {matters} and more are seldom chance. Do less for a while; if it stays so, ask a physiotherapist or doctor."
        ),
    };
    format!("{began} In the last week it was {now}: {by_how_much} {which}. {means}")
}

/// That there are too few answers to compare.
pub fn too_few(answers: usize) -> String {
    format!("You told your pain {answers} of the 3 times that a comparison takes.")
}

/// How pain after differs from pain before, over so many sessions.
pub fn within(by: i32, count: usize) -> String {
    let sessions = counted(count, "session", "sessions");
    if count == 1 {
        return match by {
            0 => "After the session it was as before.".to_owned(),
            ..0 => format!("After the session it was {} lower than before.", tenths(-by)),
            _ => format!("After the session it was {} higher than before.", tenths(by)),
        };
    }
    match by {
        0 => format!("After a session it was as before, on average over {sessions}."),
        ..0 => format!("After a session it was {} lower than before, on average over {sessions}.", tenths(-by)),
        _ => format!("After a session it was {} higher than before, on average over {sessions}.", tenths(by)),
    }
}

/// What steadiness is measured against; without a share where it is too early to tell.
pub fn steady_against(percent: Option<u8>, target: Target) -> String {
    let Some(percent) = percent else {
        return "You have begun. From two weeks on you see here how steady your practice is.".to_owned();
    };
    let target = match target.days {
        7 => "a little every day".to_owned(),
        days => format!("{} a week", counted(usize::from(days), "day", "days")),
    };
    format!("Your practice is {percent} % steady, measured against {target}.")
}

/// The calendar in a sentence; `since` is the day of the first session where that is in the calendar.
pub fn year_of_days(days: u32, since: Option<&str>, this_week: usize) -> String {
    let practised = format!("You practised on {}", counted(days as usize, "day", "days"));
    let Some(since) = since else {
        return format!("{practised} of the last twelve months, {this_week} of them in the last 7 days.");
    };
    format!("{practised} since {since}, {this_week} of them in the last 7 days.")
}

/// Minutes and repetitions on average, without the last week or month, which is not over.
pub fn on_average(sums: &[Sum], step: Step) -> String {
    let one = if step == Step::Month { "month" } else { "week" };
    let Some((now, before)) = sums.split_last() else { return String::new() };
    // What lies before the first session says nothing.
    let before = &before[before.iter().position(|sum| sum.days > 0).unwrap_or(before.len())..];
    let so_far = format!(
        "This {one} so far: {} on {}.",
        counted(now.minutes as usize, "minute", "minutes"),
        counted(now.days as usize, "day", "days")
    );
    let Some(count) = u32::try_from(before.len()).ok().filter(|count| *count > 0) else { return so_far };
    let mean = |of: fn(&Sum) -> u32| (before.iter().map(of).sum::<u32>() + count / 2) / count;
    format!(
        "{so_far} On average before that: {} and {} a {one}.",
        counted(mean(|sum| sum.minutes) as usize, "minute", "minutes"),
        counted(mean(|sum| sum.repetitions) as usize, "repetition", "repetitions")
    )
}

/// How an exercise went from the first to the most.
pub fn grown(name: &str, bests: &[Best]) -> String {
    let (Some(first), Some(most)) = (bests.first(), bests.iter().map(|best| best.repetitions).max()) else {
        return String::new();
    };
    let hold = |hold: Option<u16>| hold.map(|hold| format!(" with holds of {hold} s")).unwrap_or_default();
    let longest = bests.iter().filter_map(|best| best.hold).max();
    let most_words = counted(usize::from(most), "repetition", "repetitions");
    if bests.len() == 1 {
        return format!("{name}: {most_words}{}.", hold(first.hold));
    }
    let longest = longest.filter(|longest| Some(*longest) != first.hold);
    let longest = longest.map(|longest| format!(", and the longest hold {longest} s")).unwrap_or_default();
    format!(
        "{name}: {}{} at first. The most in one session was {most_words}{longest}.",
        first.repetitions,
        hold(first.hold)
    )
}

/// Effort on average, in tenths.
pub fn effort_on_average(average: i32, sessions: usize) -> String {
    let sessions = counted(sessions, "session", "sessions");
    let means = if average <= 40 { " Up to 4 there may be room for a little more." } else { "" };
    format!("It took {} of 10 on average over {sessions}.{means}", tenths(average))
}

/// What deleting all means.
pub fn delete_all_text(count: usize) -> String {
    format!(
        "{} will be gone for good. You can download your data first, under Settings.",
        counted(count, "session", "sessions")
    )
}
