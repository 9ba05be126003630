//! The content of the app: what there is to do, and the words for it.

pub mod words;
