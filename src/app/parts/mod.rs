//! Parts of pages.

pub mod animated;
pub mod back;
pub mod body_map;
pub mod button;
pub mod cite;
pub mod copying;
pub mod drawing;
pub mod figure;
pub mod install;
pub mod link;
pub mod modal;
pub mod pain_scale;
pub mod picture;
pub mod playing;
pub mod rope;
pub mod stills;
pub mod this_app;
