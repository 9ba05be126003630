//! Every text of the app that is not an item of content. Another language is another folder.
//! Texts with something to fill in are in `phrases.rs`.

pub use super::build::*;
pub use super::data::*;
pub use super::phrases::*;
pub use super::plan::*;
pub use super::safety::*;
pub use super::visit::*;
pub use super::weeks::*;
use crate::domain::documents::settings::{Counting, Explain, Model, SpokenBy, Theme};

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
    HOME_HOW = "Press Start, put the phone on the floor and follow along.";
    HOME_WHAT = "Six exercises and five kinds of massage, free, without an account.";
    TODAY = "Today";
    WORSE_TODAY = "Worse than usual today?";
    SUPERMAN_IS_OUT = "A short bird dog stands in superman's place, the hardest of the six, until you add it.";
    ADD_SUPERMAN = "Add superman";
    SUPERMAN_IS_IN = "Superman is part of it, because you chose it or know it.";
    LEAVE_SUPERMAN_OUT = "Leave superman out";
    HOW_LONG = "How long have you got?";
    ENOUGH = "Today's routine takes less. There will be more as you build up.";
    LOOK_FIRST = "Look at it first";
    GOOD_TO_KNOW = "Good to know";
    HOW_SURE = "How sure is all this?";
    GO_HOME = "Go to the start page";

    EXERCISES = "Exercises";
    EXERCISES_LEAD = "Six exercises that move and strengthen your back, each with easier and harder forms.";
    THE_SIX = "The six";
    EXTRAS = "For bad days and for the desk";
    EXTRAS_LEAD = "Four small ones beside the six.";
    HOW_IT_SHOULD_FEEL = "How it should feel";
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
    WE_SUGGEST_IT = "we suggest it";
    OPTIONAL_INSTEAD = "This one is optional. You can do this instead:";
    STOP_IF = "Stop if pain shoots, tingles or grows, or with new numbness, weakness, dizziness or chest pain.";

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

    SOUND_AND_VOICE = "Voice, screen reader, sound and other settings";
    START = "Start";
    BEGIN = "Begin";
    BEFORE_YOU_START = "Before you start";
    ASK_FIRST_OF_EXERCISE = "Ask a clinician first if you have osteoporosis or spinal stenosis, ever broke a bone of your spine, or are pregnant.";
    ASK_FIRST_OF_MASSAGE = "No massage with a blood clot, a recent fracture or a fever. Ask a clinician first if you take blood thinners, have osteoporosis, cancer, fragile skin or heart problems, or are pregnant.";
    WHOLE_LIST = "The whole list";
    WARM_UP = "Walk, or march on the spot, for a minute first.";
    FLOOR = "Getting down to the floor and up again";
    FLOOR_LEAD = "Over your side, with a chair to hold on to. Take your time at each step.";
    FLOOR_DOWN = "Down";
    FLOOR_UP = "Up again";
    FLOOR_FREE = "If you cannot, or do not trust it yet, do this one:";
    ON_SUCH_DAYS = "On such days";
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
    EFFORT = "How hard was it?";
    NO_PAIN = "0: no pain";
    WORST_PAIN = "10: the worst you can imagine";
    SAVE = "Save";
    SKIP_THIS = "Skip this";
    ONE_FEWER = "One fewer";
    ONE_MORE = "One more";
    WATCH_FIRST = "Watch first, or skip";
    PHONE_DOWN = "Phone down";
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
    CLOSE_AND_GO_ON = "Go on";
    TAP_TO_GO_ON = "Tap to go on";
    FEWER_REPETITIONS = "Fewer repetitions";
    MORE_REPETITIONS = "More repetitions";
    GET_READY_SHORTER = "Get ready 5 s less";
    GET_READY_LONGER = "Get ready 5 s more";
    TEN_SECONDS_MORE = "Wait 10 s more";
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
    NOTHING_DONE = "Nothing done this time, and that is all right.";
    NEXT_TIME = "Next time:";
    EASIER_DAY = "Something gentler, today or tomorrow:";
    GET_HELP_IF = "If it is new, severe, or spreads down a leg:";
    RULE_OF_THUMB = "A rule of thumb of physiotherapists, not the result of a trial.";
    SEE_PROGRESS = "See your progress";
    SESSION_LEFT = "You left a session";
    CONTINUE_SESSION = "Continue session";
    END_IT_HERE = "End it here";

    PROGRESS = "Progress";
    GO_TO_TODAY = "Go to today's routine";
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
    IN_SHORT = "In short";
    WHY_SO = "Why we say so";
    SOURCES = "Sources";
    SOURCES_LEAD = "Titles in brackets are our descriptions.";
    SECONDS = "seconds";

    SETTINGS = "Settings";
    SESSION_SETTINGS = "Session";
    GET_READY_LABEL = "Seconds to get ready";
    GET_READY_HINT = "Before each exercise, 0 to 30.";
    PHONE_DOWN_LABEL = "Time to put the phone down";
    PHONE_DOWN_HINT = "Before the first exercise: until you tap, 30 seconds at most.";
    SELF_PACED_LABEL = "At my own pace";
    SELF_PACED_HINT = "No clock: you press Done after each exercise.";
    SHORTCUTS_LABEL = "Single keys";
    SHORTCUTS_HINT = "Space, arrows, M, H and Escape work the player.";
    SOUND_SETTINGS = "Sound";
    SOUND_LABEL = "Beeps";
    SOUND_HINT = "Soft sounds when something begins or ends.";
    SPOKEN_BY = "Spoken by";
    VOLUME_LABEL = "Volume of the beeps";
    VOICE_LABEL = "Voice";
    VOICE_DEFAULT = "The device's own";
    RATE_LABEL = "Speed of the voice";
    NETWORK_VOICE_LABEL = "Use a voice from the internet";
    NETWORK_VOICE_HINT = "This browser has no English voice of its own. Its voices send the words of your session to the browser's maker, so Unknot stays silent unless you turn this on.";
    NO_VOICE = "This device has no English voice, so nothing is said.";
    NO_VOICE_HELP = "Add one in the device's settings: on Android under Text-to-speech output, on iPhone and Mac under Accessibility, Spoken Content, on Windows under Time and language, Speech. Another browser may have one too. Until then pictures, written words and beeps guide you.";
    BREATH_WORDS_LABEL = "Say when to breathe";
    BREATH_WORDS_HINT = "In and out, in slow movements.";
    COUNTING = "Count repetitions aloud";
    EXPLAIN = "Explain each exercise before it begins";
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
    MODEL = "Who shows the exercises";
    LOCAL_NUMBER = "Call your local emergency number.";
    ON_MOBILES = "112 works from mobile phones in many countries.";
    NUMBER_IS_GUESSED = "Guessed from your device's time zone.";
    CHANGE_NUMBER = "Set the number yourself";
    EMERGENCY_LABEL = "Emergency number";
    EMERGENCY_HINT = "Shown on the safety page, ready to call. Where it is empty, we guess it.";
    YOUR_DATA_TEXT = "Everything stays in this browser. We have no server and see nothing. Clearing the browser's data deletes it, so keep a copy now and then.";
    DOWNLOAD_UNREADABLE = "Download unreadable data";
    DISCARD_UNREADABLE = "Delete unreadable data";
    DOWNLOAD_UNSAVED = "Download them";
    SEE_DATA = "See your data";
    NEWER_DATA = "Some of your data was saved by a newer version of Unknot. It is untouched. Reload the page to get that version.";
    STORAGE_BLOCKED = "This browser does not let us remember anything. Everything works, but your sessions will not be saved.";

    BUILDER = "For your site";
    BUILDER_LEAD = "Show a routine, an exercise or a technique in a page of yours: free, without an account, in your colours.";
    WHAT_TO_SHOW = "What to show";
    OWN_COLOUR = "In a colour of mine";
    ACCENT = "Colour";
    FRAME_HEIGHT = "Height of a plain frame";
    FRAME_HEIGHT_HINT = "In pixels. The one line with a script finds its height itself.";
    PREVIEW = "Preview";
    TAKE_IT = "Take it";
    TAKE_IT_TEXT = "Copy one of these into your page.";
    SNIPPET_ELEMENT = "One line";
    SNIPPET_FRAME = "Plain frame, without a script";
    SNIPPET_WORDPRESS = "WordPress block";
    SNIPPET_MARKDOWN = "Markdown link";
    COPY = "Copy";
    COPIED = "Copied";
    NOT_COPIED = "The browser did not let us copy it. Select it and copy it by hand.";
    YOUR_UNKNOT = "https://unknot.example/";
    BUILDER_PRIVACY = "Nothing that your visitors do here is sent to you, to us or to anybody else. What they record stays in their browser.";
    OPEN_IN_UNKNOT = "Open in Unknot";

    /// For the device that it is installed on, and who is asked to install it.
    APP_NAME = "Unknot: back care";
    PICTURE_OF_START = "The start page with today's routine";
    PICTURE_OF_SESSION = "A running session: what to do now, and the moving figure";

    /// In the pages of other sites, where there is nothing to frame.
    NOTHING_TO_SHOW = "There is nothing of this name to show.";
    OPEN_UNKNOT = "Open Unknot";

    /// For previews of links, search engines and the open data.
    CARD_ALT = "Unknot: guided back care in the browser. A figure on hands and knees reaches with one arm and the opposite leg.";
    BROWSER_NEEDS = "JavaScript and WebAssembly for the timer. The pages can be read without them.";
    BACK_PAIN = "Back pain";
    DATA_NAME = "The content of Unknot";
    DATA_TEXT = "Six exercises with their easier and harder forms, five kinds of massage with a sequence for home, routines, warning signs, and what is known of all this with its sources.";

    THIS_APP = "This app";
    VERSION = "Version";
    WITHOUT_NETWORK = "Without the network";
    OFFLINE_UNKNOWN = "Not known yet";
    OFFLINE_READY = "Ready: everything opens offline";
    OFFLINE_UPDATE = "Ready, and a new version waits";
    OFFLINE_FAILED = "Not available in this browser";
    STORAGE_USED = "Kept on this device";
    KEPT_FOR_GOOD = "Kept for good";
    PERSISTENT = "Yes, until you delete it";
    NOT_PERSISTENT = "The browser may clear it when space runs out or after weeks without a visit";
    NOT_TOLD = "The browser does not tell";
    PERSIST = "Ask the browser to keep it";
    PERSIST_REFUSED = "The browser did not agree. It may once you use Unknot more often, or install it.";

    UPDATE_READY = "A new version of Unknot is ready.";
    UPDATE_REFUSED = "A session is running, or could not be saved, in one of your tabs or windows. Update when it has ended, or when you have downloaded it.";
    UPDATE_NOW = "Update now";
    LATER = "Later";
    INSTALL_TITLE = "Keep Unknot at hand";
    INSTALL_TEXT = "Install it: it opens from your home screen like any app, and works without the network.";
    INSTALL_BY_HAND = "Press the Share button of the browser, then Add to Home Screen. It opens like any app, works without the network, and your data is kept even when you do not come for weeks.";
    INSTALL = "Install";
    NOT_NOW = "Not now";

    /// Without JavaScript.
    NO_SCRIPT = "The timer, the voice and your progress need JavaScript, which is off in this browser. Everything else can be read without it.";
    /// Where the wasm does not load or run.
    NOT_STARTED = "The player could not start. You can read everything on this page; for the timer, try again, or use a newer browser.";
    /// Where a part of the app cannot be fetched.
    PART_LOST = "This part could not be loaded. Check the connection and try again.";
    PICTURE_LOST = "The picture could not be loaded.";
    TRY_AGAIN = "Try again";
    BROKEN = "Something went wrong";
    BROKEN_TEXT = "That was our mistake, not yours. Your sessions are safe. Reload the page, and you can continue where you were.";
    RELOAD = "Reload";

    ABOUT = "About";
    NOT_FOUND = "This page does not exist";
    NOT_FOUND_TEXT = "The link may be old, or have a typing error in it.";
}

