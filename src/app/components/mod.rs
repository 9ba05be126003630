//! Parts of pages.

pub mod cite;
pub mod link;
pub mod modal;
pub mod pain_scale;
pub mod session;
pub mod stage;
pub mod summary;
pub mod trouble;
