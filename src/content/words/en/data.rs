//! The person's data: a copy to keep, bringing it back, another phone, how long it keeps, and the report.

use super::dates::stored_date;
use super::plural::{counted, plural};
use crate::domain::documents::archive::Part;
use crate::domain::documents::archive::fhir::Names;
use crate::domain::documents::archive::file::Refusal;

texts! {
    DATA = "Your data";
    DATA_LEAD = "All of it stays in this browser. We have no server and see nothing, so nobody but you can keep a copy.";
    DATA_HOLDS = "Here you download what you did and told: to bring it back later or on another phone, as tables for a spreadsheet, as FHIR for health records, or as one page to print for your clinician.";
    KEEP_A_COPY = "Keep a copy";
    KEEP_A_COPY_TEXT = "One file with everything that is ticked. You can bring all of it back from there.";
    HEALTH_LEFT_OUT = "What you told of your health is left out unless you tick it.";
    FOR_PROGRAMS = "For a spreadsheet or a health record";
    FOR_PROGRAMS_TEXT = "For other programs to read. Such a file is no copy: it cannot be brought back.";
    MAKE_FILE = "Make the file for my new phone";
    MOVE_HEALTH = "With the safety check, conditions and the sheet for the therapist";
    MOVE_OLD = "Old phone";
    MOVE_NEW = "New phone";
    DELETE_TEXT = "Takes away all that Unknot keeps in this browser.";
    NAME_LINE = "Name, date of birth:";
    REPORT_NOW = "Print";
    WHAT_IS_IN_IT = "What is in it";
    DOWNLOAD = "Download";
    SEND_FILE = "Send to another app";
    NOTHING_TO_TAKE = "Nothing is kept here yet.";
    LOINC = "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license.";
    BRING_BACK = "Bring back";
    BRING_BACK_TEXT = "From a file that you downloaded here, on this device or another; its name begins with “unknot”. It is added to what is here. You see first what would change, and you can take it back afterwards.";
    CHOOSE_FILE = "Choose a file";
    OR_DROP = "or drop it here";
    OR_PASTE = "Or paste what is in the file";
    LOOK_AT_IT = "Look at it";
    WHAT_WOULD_CHANGE = "What would change";
    IN_THE_FILE = "In the file";
    NEW_HERE = "New here";
    SAME_HERE = "Already here";
    DIFFERENT_HERE = "Different here";
    WHICH_COUNTS = "Where both differ";
    MINE_COUNTS = "Keep what is here";
    FILE_COUNTS = "Take what is in the file";
    ALL_HERE = "Everything in this file is here already.";
    NOT_THIS_FILE = "Leave it";
    BROUGHT_BACK = "You brought data back from a file. For a week you can take that back.";
    TAKE_IT_BACK = "Take it back";
    KEEP_IT = "Keep it";
    TAKEN_BACK = "Everything is as it was before.";
    NOT_TAKEN_BACK = "This did not work. Close other tabs with Unknot and try again.";
    WAS_INTERRUPTED = "Bringing data back from a file was interrupted. Everything is as it was before; try again from the file.";
    MOVE = "Move to another phone";
    FOR_CLINICIAN = "For your doctor or therapist";
    FOR_CLINICIAN_TEXT = "One page to read, about the last three months: practice, pain, activities, and what changed. Print it, or choose “Save as PDF” where you print.";
    WITH_CONDITIONS = "With the conditions that I named here";
    PRINT_REPORT = "Print the report";
    REPORT = "Back pain and practice: the last three months";
    REPORT_FOOT = "Told and counted by the person, with Unknot, an app of guided exercises that runs in their own browser. Pain is from 0, none, to 10 (NPRS); activities from 0, unable, to 10, as before the back pain. What a change means follows Ostelo 2008. Not a medical device, and no diagnosis.";
    REPORT_PRACTICE = "Practice";
    REPORT_DONE_NOW = "Exercises now";
    REPORT_MOVES = "Doses changed";
    REPORT_HURT = "What hurt, in the last 12 sessions";
    REPORT_CONDITIONS = "Conditions named";
    KEEPS = "This browser keeps it until you delete it.";
    MAY_CLEAR = "This browser may clear it when space runs out, or after weeks without a visit.";
    KEEPS_UNTIL_CLEARED = "It stays until you clear this browser's data, or the browser does.";
    HOW_LONG_IT_KEEPS = "How long it keeps";
    SAFARI = "Safari deletes what a site keeps when you have not opened it for seven days. Put Unknot on your home screen (Share, then “Add to Home Screen”): there it stays.";
    NEARLY_FULL = "This browser has little room left for Unknot: more than four fifths are taken. Download a copy; then you can delete old sessions under Progress.";
    NEVER_COPIED = "You have no copy yet.";
    UNREADABLE = "What cannot be read";
    DELETE_EVERYTHING = "Delete everything";
    DELETE_EVERYTHING_TITLE = "Delete everything?";
    DELETE_EVERYTHING_TEXT = "Sessions, check-ins, plan, settings and what you told of your health will be gone from this browser for good. Download a copy first if you may want it back.";
    DELETE_EVERYTHING_YES = "Yes, delete everything";
    KEEP_EVERYTHING = "Keep everything";
    EVERYTHING_DELETED = "Everything is deleted.";
    NOT_EVERYTHING_DELETED = "Not everything could be deleted. Close other tabs with Unknot and try again.";
    BACKUP_WHY = "They are in this browser only. A copy takes one press.";
    BACK_UP = "Download a copy";
    ASK_LATER = "Later";
    GOT_IT = "Got it";
    FILE_UNREADABLE = "This file could not be opened.";
    YOUR_DATA_LINK = "Download, bring back, move to another phone";
}

