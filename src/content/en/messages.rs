//! Every text of the app that is not an item of content. Another language is another folder.

use crate::app::routes::Route;
use crate::domain::catalog::{Breath, Certainty, Exercise, Rung, SideMode, Technique};
use crate::domain::progress::record::{Entry, SessionRecord, Sides};
use crate::domain::routine::Item;
use crate::domain::settings::{SpokenBy, Theme};
use crate::domain::share_code::{MAX_ITEMS, MAX_LENGTH, Quantity, ShareCodeError};
use crate::domain::store::SaveError;
use crate::domain::timeline::PhaseKind;

macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$meta])* #[allow(missing_docs)] pub const $name: &str = $text;)*
    };
}

/// The main navigation.
pub const NAV: [(Route, &str); 5] = [
    (Route::Exercises, "Exercises"),
    (Route::Techniques, "Massage"),
    (Route::Routines, "Routines"),
    (Route::Progress, "Progress"),
    (Route::Settings, "Settings"),
];

/// Links at the foot of every page.
pub const FOOT: [(Route, &str); 3] =
    [(Route::Safety, "When to get help"), (Route::Evidence, "What is known"), (Route::About, "About")];

texts! {
    BRAND = "Unknot";
    SKIP_TO_CONTENT = "Skip to content";
    NAV_LABEL = "Main";
    NOTICE_LABEL = "Messages";
    NOT_A_DEVICE = "Unknot is not a medical device and does not replace a clinician.";
    WHEN_TO_GET_HELP = "When to get help";
    UNDO = "Undo";
    CLOSE = "Close";

    HOME_TITLE = "Unknot: back care, a little every day";
    HOME_HEADING = "Move your back, a little every day";
    HOME_LEAD = "Press Start, put the phone on the floor and follow along. Six exercises and five kinds of massage, free, without an account.";
    TODAY = "Today";
    LOOK_FIRST = "Look at it first";
    GOOD_TO_KNOW = "Good to know";
    HOW_SURE = "How sure is all this?";
    GO_HOME = "Go to the start page";

    EXERCISES = "Exercises";
    EXERCISES_LEAD = "Six exercises that move and strengthen your back, each with easier and harder forms.";
    AIM = "What it trains";
    DOSE = "How much";
    START_POSITION = "Start position";
    ONE_REPETITION = "One repetition";
    FORM_CUES = "Do it well";
    COMMON_ERRORS = "Common errors";
    CAUTIONS = "Take care";
    STEPS = "Steps";
    EASIER_AND_HARDER = "Easier and harder";
    LADDER_TEXT = "From easier to harder. Take the form that you can do well, and move up when it is easy.";
    THE_EXERCISE_ITSELF = "The exercise itself";
    FROM_PROFESSIONALS = "From professionals:";
    WE_SUGGEST = "We suggest";
    OPTIONAL_INSTEAD = "This one is optional. You can do this instead:";
    STOP_IF = "Stop if pain shoots, tingles or grows.";

    TECHNIQUES = "Massage";
    TECHNIQUES_LEAD = "Five kinds of massage: what happens, how it feels, who should ask first, and a short version to do at home.";
    CHOOSE_BY_COMFORT = "No kind is proven better than another. Choose by comfort: pressure, clothing, floor or table, cost.";
    ASK_FIRST = "Before a massage: who should ask first";
    TELL_YOUR_THERAPIST = "Tell your therapist";
    WHAT_HAPPENS = "What happens";
    FELT_AS = "How it feels";
    SUITS = "Who it may suit";
    PRACTICAL = "In practice";
    CLOTHING = "Clothing";
    SURFACE = "Where";
    PRESSURE = "Pressure";
    AT_HOME = "Try it at home";
    SEE_THE_STEPS = "See the steps";
    WHAT_IS_KNOWN = "What is known";

    ROUTINES = "Routines";
    ROUTINES_LEAD = "Ready-made sessions, from two minutes to a quarter of an hour.";
    EXERCISE_ROUTINES = "Exercise";
    AT_HOME_MASSAGE = "Massage at home";
    AT_HOME_LEAD = "Short, gentle sequences, alone or with a partner. Each follows one of the five kinds of massage.";
    WHAT_YOU_DO = "What you do";
    BELONGS_TO = "Follows:";
    CUSTOM_ROUTINE = "Your routine";
    CHOOSE_A_ROUTINE = "Choose a routine";
    LINK_UNREADABLE = "This link does not work";
    READING_LINK = "Reading the link…";

    START = "Start";
    PAUSE = "Pause";
    RESUME = "Resume";
    BACK = "Back";
    SKIP = "Skip";
    DONE = "Done";
    PAUSE_PICTURE = "Pause picture";
    PLAY_PICTURE = "Play picture";
    START_POSE = "Start";
    THIS_HURTS = "This hurts";
    END = "End";
    PAIN_BEFORE = "Pain before";
    PAIN_NOW = "Pain now";
    NO_PAIN = "0: no pain";
    WORST_PAIN = "10: the worst you can imagine";
    SAVE = "Save";
    SKIP_THIS = "Skip this";
    ONE_FEWER = "One fewer";
    ONE_MORE = "One more";
    GET_READY = "Get ready";
    HOLD = "Hold";
    REST = "Rest";
    SWITCH_SIDES = "Switch sides";
    GOING_ON_IN = "Going on in";
    PAUSED = "Paused";
    YOU_WERE_AWAY = "You were away, so the session waited. Resume when you are ready.";
    READY_TO_CONTINUE = "Here is where you were. Resume when you are ready.";
    NEXT_FINISH = "After this: done";
    SESSION_PROGRESS = "Session progress";
    ADJUST = "Adjust";
    FEWER_REPETITIONS = "Fewer repetitions";
    MORE_REPETITIONS = "More repetitions";
    TEN_SECONDS_MORE = "10 s more to get ready or rest";
    MUTE = "Mute";
    END_SESSION_ASK = "End session?";
    END_SESSION_TEXT = "What you have done so far is kept.";
    KEEP_GOING = "Keep going";
    HURTS_TITLE = "This hurts";
    HURTS_TEXT = "We have paused. A mild pull is fine; pain that shoots, tingles or grows is not. What would you like to do?";
    EASIER = "Easier";
    SKIP_EXERCISE = "Skip this exercise";
    GO_ON = "Go on as it is";
    KEYS_TITLE = "Keys";
    SESSION_COMPLETE = "Session complete";
    SESSION_ENDED_EARLY = "Session ended early";
    SAVED = "Saved on this device.";
    SUMMARY_NOT_SAVED = "This session is not saved. Download it above, before you close the page.";
    SEE_PROGRESS = "See your progress";
    SESSION_LEFT = "You left a session";
    CONTINUE_SESSION = "Continue session";
    END_IT_HERE = "End it here";

    PROGRESS = "Progress";
    PROGRESS_LEAD = "Your sessions, your days in a row, your pain over time. Only on this device.";
    NO_SESSIONS = "No sessions yet. Your first one will show up here.";
    GO_TO_TODAY = "Go to today's routine";
    DAYS_PRACTISED = "days practised";
    CURRENT_STREAK = "days in a row";
    BEST_STREAK = "best run of days";
    CHART_CAPTION = "Minutes a week, this week on the right";
    SESSIONS = "Sessions";
    ENDED_EARLY = "ended early";
    SOMETHING_HURT = "something hurt";
    DELETE = "Delete";
    SESSION_DELETED = "Session deleted.";
    SHOW_ALL = "Show all sessions";
    DELETE_ALL = "Delete all sessions";
    DELETE_ALL_TITLE = "Delete all sessions?";
    DELETE_ALL_YES = "Delete all";
    KEEP_THEM = "Keep them";
    ALL_DELETED = "All sessions are deleted.";
    NOT_ALL_DELETED = "Some sessions could not be deleted: this browser does not let us.";

    SAFETY = "When to get help";
    SAFETY_LEAD = "Most back pain is not dangerous. Some signs mean that you should see somebody before you exercise. Read this before your first session, and when something is new.";
    SAFETY_SOURCE = "These lists follow what public health services agree on. They cannot name everything: if you are worried, ask a clinician.";

    EVIDENCE = "What is known";
    EVIDENCE_LEAD = "Every claim we make, how sure it is, and where it comes from.";
    IS_IT_TRUE = "Is it true?";
    SOURCES = "Sources";

    SETTINGS = "Settings";
    SESSION_SETTINGS = "Session";
    GET_READY_LABEL = "Seconds to get ready";
    GET_READY_HINT = "Before each exercise, 0 to 30.";
    SELF_PACED_LABEL = "At my own pace";
    SELF_PACED_HINT = "No clock: you press Done after each exercise.";
    SHORTCUTS_LABEL = "Single keys";
    SHORTCUTS_HINT = "Space, arrows, M and Escape work the player.";
    SOUND_SETTINGS = "Sound";
    SOUND_LABEL = "Beeps";
    SOUND_HINT = "Soft sounds when something begins or ends.";
    SPOKEN_BY = "Spoken by";
    VOLUME_LABEL = "Volume of the beeps";
    VOICE_LABEL = "Voice";
    VOICE_DEFAULT = "The device's own";
    RATE_LABEL = "Speed of the voice";
    BREATH_WORDS_LABEL = "Say when to breathe";
    BREATH_WORDS_HINT = "In and out, in slow movements.";
    VIBRATION_LABEL = "Vibration";
    VIBRATION_HINT = "A short buzz at each cue, where the device can.";
    FLASH_LABEL = "Flash";
    FLASH_HINT = "The screen lights up at each cue, if you cannot hear.";
    HARDER = "Harder";
    START_OF = ": ";
    TEST_SOUND = "Test";
    VOICE_TEST = "This is how I sound.";
    LOOK_SETTINGS = "Look and safety";
    THEME = "Theme";
    EMERGENCY_LABEL = "Emergency number";
    EMERGENCY_HINT = "Shown on the safety page, ready to call.";
    YOUR_DATA = "Your data";
    YOUR_DATA_TEXT = "Everything stays in this browser. We have no server and see nothing. Clearing the browser's data deletes it, so keep a copy now and then.";
    DOWNLOAD_DATA = "Download my data";
    DOWNLOAD_UNREADABLE = "Download unreadable data";
    DISCARD_UNREADABLE = "Delete unreadable data";
    DOWNLOAD_UNSAVED = "Download them";
    SEE_SETTINGS = "See Settings";
    NEWER_DATA = "Some of your data was saved by a newer version of Unknot. It is untouched. Reload the page to get that version.";
    STORAGE_BLOCKED = "This browser does not let us remember anything. Everything works, but your sessions will not be saved.";

    ABOUT = "About";
    NOT_FOUND = "This page does not exist";
    NOT_FOUND_TEXT = "The link may be old, or have a typing error in it.";
}

