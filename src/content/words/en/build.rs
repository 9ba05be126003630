//! Building a routine.

use super::plural::counted;
use crate::domain::routine::editor::Amount;

texts! {
    BUILD = "Build a routine";
    BUILD_LEAD = "For yourself, or for somebody you treat: choose exercises, set how much, and hand over a link. The link itself holds the routine; nothing is stored anywhere else.";
    BUILD_HOLDS = "Choose from six exercises and four for bad days and the desk, each in its easier and harder forms. Set repetitions, holds, sets and rest, put them in order, keep the routine on this device, start it, or make a link that opens it on any phone, without an account.";
    OWN_ROUTINES = "Your routines";
    ROUTINE_NAME = "Name";
    MY_ROUTINE = "My routine";
    WHAT_IS_DONE = "What is done";
    NOTHING_CHOSEN = "Nothing yet. Add an exercise below, or begin from a routine.";
    ADD_EXERCISE = "Add an exercise";
    BEGIN_FROM = "Begin from";
    BEGIN_FROM_NOTHING = "Choose a routine";
    BEGIN_FROM_LINK = "Or paste a link";
    TAKE_LINK = "Take it";
    FORM = "Form";
    MOVE_UP = "Move up";
    MOVE_DOWN = "Move down";
    ONCE_MORE = "Once more";
    TAKE_OUT = "Remove";
    LESS = "Less";
    MORE = "More";
    UNDO_STEP = "Undo";
    SAVE_HERE = "Keep on this device";
    SAVED_HERE = "Kept on this device, under “Your routines”.";
    MAKE_LINK = "Make a link";
    LINK_TO_ROUTINE = "The link";
    NO_ROOM_LEFT = "A link holds 30 exercises at most.";
    FIRST_TIMES_LONGER = "Longer the first two times, when each exercise is explained.";
    YOUR_CONDITIONS_CHANGE = "With the conditions that you named here, this changes for you. Somebody else has their own.";
    EDIT = "Change";
    DUPLICATE = "Duplicate";
    NEW_ROUTINE = "Begin a new one";
    REORDER_HINT = "Alt with the arrow keys moves the exercise that you are in.";
    CODE_UNKNOWN_HERE = "A newer version of Unknot made this one. Reload the page to get that version.";
    BUILD_YOUR_OWN = "Build your own";
}

/// What an amount is called.
pub const fn amount(amount: Amount, sides: bool) -> &'static str {
    match amount {
        Amount::Repetitions if sides => "Repetitions a side",
        Amount::Repetitions => "Repetitions",
        Amount::Hold => "Hold, seconds",
        Amount::Sets => "Sets",
        Amount::Rest => "Rest, seconds",
    }
}

/// What is usual.
pub fn usual((low, high): (u16, u16)) -> String {
    if low == high { format!("usually {low}") } else { format!("usually {low} to {high}") }
}

/// How many exercises a routine has.
pub fn exercises_counted(count: usize) -> String {
    counted(count, "exercise", "exercises")
}

/// That a routine was deleted.
pub fn routine_deleted(name: &str) -> String {
    format!("“{name}” is deleted.")
}

/// What a copy of a routine is called.
pub fn copy_of(name: &str) -> String {
    format!("{name} (copy)")
}