/// Files for other programs, and what each is for.
pub const FORMS: [(&str, &str); 4] = [
    ("Sessions", "A table for Excel or another spreadsheet (CSV): one session a row."),
    ("Exercises", "A table: one exercise of a session a row."),
    ("Check-ins", "A table: one answer a row."),
    (
        "Health record",
        "For a doctor's computer, not for reading (FHIR R4): pain, minutes, effort and activities, without your name.",
    ),
];

/// What observations are called.
pub const OBSERVATIONS: Names = Names {
    pain_before: "Pain before a session",
    pain_after: "Pain after a session",
    pain_of_week: "Pain in the last week, on average",
    effort: "How hard a session was (0 to 10)",
    minutes: "Minutes of practice",
};

/// That a file was handed out.
pub fn downloaded(name: &str) -> String {
    format!("Saved as {name}, with your downloads.")
}

/// What to do on the old phone.
pub const MOVE_HERE: &str = "Press the button. The file lands with your downloads; its name begins with “unknot”. Send it to yourself, by mail for instance.";

/// What to do on the new one.
pub fn move_there(address: &str, sessions: u32) -> String {
    let sessions = counted(usize::try_from(sessions).unwrap_or(usize::MAX), "session", "sessions");
    format!(
        "Save the file, open {address} and go to Settings, Your data, “Bring back”, “Choose a file”. Keep the old phone until you see your {sessions} there."
    )
}

/// Practice in the report; `days` are those since the first session in it.
pub fn report_practice(sessions: usize, practised: usize, days: i32, planned: Option<u32>, gap: i32) -> String {
    let weeks = (days + 3) / 7;
    let sessions = counted(sessions, "session", "sessions");
    let on = format!("{sessions} on {}", counted(practised, "day", "days"));
    let plan = planned.map(|planned| format!(", {planned} planned")).unwrap_or_default();
    let often = if weeks < 2 {
        format!(
            "{on} in {}{}.",
            counted(usize::try_from(days).unwrap_or(0), "day", "days"),
            planned.map(|planned| format!("; {planned} days a week planned")).unwrap_or_default()
        )
    } else {
        // Rounded to whole days a week.
        let a_week = (i32::try_from(practised).unwrap_or(i32::MAX) * 14 + days) / (2 * days);
        format!(
            "{on} in {weeks} weeks: about {} a week{plan}.",
            counted(usize::try_from(a_week).unwrap_or(0), "day", "days")
        )
    };
    if gap < 4 { often } else { format!("{often} The longest break was {gap} days.") }
}

/// The weekly question in the report, with its dates.
pub fn asked_weekly(name: &str, from: &str, to: &str) -> String {
    format!("{name}, asked weekly, {from} to {to}")
}

/// A part of what can be taken along.
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::Sessions => "Sessions",
        Part::CheckIns => "Weekly check-ins",
        Part::Plan => "Plan, and steps of your exercises",
        Part::Settings => "Settings",
        Part::Health => "Safety check and conditions",
        Part::Sheet => "Sheet for the therapist",
        Part::Unread => "What cannot be read",
    }
}

/// A part, and how much there is of it.
pub fn part_counted(of: Part, count: usize) -> String {
    match of {
        Part::Sessions | Part::CheckIns | Part::Unread => format!("{} ({count})", part(of)),
        _ => part(of).to_owned(),
    }
}

/// Why a file was refused.
pub const fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooLarge => "This file is far larger than anything Unknot makes. Nothing was changed.",
        Refusal::NotOurs => {
            "This is no file of Unknot's. Choose the one that you downloaded here; its name begins with “unknot”. Nothing was changed."
        }
        Refusal::Damaged => {
            "This file is damaged: something in it is missing or altered. Nothing was changed. If you have another copy, try that."
        }
        Refusal::Newer => {
            "A newer version of Unknot made this file. Reload the page to get that version, then try again. Nothing was changed."
        }
    }
}

/// What was brought back.
pub fn brought_back(count: usize) -> String {
    format!("{} brought back.", counted(count, "entry", "entries"))
}

/// Why nothing was brought back.
pub fn not_brought_back(error: crate::domain::documents::shelf::SaveError) -> String {
    format!("Nothing was changed: {}.", super::phrases::save_error(error))
}

/// What was taken back, but for what the person changed since.
pub fn taken_back(changed: usize) -> String {
    match changed {
        0 => TAKEN_BACK.to_owned(),
        _ => format!(
            "Everything is as it was before, but for {} that changed since.",
            counted(changed, "entry", "entries")
        ),
    }
}

/// When the last copy was made.
pub fn copied_on(date: &str) -> String {
    format!("Your last copy is of {}.", stored_date(date))
}

/// That it is time for a copy.
pub fn time_to_back_up(sessions: u32) -> String {
    let sessions = usize::try_from(sessions).unwrap_or(usize::MAX);
    format!("{sessions} {} without a copy.", plural(sessions, "session", "sessions"))
}

/// An exercise that hurt, with the times and the last date.
pub fn hurt_times(name: &str, times: usize, last: &str) -> String {
    if times == 1 { format!("{name} ({last})") } else { format!("{name} ({times} times, the last on {last})") }
}
