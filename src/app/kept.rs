//! A page that stays as it was rendered. There is nothing on it but what everyone sees alike, so
//! nothing of it is made anew, nor is its chunk needed, until the person goes elsewhere. Only what
//! moves on it is put into its place.

use super::chunks::Chunk;
use super::pages;
use super::parts::picture::play_in;
use super::shell::routes::Route;
use crate::platform::page;
use leptos::prelude::*;

/// Whether a page may stay as it was rendered.
pub fn may_stay(route: Route) -> bool {
    matches!(
        route,
        Route::Exercises
            | Route::Exercise(_)
            | Route::Techniques
            | Route::Technique(_)
            | Route::Evidence
            | Route::About
            | Route::NotFound
    )
}

/// The chunk that a page needs when it is opened; none where it stays as it was rendered.
pub fn chunk_at_first(route: Route) -> Option<Chunk> {
    pages::chunk_of(route).filter(|_| !may_stay(route))
}

/// The page that stays in `main`, until it is left.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    route: Route,
    was_left: StoredValue<bool>,
}

impl Kept {
    /// The page that is there.
    pub fn new(route: Route) -> Self {
        Self { route, was_left: StoredValue::new(false) }
    }

    /// Whether it stays, now that we are at a page. To be asked once for each page that we come to.
    pub fn stays(self, at: Route) -> bool {
        if self.was_left.try_get_value() != Some(false) {
            return false;
        }
        if at == self.route {
            play_in(page::first_in_main(".picture:has(> .demo)"), pages::demonstrated(at));
            return true;
        }
        self.was_left.try_set_value(true);
        page::clear_main();
        false
    }
}
