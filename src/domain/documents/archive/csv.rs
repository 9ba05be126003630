//! What was done as tables for spreadsheets (RFC 4180, UTF-8).
//!
//! A text that a spreadsheet would take for a formula, or that begins with an apostrophe, gets an apostrophe
//! in front; whoever reads the file with a program takes one off. Numbers and dates stand as they are.

use crate::domain::documents::measures::Measures;
use crate::domain::progress::record::SessionRecord;
use miniserde::json;

/// Without it some spreadsheets take the text for another encoding.
const MARK: &str = "\u{feff}";

/// A text that is not ours: quoted where it must be, and never a formula.
fn text(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\'']) { "'" } else { "" };
    let text = format!("{guard}{text}");
    if text.contains(['"', ',', '\r', '\n', ';']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// A number, or nothing.
fn number(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A head and rows as one text.
fn table(head: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut table = format!("{MARK}{head}\r\n");
    for row in rows {
        table.push_str(&row.join(","));
        table.push_str("\r\n");
    }
    table
}

/// Sessions, one a row.
pub fn sessions(records: &[SessionRecord]) -> String {
    let row = |record: &SessionRecord| {
        vec![
            text(&record.id),
            text(&record.started_at),
            text(&record.date),
            text(&record.routine),
            text(&record.code),
            record.finished.to_string(),
            record.active_seconds.to_string(),
            number(record.pain_before),
            number(record.pain_after),
            number(record.effort),
            number(record.worse_next_day),
            text(&record.catalog),
        ]
    };
    table(
        "session,started_at,date,routine,code,finished,active_seconds,pain_before,pain_after,effort,worse_next_day,catalog",
        records.iter().map(row),
    )
}

/// What was done in sessions, an exercise or step a row.
pub fn entries(records: &[SessionRecord]) -> String {
    let rows = records.iter().flat_map(|record| {
        record.entries.iter().enumerate().map(|(place, entry)| {
            vec![
                text(&record.id),
                text(&record.date),
                (place + 1).to_string(),
                text(&entry.exercise),
                text(&entry.rung),
                json::to_string(&entry.side).trim_matches('"').to_owned(),
                entry.planned.to_string(),
                entry.done.to_string(),
                entry.seconds.to_string(),
                entry.hurt.to_string(),
                entry.skipped.to_string(),
            ]
        })
    });
    table("session,date,place,exercise,form,sides,planned,done,seconds,hurt,skipped", rows)
}

/// Weekly check-ins, an answer a row; where an activity was named and not answered its number is empty.
pub fn check_ins(all: &[(String, Measures)]) -> String {
    let rows = all.iter().flat_map(|(day, measures)| {
        let pain = measures.pain.map(|pain| vec![text(day), "pain".to_owned(), String::new(), pain.to_string()]);
        let activities = measures
            .activities
            .iter()
            .flatten()
            .map(|activity| vec![text(day), "activity".to_owned(), text(&activity.name), number(activity.score)]);
        pain.into_iter().chain(activities).collect::<Vec<_>>()
    });
    table("date,measure,activity,value", rows)
}