/// Keys of the player.
pub const KEYS: [(&str, &str); 6] = [
    ("Space", "Pause or resume"),
    ("→", "Skip"),
    ("←", "Back"),
    ("M", "Sound off or on"),
    ("Esc", "End the session"),
    ("?", "This help"),
];

/// Choices of who speaks.
pub const SPOKEN_BY_OPTIONS: &[(SpokenBy, &str)] = &[
    (SpokenBy::Voice, "Unknot's voice"),
    (SpokenBy::ScreenReader, "My screen reader"),
    (SpokenBy::Neither, "Neither"),
];

/// Choices of the theme.
pub const THEME_OPTIONS: &[(Theme, &str)] =
    &[(Theme::Auto, "As the device"), (Theme::Light, "Light"), (Theme::Dark, "Dark")];

/// The about page: headings and paragraphs.
pub const ABOUT_SECTIONS: &[(&str, &[&str])] = &[
    (
        "The sheet, come alive",
        &[
            "Most people with back pain get a printed sheet of exercises, lose it, and stop. Unknot is that sheet, come alive: press Start, put the phone on the floor, and be guided through.",
            "What helps most is dull: move, a little, every day, safely. Massage may ease the way.",
        ],
    ),
    (
        "Yours alone",
        &[
            "No account, no server, no tracker. What you do stays in this browser. It leaves only when you download it.",
            "Unknot is free software. Its content may be shared under CC BY 4.0.",
        ],
    ),
    (
        "What it is not",
        &[
            "Unknot is not a medical device, and no cure. It gives general exercise and self-care guidance. It does not know you, and it does not replace somebody who examines you.",
            "Pain that is severe, new, or does not improve belongs in front of a clinician.",
        ],
    ),
];

