//! The safety check, conditions, and what they change.

use super::phrases::save_error;
use crate::domain::catalog::Ruling;
use crate::domain::documents::shelf::SaveError;
use crate::domain::safety::clearing::Change;

texts! {
    SOMETHING_IS_NEW = "Something new about my health";
    NO_SESSION_NOW = "No session now";
    NO_SESSION_TEXT = "You said that you have a sign that needs help now.";
    CHECK_WHY = "Most back pain is harmless. These signs are rare, and with one of them you need help before you exercise.";
    CHECK_KEEPS = "We keep today's date and how urgent it is, on this device only, and never your answers.";
    GO_BACK_FOR_NOW = "Not now: to the start page";
    CHANGE_TOLD = "Change what I told you";
    NONE_OF_THESE = "None of these";
    AT_LEAST_ONE = "Yes, at least one";
    STOPPED = "You said that you have one of these signs. Call for help now. No session starts.";
    WHICH_SIGNS = "Which signs?";
    UNTIL_SEEN = "Sessions start again once a clinician has seen you about it, or if it was a wrong press.";
    PRESSED_BY_MISTAKE = "Pressed by mistake";
    WAS_SEEN = "I have been seen about this";
    GROWN_UPS_MAY_GO_ON = "If you are 18 or older you may go on all the same: you decide. Take it gently, and stop if anything gets worse.";
    GO_ON_AFTER_ADVICE = "Go on";
    ANSWER_AGAIN = "Answer again";
    HURT_AGAIN = "It hurt twice in this exercise. Has something changed since you last answered: numbness, weakness, fever?";
    CHECK_SIGNS = "Check the warning signs";
    ALL_SIGNS = "All signs";
    RULES = "Rules by condition";
    RULES_LEAD = "What each condition changes in Unknot, item by item. No clinician has reviewed this yet: please correct it in the last column.";
    OTHERWISE_FINE = "Fine";
    STRICT = "strict: nobody can set it aside";
    CONDITIONS = "Your body";
    CONDITIONS_WHY = "Choose what you have, if you like. What does not go with it is left out, changed or pointed out before you start. It is kept on this device only.";
    CLEARED = "Cleared by your clinician:";
    TAKE_BACK = "Take back";
    TELL_CONDITIONS = "Anything we should know, such as blood thinners, pregnancy or osteoporosis?";
    CHANGED_FOR_YOU = "Because of what you told us";
    CLINICIAN_CLEARED = "My clinician cleared this";
    SOURCE = "source";
    NOTHING_LEFT = "Nothing of this suits what you told us.";
    TRY_INSTEAD = "This may:";
    ASK_WHAT_SUITS = "Ask a clinician what you can do.";
    ENDED_BY_RULES = "What you told us since changes this session, so it was ended where you left it, and kept.";
}

/// What each list of the safety check asks.
pub const CHECK_ASKS: [&str; 3] = ["Is any of this so for you?", "And any of these?", "Last, any of these?"];

/// The columns of the rules on paper.
pub const RULES_COLUMNS: [&str; 5] = ["What", "Becomes", "Why", "Source", "Your correction"];

/// What becomes of an item.
pub fn ruling(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::LeaveOut => "Left out",
        Ruling::Swap => "Changed",
        Ruling::AskFirst => "Ask first",
        Ruling::TakeCare => "Take care",
    }
}

/// An item that a rule is for: its name, and what is done in its place.
pub fn changed_item(change: &Change) -> String {
    match &change.becomes {
        Some(other) => format!("{} in place of {}", other.name(), change.item.name().to_ascii_lowercase()),
        None => change.item.name().to_owned(),
    }
}

/// Why what the safety screen found was not saved.
pub fn answers_not_saved(error: SaveError) -> String {
    format!("Your answer holds until you close the page. It was not saved: {}.", save_error(error))
}

/// "Safety check, 1 of 3".
pub fn check_of(number: usize, of: usize) -> String {
    format!("Safety check, {number} of {of}")
}

/// What was found on a day: the name of a list, or none.
pub fn checked(date: &str, found: Option<&str>) -> String {
    match found {
        None => format!("You answered on {date}: none of the signs."),
        Some(name) => format!("You answered on {date}: {}, and you went on.", name.to_ascii_lowercase()),
    }
}
