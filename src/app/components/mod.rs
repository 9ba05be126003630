//! Parts of pages.

pub mod back;
pub mod cite;
pub mod demo;
pub mod figure;
pub mod install;
pub mod link;
pub mod modal;
pub mod moving;
pub mod pain_scale;
pub mod picture;
pub mod session;
pub mod stage;
pub mod summary;
pub mod this_app;
pub mod trouble;
pub mod update;