fn plural(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// "10:28".
pub fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The length of a session: "10:28", or "about 10 minutes" at one's own pace.
pub fn length(ms: u32, about: bool) -> String {
    if about {
        format!("about {}", plural((ms.div_ceil(60_000)) as usize, "minute", "minutes"))
    } else {
        clock(ms / 1000)
    }
}

/// What a picture shows.
pub fn figure_label(name: &str, start: &str) -> String {
    format!("Picture: {name}. {start}")
}

/// "3 exercises".
pub fn exercises(count: usize) -> String {
    plural(count, "exercise", "exercises")
}

/// The title of the player's page.
pub fn play_title(name: &str) -> String {
    format!("{name}: session")
}

/// "Try Bird dog".
pub fn try_name(name: &str) -> String {
    format!("Try {}", lower_article(name))
}

fn lower_article(name: &str) -> String {
    name.strip_prefix("The ").map_or_else(|| name.to_owned(), |rest| format!("the {rest}"))
}

fn range(low: u16, high: u16) -> String {
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}

/// "10 to 15 s".
pub fn seconds_range(low: u16, high: u16) -> String {
    format!("{} s", range(low, high))
}

/// "10 to 12 repetitions a side, in turns, hold 3 s".
pub fn dose(exercise: &Exercise, rung: &Rung) -> String {
    let (low, high) = exercise.repetition_range();
    let mut text = format!("{} repetitions", range(low, high));
    if rung.side == SideMode::Alternating {
        text.push_str(" a side, in turns");
    }
    if let Some((low, high)) = rung.hold_range() {
        text.push_str(&format!(", hold {}", seconds_range(low, high)));
    }
    text
}

/// Which side begins.
pub fn alternating(rung: &Rung) -> String {
    match rung.side_names.get() {
        [first, second] => {
            format!("Sides take turns. First: {}. Then: {}.", first.to_lowercase(), second.to_lowercase())
        }
        _ => String::new(),
    }
}

/// The dose of an item in a routine: "10 a side, hold 3 s".
pub fn item_dose(item: &Item) -> String {
    let mut text = String::new();
    if item.sets() > 1 {
        text.push_str(&format!("{} sets of ", item.sets()));
    }
    match (item, item.side_mode()) {
        (Item::Step(step), side) => {
            let seconds: u32 = step.movements.iter().map(|movement| u32::from(movement.seconds)).sum();
            if step.repetitions > 1 {
                text.push_str(&format!("{} × ", step.repetitions));
            }
            text.push_str(&format!("{seconds} s"));
            if side == SideMode::Each {
                text.push_str(" a side");
            }
            text
        }
        (Item::Exercise(p), side) => {
            text.push_str(&p.repetitions.to_string());
            text.push_str(if side == SideMode::None { " times" } else { " a side" });
            if let Some(hold) = p.hold {
                text.push_str(&format!(", hold {hold} s"));
            }
            text
        }
    }
}

/// What to do in a set at one's own pace.
pub fn self_paced_dose(item: &Item) -> String {
    let sides = if item.side_mode() == SideMode::None { "repetitions" } else { "repetitions, sides in turns" };
    match item.hold() {
        Some(hold) => format!("{sides}, hold {hold} s each"),
        None => sides.to_owned(),
    }
}

/// What the breath does.
pub const fn breath(breath: Breath) -> &'static str {
    match breath {
        Breath::In => "Breathe in",
        Breath::Out => "Breathe out",
        Breath::Easy => "Keep breathing",
    }
}

