//! How a figure is drawn: the picture for the eye, a sentence for everybody, the numbers for whoever
//! wants them.

use crate::app::reactive::keep_while_drawn;
use crate::app::view::view;
use crate::content::words::dates::{Told, julian};
use crate::content::words::messages as t;
use crate::domain::progress::chart::{Days, Plot, WIDTH};
use crate::domain::progress::weeks::Step;
use crate::platform::page;
use leptos::prelude::*;

/// A day, week or month at the head of a row.
pub fn row_name(day: i32, step: Step) -> String {
    julian(day, if step == Step::Month { Told::MonthOfYear } else { Told::Whole })
}

/// The picture: rules and numbers, days along the foot, and layers of paths over them, each with its
/// class. `unit` is what one of the numbers comes to in values.
pub fn picture(plot: Plot, unit: i32, layers: Vec<(&'static str, String)>) -> AnyView {
    let numbers = plot.numbers(unit);
    let (days, written) = plot.day_ticks();
    let told = match written {
        Days::Days => Told::Day,
        Days::Months => Told::Month,
        Days::Years => Told::Year,
    };
    let rules = plot.rules(&numbers);
    let left = plot.sides().0 - 50;
    let foot = plot.foot();
    let layers = layers.into_iter().filter(|(_, path)| !path.is_empty());
    let layers: Vec<AnyView> = layers.map(|(class, path)| view! { <path class=class d=path/> }.into_any()).collect();
    let numbers = numbers
        .into_iter()
        .map(|tick| view! { <text x=left y=tick.at + 42 text-anchor="end">{tick.value}</text> }.into_any());
    let numbers: Vec<AnyView> = numbers.collect();
    let days = days
        .into_iter()
        .map(|tick| view! { <text x=tick.at y=foot text-anchor="middle">{julian(tick.value, told)}</text> }.into_any());
    let days: Vec<AnyView> = days.collect();
    view! {
        <svg viewBox=format!("0 0 {WIDTH} {}", plot.height) aria-hidden="true">
            <path class="rules" d=rules/>
            {layers}{numbers}{days}
        </svg>
    }
    .into_any()
}

/// The numbers as a table, the newest first, folded. It is made once it is looked at, or printed.
pub fn table(
    caption: &'static str,
    head: Vec<&'static str>,
    rows: impl Fn() -> Vec<Vec<String>> + Send + Sync + 'static,
) -> AnyView {
    unfolding(caption, head, Box::new(rows))
}

type Rows = Box<dyn Fn() -> Vec<Vec<String>> + Send + Sync>;

fn unfolding(caption: &'static str, head: Vec<&'static str>, rows: Rows) -> AnyView {
    let is_wanted = RwSignal::new(false);
    keep_while_drawn(page::on_window("beforeprint", move |_| {
        is_wanted.try_set(true);
    }));
    let made = move || is_wanted.get().then(|| unfolded(caption, &head, rows()));
    view! {
        <details class="numbers" on:toggle=move |_| { is_wanted.try_set(true); }>
            <summary>{t::THE_NUMBERS}</summary>
            {made}
        </details>
    }
    .into_any()
}

fn unfolded(caption: &'static str, head: &[&'static str], rows: Vec<Vec<String>>) -> AnyView {
    let head: Vec<AnyView> = head.iter().map(|name| view! { <th scope="col">{*name}</th> }.into_any()).collect();
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let name = cells.next();
        let cells: Vec<AnyView> = cells.map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = rows.into_iter().rev().map(row).collect();
    view! {
        <div class="scrolls" tabindex="0" role="region" aria-label=caption>
            <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// What signs mean.
pub fn legend(signs: &[(&'static str, &'static str)]) -> AnyView {
    let sign = |(class, name): &(&'static str, &'static str)| {
        view! { <li><span class=*class aria-hidden="true"></span>{*name}</li> }.into_any()
    };
    let signs: Vec<AnyView> = signs.iter().map(sign).collect();
    view! { <ul class="legend">{signs}</ul> }.into_any()
}
