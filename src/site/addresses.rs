//! Where the files lie that several of a site's parts name, below the site's address.

use crate::app::shell::routes::Route;
use crate::content::words::LANGUAGE;

/// The picture of a link's preview; `scripts/icons.mjs` draws it.
pub const CARD: &str = "og.png";
/// Its width in pixels.
pub const CARD_WIDTH: u32 = 1200;
/// Its height in pixels.
pub const CARD_HEIGHT: u32 = 630;

/// The data set, in the language of its texts.
pub fn data_set() -> String {
    format!("data/catalog.{}.json", LANGUAGE.tag)
}

/// Kind and id of what a page can show in somebody else's page, as in the embed's own address.
pub fn embeddable(route: Route) -> Option<(&'static str, &'static str)> {
    match route {
        Route::Routine(id) => Some(("routine", id)),
        Route::Exercise(id) => Some(("exercise", id)),
        Route::Technique(id) => Some(("technique", id)),
        _ => None,
    }
}

/// The oEmbed answer for a page.
pub fn oembed(route: Route) -> Option<String> {
    embeddable(route).map(|(kind, id)| format!("oembed/{kind}/{id}.json"))
}