/// How sure the field is.
pub const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::High => "High certainty",
        Certainty::Moderate => "Moderate certainty",
        Certainty::Low => "Low certainty",
        Certainty::VeryLow => "Very low certainty",
        Certainty::Disputed => "Disputed",
        Certainty::Tradition => "Custom, not a trial result",
    }
}

/// The same as part of a class name.
pub const fn certainty_class(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::High => "high",
        Certainty::Moderate => "moderate",
        Certainty::Low => "low",
        Certainty::VeryLow => "very-low",
        Certainty::Disputed => "disputed",
        Certainty::Tradition => "tradition",
    }
}

/// The kind of a phase, for styling.
pub const fn phase_class(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::GetReady => "get-ready",
        PhaseKind::Move => "move",
        PhaseKind::Hold => "hold",
        PhaseKind::Rest => "rest",
        PhaseKind::SwitchSides => "switch",
        PhaseKind::SelfPaced => "self-paced",
        PhaseKind::Finish => "finish",
    }
}

/// "Pressure 2 of 5".
pub fn pressure(technique: &Technique) -> String {
    match technique.pressure.get() {
        [low, high] => format!("Pressure {} of 5", range(*low, *high)),
        _ => String::new(),
    }
}

/// "You need: a mat".
pub fn needs(needs: &str) -> String {
    format!("You need: {needs}")
}