/// Keys of the player.
pub const KEYS: [(&str, &str); 7] = [
    ("Space", "Pause or resume"),
    ("→", "Skip"),
    ("←", "Back"),
    ("M", "Sound off or on"),
    ("H", "This hurts"),
    ("Esc", "End the session"),
    ("?", "This help"),
];

/// Choices of who speaks.
pub const SPOKEN_BY_OPTIONS: &[(SpokenBy, &str)] = &[
    (SpokenBy::Voice, "Unknot's voice"),
    (SpokenBy::ScreenReader, "My screen reader"),
    (SpokenBy::Neither, "Neither"),
];

/// What numbers of the effort scale mean.
pub const EFFORT_WORDS: &[&str] = &["0: no effort", "3: moderate", "5: hard", "7: very hard", "10: as hard as can be"];

/// Choices of when it is explained how something is done.
pub const EXPLAIN_OPTIONS: &[(Explain, &str)] =
    &[(Explain::AtFirst, "The first two times"), (Explain::Always, "Always"), (Explain::Never, "Never")];

/// Choices of which repetitions are counted.
pub const COUNTING_OPTIONS: &[(Counting, &str)] =
    &[(Counting::Each, "Every one"), (Counting::EverySecond, "Every second one"), (Counting::Off, "None")];

/// Choices of who shows the exercises.
pub const MODEL_OPTIONS: &[(Model, &str)] = &[
    (Model::Chance, "One of three, by chance"),
    (Model::First, "With short brown hair"),
    (Model::Second, "With a grey bun"),
    (Model::Third, "With a beard"),
];

/// The short answers of the evidence page: question, answer, and the fragment of the claim behind it.
pub const SHORT_ANSWERS: &[(&str, &str, &str)] = &[
    (
        "Does exercise help?",
        "Yes, probably: some less pain and easier days. The certainty is moderate.",
        "#exercise-helps",
    ),
    (
        "Which exercise?",
        "One that you do. Control and strength did better than stretching alone.",
        "#strength-over-stretching",
    ),
    ("Does massage help?", "Perhaps, for a while. The certainty is low.", "#massage-eases"),
    ("Does it matter which kind?", "No kind has been shown to be better than another.", "#no-type-better"),
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

/// How hard an exercise should be (we suggest).
pub const FEEL: [&str; 4] = [
    "Somewhat hard: 3 to 6 of 10, with strength to spare.",
    "You can talk while you do it.",
    "A mild pull is fine. Pain that shoots, tingles or grows is not.",
    "Sore muscles on the next day are normal.",
];
