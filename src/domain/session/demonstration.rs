//! Showing how something is done, before the clock runs: lines that are said and shown one by one
//! while the picture does one slow repetition. Their words come in as values.

use crate::domain::session::voice::length_ms;
use std::sync::Arc;

/// Silence after a line, in ms (ours).
const BREATHER_MS: u32 = 700;

/// A line of a demonstration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Index of the movement that the picture makes meanwhile; the start position without one.
    pub movement: Option<usize>,
    /// What is said and shown.
    pub words: Arc<str>,
    /// How long it lasts, in ms: as long as its words need, whoever speaks.
    pub ms: u32,
}

impl Line {
    /// A line that is said at a rate in percent of normal.
    pub fn new(movement: Option<usize>, words: &str, rate: u8) -> Self {
        Self { movement, words: words.into(), ms: length_ms(words, rate) + BREATHER_MS }
    }
}

/// The demonstration of an item; empty where there is none.
pub type Demonstration = Vec<Line>;

/// What demonstrations add to a session, in ms.
pub fn added_ms(demonstrations: &[Demonstration]) -> u32 {
    demonstrations.iter().flatten().map(|line| line.ms).sum()
}