/// "Exercise 2 of 6".
pub fn position(number: usize, of: usize) -> String {
    format!("{number} of {of}")
}

/// Beside the number of the repetition.
pub fn of_repetitions(of: u16) -> String {
    format!("of {of}")
}

/// Beside the seconds of a hold.
pub fn hold_repetition(rep: u16, of: u16) -> String {
    if of > 1 { format!("s · {rep} of {of}") } else { "s".to_owned() }
}

/// What comes next.
pub fn next(name: &str) -> String {
    format!("Next: {name}")
}

/// "Bird dog instead".
pub fn instead(name: &str) -> String {
    format!("{name} instead")
}

/// That an exercise is optional.
pub fn optional(name: &str) -> String {
    format!("{name} is optional.")
}

/// How to call for help.
pub fn call_number(number: &str) -> String {
    format!("Call {number}")
}

/// A number of PubMed or PubMed Central.
pub fn pubmed(number: &str) -> String {
    if number.starts_with("PMC") { number.to_owned() } else { format!("PubMed {number}") }
}

/// How much of a source we read.
pub fn read_as(checked: &str) -> String {
    format!(" We read: {}.", checked.trim_end_matches('.').to_lowercase())
}

/// Minutes and exercises of a session.
pub fn session_facts(record: &SessionRecord) -> String {
    let minutes = plural(record.minutes() as usize, "minute", "minutes");
    format!("{minutes} · {} of {} done", record.exercises_done(), record.entries.len())
}

/// Pain before and after; nothing where neither was given.
pub fn pain_change(before: Option<u8>, after: Option<u8>) -> Option<String> {
    match (before, after) {
        (Some(before), Some(after)) => Some(format!("Pain {before} → {after}")),
        (Some(before), None) => Some(format!("Pain before {before}")),
        (None, Some(after)) => Some(format!("Pain after {after}")),
        (None, None) => None,
    }
}

