//! Choosing a massage, and what to tell whoever gives it.

use super::plural::counted;
use crate::domain::choose::{Clothes, Giver, Manner, Point, Surface};
use crate::domain::progress::recent::Recent;

texts! {
    CHOOSE = "Which massage suits you?";
    CHOOSE_LEAD = "Seven short questions, by comfort. Leave open what does not matter to you.";
    CHOOSE_SHORT = "Help me choose";
    CHOOSE_CONDITIONS = "What you told us of your body counts too, and never leaves this device:";
    SHOW_MY_RESULT = "Show my result";
    CHOOSE_RESULT = "All five kinds, the closest first";
    CHOOSE_WEIGHTS = "The order goes by your answers; how much each counts is our choice.";
    BEFORE_IT = "Before you book or begin";
    NOT_AT_HOME = "Not at home: what it does at home does not suit what you told us.";
    GOES_WITH = "Goes well with";
    COPY_LINK = "Copy a link to this";
    PRINT = "Print";

    SHEET = "A sheet for your therapist";
    SHEET_LEAD = "Say it once, on paper. Tap what is so and leave the rest. Nothing is kept unless you ask for it, and nothing is sent anywhere.";
    WHERE = "Where?";
    WHERE_HINT = "Tap once where it hurts, twice where nobody is to touch you, a third time to clear it.";
    FROM_BEHIND = "From behind";
    FROM_THE_FRONT = "From the front";
    REGIONS_BY_NAME = "Choose by name";
    MARK_NONE = "Nothing";
    MARK_HURTS = "Hurts";
    MARK_KEEP_OFF = "Keep off";
    YOUR_PAIN = "Your pain";
    HOW_STRONG = "How strong it is";
    WHAT_HELPS = "What helps";
    WHAT_WORSENS = "What makes it worse";
    WHAT_YOU_WANT = "What you want";
    PRESSURE_WANTED = "Pressure wanted";
    PRESSURE_ENDS = "1: lightest. 5: strongest.";
    KINDS_WISHED = "Kinds of massage you would like";
    KINDS_UNWISHED = "Kinds you would rather not have";
    GOALS = "What you hope for";
    STOP_WORD = "A word that means stop";
    FELT_GOOD = "What felt good last time";
    PLEASE_KNOW = "Please know";
    WHAT_APPLIES = "What applies to you";
    AGREE_FIRST = "Agree with me first where and how I am touched";
    MEDICINES = "Medicines, and anything else";
    TELL_PRACTICE = "Tell my last four weeks of practice and pain";
    LAST_WEEKS = "The last four weeks";
    KEEP_SHEET = "Keep this sheet on this device";
    SEND_AS_TEXT = "Send as text";
    SHEET_TITLE = "For my massage therapist";
    SHEET_EMPTY = "What you fill in above stands here, ready to print.";
    SHEET_FOOT = "Written by the person it is about, with Unknot. It is not a medical record, and it does not replace a clinician's advice.";
    IT_HURTS = "It hurts here";
    STAY_AWAY = "Please stay away from";
}

/// A question, and its answers: each as an address carries it, and in words.
pub type Question = (&'static str, &'static [(&'static str, &'static str)]);

/// The questions of the chooser, in their order.
pub const QUESTIONS: [Question; 7] = [
    (
        "How firm do you like it?",
        &[("light", "Light"), ("medium", "Medium"), ("strong", "Strong"), ("any", "Does not matter")],
    ),
    ("Clothes on or off?", &[("on", "On"), ("off", "Off"), ("any", "Does not matter")]),
    ("On a mat on the floor, or on a table?", &[("floor", "Floor"), ("table", "Table"), ("any", "Does not matter")]),
    (
        "Who gives it?",
        &[("alone", "I do it alone"), ("partner", "A partner"), ("therapist", "A therapist"), ("any", "Open")],
    ),
    ("Be stretched, or lie still?", &[("stretch", "Stretched"), ("still", "Lie still"), ("any", "Does not matter")]),
    ("Would a day of soreness be fine?", &[("yes", "Fine"), ("no", "Rather not"), ("any", "Does not matter")]),
    ("Is it your first massage?", &[("yes", "Yes"), ("no", "No"), ("any", "Rather not say")]),
];

