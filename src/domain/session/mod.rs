//! A session: a routine laid out in time, the player that runs it, and what is said and sounded.

pub mod audio_clock;
pub mod coach;
pub mod cue;
pub mod demonstration;
pub mod player;
pub mod timeline;
pub mod transcript;
pub mod voice;
