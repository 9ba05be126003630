//! How things are explained before they are first done. In the chunk of the figure, with its texts.

use super::spoken::{comes_out, side_name, way};
use crate::content::told;
use crate::domain::catalog::SideMode;
use crate::domain::routine::Item;
use crate::domain::session::demonstration::{Demonstration, Line};
use crate::domain::session::timeline::{Side, comes_from};

const LISTEN: &str = "First watch or listen.";
const THEN_THE_OTHER_SIDE: &str = "Then the same on the other side. The sides take turns.";
const FIRST_ALL_ON_ONE_SIDE: &str = "First all of it on this side, then all of it on the other.";

/// The demonstration of one of the items, said at a rate in percent of normal: the way there from
/// another position, where to begin, each movement, what to watch for, and how the sides go.
pub fn demonstration(items: &[Item], index: usize, rate: u8) -> Demonstration {
    let Some(item) = items.get(index) else { return Demonstration::default() };
    let side = side_name(item, Some(Side::First));
    let line = |movement, words: &str| Line::new(movement, words, rate);
    let way = comes_from(items, index).map_or("", |from| way(from, item.position()));
    let name = format!("{}.", item.name());
    let begin = [comes_out(items, index).unwrap_or_default(), way, &name, LISTEN];
    let begin = begin.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
    let mut lines = vec![line(None, &begin), line(None, told(item.start_position()).get())];
    for (index, movement) in item.movements().iter().enumerate() {
        let taught = told(movement.teach).get();
        let words = if taught.is_empty() { movement.now.get() } else { taught };
        // Within a sentence a side is no beginning.
        let words = words.strip_prefix("{side}").map_or_else(
            || words.replace("{side}", &side.to_ascii_lowercase()),
            |rest| format!("{side}{}", rest.replace("{side}", &side.to_ascii_lowercase())),
        );
        lines.push(line(Some(index), &words));
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