/// What speaks for a technique, or against it.
pub const fn point(point: Point) -> &'static str {
    match point {
        Point::Pressure(true) => "As firm as you like it",
        Point::Pressure(false) => "Not as firm, or firmer, than you like it",
        Point::Clothes(Clothes::On, true) => "You stay dressed",
        Point::Clothes(Clothes::On, false) => "You undress for it",
        Point::Clothes(_, true) => "On bare skin",
        Point::Clothes(_, false) => "You stay dressed for it",
        Point::Surface(Surface::Floor, true) => "On a mat on the floor",
        Point::Surface(Surface::Floor, false) => "On a table, not on the floor",
        Point::Surface(_, true) => "On a table",
        Point::Surface(_, false) => "On the floor, not on a table",
        Point::Giver(Giver::Alone, true) => "You can do it alone",
        Point::Giver(Giver::Alone, false) => "Somebody else has to give it",
        Point::Giver(_, true) => "A partner can give it",
        Point::Giver(_, false) => "At home one does it alone, without a partner",
        Point::Manner(Manner::Stretch, true) => "You are stretched",
        Point::Manner(Manner::Stretch, false) => "You lie still: no stretches",
        Point::Manner(_, true) => "You lie still",
        Point::Manner(_, false) => "You are moved and stretched",
        Point::Soreness(true) => "Seldom makes sore",
        Point::Soreness(false) => "A day of soreness is common",
        Point::First => "Often chosen for a first massage",
    }
}

/// The regions of the body, by their ids.
pub const REGIONS: [(&str, &str); 30] = [
    ("neck", "Neck"),
    ("left-shoulder-blade", "Left shoulder blade"),
    ("right-shoulder-blade", "Right shoulder blade"),
    ("upper-back", "Between the shoulder blades"),
    ("middle-back", "Middle of the back"),
    ("left-low-back", "Low back, left"),
    ("right-low-back", "Low back, right"),
    ("left-buttock", "Left buttock"),
    ("right-buttock", "Right buttock"),
    ("back-of-left-thigh", "Back of the left thigh"),
    ("back-of-right-thigh", "Back of the right thigh"),
    ("left-calf", "Left calf"),
    ("right-calf", "Right calf"),
    ("back-of-left-arm", "Back of the left arm"),
    ("back-of-right-arm", "Back of the right arm"),
    ("throat", "Throat"),
    ("right-shoulder", "Right shoulder, front"),
    ("left-shoulder", "Left shoulder, front"),
    ("chest", "Chest"),
    ("belly", "Belly"),
    ("right-hip", "Right hip"),
    ("left-hip", "Left hip"),
    ("front-of-right-thigh", "Front of the right thigh"),
    ("front-of-left-thigh", "Front of the left thigh"),
    ("right-knee", "Right knee"),
    ("left-knee", "Left knee"),
    ("right-shin-and-foot", "Right shin and foot"),
    ("left-shin-and-foot", "Left shin and foot"),
    ("right-arm", "Right arm, front"),
    ("left-arm", "Left arm, front"),
];

/// "7 of 10".
pub fn of_ten(number: u8) -> String {
    format!("{number} of 10")
}

/// "2 of 5".
pub fn of_five(number: u8) -> String {
    format!("{number} of 5")
}

/// The last weeks of practice and pain.
pub fn recently(recent: &Recent) -> String {
    let Recent { sessions, days, minutes, pain, .. } = recent;
    let practice = format!(
        "Exercise: {} on {}, {} in all.",
        counted(*sessions, "session", "sessions"),
        counted(*days, "day", "days"),
        counted(*minutes as usize, "minute", "minutes")
    );
    match pain {
        Some((first, last)) if first == last => {
            format!("{practice} Pain before a session: about {first} of 10 throughout.")
        }
        Some((first, last)) => {
            format!("{practice} Pain before a session: about {first} of 10 at first, about {last} lately.")
        }
        None => practice,
    }
}