/// What was done of an entry: "8 of 10 a side".
pub fn entry_done(entry: &Entry) -> String {
    if entry.side == Sides::None {
        return format!("{} of {}", entry.done, entry.planned);
    }
    let half = if entry.done % 2 == 1 { "½" } else { "" };
    format!("{}{half} of {} a side", entry.done / 2, entry.planned / 2)
}

/// That the pain after was kept, or not given.
pub fn pain_saved(pain: Option<u8>) -> String {
    match pain {
        Some(pain) => format!("Pain now: {pain}. Saved."),
        None => "All right, without pain now.".to_owned(),
    }
}

/// Which session was left.
pub fn left_text(name: &str, record: &SessionRecord) -> String {
    format!("{name}, {} in.", plural(record.minutes().max(1) as usize, "minute", "minutes"))
}

/// Name of the button that deletes a session.
pub fn delete_session(name: &str, date: &str) -> String {
    format!("Delete {name}, {date}")
}

/// What deleting all means.
pub fn delete_all_text(count: usize) -> String {
    format!(
        "{} will be gone for good. You can download your data first, under Settings.",
        plural(count, "session", "sessions")
    )
}

/// The chart in words.
pub fn chart_text(minutes: &[u32]) -> String {
    let list: Vec<String> = minutes.iter().map(u32::to_string).collect();
    format!("Minutes a week over the last {} weeks, this week last: {}", minutes.len(), list.join(", "))
}

/// That stored documents could not be read.
pub fn unreadable(count: usize) -> String {
    let what = plural(count, "saved item", "saved items");
    format!("{what} could not be read. Nothing is lost: you can download them.")
}

/// How many unreadable documents are kept.
pub fn quarantined(count: usize) -> String {
    format!("{} could not be read and set aside, untouched.", plural(count, "saved item", "saved items"))
}

/// How many sessions are only in memory.
pub fn unsaved_sessions(count: usize) -> String {
    format!("{} not saved. Download before you close the page.", plural(count, "session is", "sessions are"))
}

fn save_error(error: SaveError) -> &'static str {
    match error {
        SaveError::Blocked => "this browser does not let us",
        SaveError::Full => "this browser's storage is full",
        SaveError::Newer => "a newer version of Unknot wrote here; reload the page",
    }
}

/// Why a session was not saved.
pub fn not_saved(error: SaveError) -> String {
    format!("The session was not saved: {}.", save_error(error))
}

/// Why settings were not saved.
pub fn settings_not_saved(error: SaveError) -> String {
    format!("The change holds until you close the page. It was not saved: {}.", save_error(error))
}

/// What is wrong with a share code.
pub fn share_code_error(error: &ShareCodeError) -> String {
    match error {
        ShareCodeError::Empty => "The link has no routine in it.".to_owned(),
        ShareCodeError::TooLong(length) => {
            format!("The routine in the link is too long: {length} characters, at most {MAX_LENGTH}.")
        }
        ShareCodeError::TooManyItems(count) => {
            format!("The routine in the link has {count} exercises, at most {MAX_ITEMS}.")
        }
        ShareCodeError::UnknownExercise(id) if id.is_empty() => {
            "The link has an empty place where an exercise should be.".to_owned()
        }
        ShareCodeError::UnknownExercise(id) => format!("There is no exercise called “{id}”."),
        ShareCodeError::UnknownRung { exercise, rung } => format!("{exercise} has no form called “{rung}”."),
        ShareCodeError::OutOfRange { exercise, quantity, given } => {
            let what = match quantity {
                Quantity::Repetitions => "repetitions",
                Quantity::Hold => "seconds of hold",
                Quantity::Sets => "sets",
                Quantity::Rest => "seconds of rest",
            };
            let allowed = quantity.range();
            format!("{exercise}: {given} {what} is out of range ({} to {}).", allowed.start(), allowed.end())
        }
        ShareCodeError::NoHold { exercise } => format!("{exercise} has no hold, but the link asks for one."),
        ShareCodeError::BadPart { exercise, part } => format!("{exercise}: “{part}” cannot be read."),
    }
}
