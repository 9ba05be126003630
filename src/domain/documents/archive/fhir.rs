//! What was done and told, as a FHIR R4 Bundle of Observations for health records.
//!
//! No Patient: whoever takes it in knows whose it is. Codes are LOINC's where it has one (72514-3, pain
//! severity 0 to 10; 55411-3, exercise duration): "This material contains content from LOINC
//! (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation
//! Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at
//! http://loinc.org/license."

use crate::domain::documents::measures::Measures;
use crate::domain::progress::record::SessionRecord;
use miniserde::json;

/// What the observations are called, in the person's language.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// Pain before a session.
    pub pain_before: &'static str,
    /// Pain after a session.
    pub pain_after: &'static str,
    /// Pain in the last week.
    pub pain_of_week: &'static str,
    /// How hard a session was.
    pub effort: &'static str,
    /// How long a session took.
    pub minutes: &'static str,
}

const PAIN: &str = r#"{"system":"http://loinc.org","code":"72514-3","display":"Pain severity - 0-10 verbal numeric rating [Score] - Reported"}"#;
const DURATION: &str = r#"{"system":"http://loinc.org","code":"55411-3","display":"Exercise duration"}"#;

/// An observation.
struct Observation<'a> {
    /// What tells it from all others.
    id: String,
    /// `survey` or `activity`.
    category: &'static str,
    /// What it is of, as a coding; nothing where it has none.
    coding: Option<&'static str>,
    /// The same in words.
    text: &'a str,
    /// When: a date, or an instant with its offset.
    at: &'a str,
    /// Its value, with the member's name.
    value: String,
}

impl Observation<'_> {
    fn entry(&self) -> String {
        let coding = self.coding.map(|coding| format!("\"coding\":[{coding}],")).unwrap_or_default();
        format!(
            "{{\"resource\":{{\"resourceType\":\"Observation\",\"identifier\":[{{\"system\":\"urn:unknot:observation\",\"value\":{}}}],\"status\":\"final\",\
             \"category\":[{{\"coding\":[{{\"system\":\"http://terminology.hl7.org/CodeSystem/observation-category\",\"code\":\"{}\"}}]}}],\
             \"code\":{{{coding}\"text\":{}}},\"effectiveDateTime\":{},{}}}}}",
            json::to_string(&self.id),
            self.category,
            json::to_string(self.text),
            json::to_string(self.at),
            self.value,
        )
    }
}

fn integer(value: u8) -> String {
    format!("\"valueInteger\":{value}")
}

/// A text as FHIR takes it: no control characters; nothing where it would be empty.
fn plain(text: &str) -> Option<String> {
    let text: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The bundle. `made` is when, RFC 3339 with the person's offset.
pub fn bundle(records: &[SessionRecord], check_ins: &[(String, Measures)], names: Names, made: &str) -> String {
    let mut entries = Vec::new();
    for record in records {
        let survey = |what: &str, coding, text, value: Option<u8>| {
            value.map(|value| {
                let id = format!("{}/{what}", record.id);
                Observation { id, category: "survey", coding, text, at: &record.started_at, value: integer(value) }
                    .entry()
            })
        };
        let minutes = record.active_seconds.div_ceil(60);
        let quantity = format!(
            "\"valueQuantity\":{{\"value\":{minutes},\"unit\":\"min\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"min\"}}"
        );
        let duration = Observation {
            id: format!("{}/minutes", record.id),
            category: "activity",
            // Massage is no exercise.
            coding: record.is_of_exercise().then_some(DURATION),
            text: names.minutes,
            at: &record.started_at,
            value: quantity,
        };
        entries.extend(survey("pain-before", Some(PAIN), names.pain_before, record.pain_before));
        entries.push(duration.entry());
        entries.extend(survey("pain-after", Some(PAIN), names.pain_after, record.pain_after));
        entries.extend(survey("effort", None, names.effort, record.effort));
    }
    for (day, measures) in check_ins {
        let observation = |what: String, coding, text: &str, value: u8| {
            let id = format!("{day}/{what}");
            Observation { id, category: "survey", coding, text, at: day, value: integer(value) }.entry()
        };
        entries.extend(measures.pain.map(|pain| observation("pain".to_owned(), Some(PAIN), names.pain_of_week, pain)));
        for (place, activity) in measures.activities.iter().flatten().enumerate() {
            let score = plain(&activity.name).zip(activity.score);
            entries
                .extend(score.map(|(name, score)| observation(format!("activity-{}", place + 1), None, &name, score)));
        }
    }
    format!(
        "{{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"timestamp\":{}{}}}\n",
        json::to_string(made),
        // FHIR has no empty lists.
        if entries.is_empty() { String::new() } else { format!(",\"entry\":[\n{}\n]", entries.join(",\n")) },
    )
}
