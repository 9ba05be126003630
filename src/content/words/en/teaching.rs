//! How things are explained before they are first done. In the chunk of the figure, with its texts.

use super::spoken::side_name;
use crate::content::told;
use crate::domain::catalog::SideMode;
use crate::domain::routine::Item;
use crate::domain::session::demonstration::{Demonstration, Line};
use crate::domain::session::timeline::Side;

const THEN_THE_OTHER_SIDE: &str = "Then the same on the other side. The sides take turns.";
const FIRST_ALL_ON_ONE_SIDE: &str = "First all on this side, then all on the other.";

/// The demonstration of an item, said at a rate in percent of normal: where to begin, each movement,
/// what to watch for, and how the sides go.
pub fn demonstration(item: &Item, rate: u8) -> Demonstration {
    let side = side_name(item, Some(Side::First));
    let line = |movement, words: &str| Line::new(movement, words, rate);
    let mut lines = vec![line(None, &format!("{}. {}", item.name(), told(item.start_position()).get()))];
    for (index, movement) in item.movements().iter().enumerate() {
        let taught = told(movement.teach).get();
        let words = if taught.is_empty() { movement.now.get() } else { taught };
        lines.push(line(Some(index), &words.replace("{side}", side)));
    }
    let watch = told(item.watch()).get();
    if !watch.is_empty() {
        lines.push(line(Some(0), watch));
    }
    match item.side_mode() {
        SideMode::None => {}
        SideMode::Alternating => lines.push(line(None, THEN_THE_OTHER_SIDE)),
        SideMode::Each => lines.push(line(None, FIRST_ALL_ON_ONE_SIDE)),
    }
    lines
}
