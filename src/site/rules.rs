//! The rules on paper: every condition with every item, for a clinician to go through.

use super::{markup, style};
use crate::app::parts::cite::Cite;
use crate::app::shell::provide;
use crate::app::shell::routes::Route;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::{Condition, Rule, Ruling};
use crate::domain::routine::share_code;
use leptos::prelude::*;
use std::fs;
use std::io;
use std::path::Path;

/// What rules are for: its name, what it belongs to, and which part of it.
fn places() -> Vec<(String, &'static str, &'static str)> {
    let forms = CATALOG.exercises.get().iter().flat_map(|exercise| {
        exercise.rungs.get().iter().map(|rung| (rung.name.to_string(), exercise.id.get(), rung.id.get()))
    });
    let steps = CATALOG.sequences.get().iter().flat_map(|sequence| {
        let named = |name: &str| format!("{}: {name}", sequence.name);
        sequence.steps.get().iter().map(move |step| (named(&step.name), sequence.id.get(), step.id.get()))
    });
    let techniques =
        CATALOG.techniques.get().iter().map(|technique| (technique.name.to_string(), technique.id.get(), ""));
    forms.chain(steps).chain(techniques).collect()
}

/// What becomes of an item by a rule, in words.
fn becomes(rule: &Rule) -> String {
    let strict = if rule.strict { format!(" ({})", t::STRICT) } else { String::new() };
    let to = share_code::parse(&CATALOG, &rule.to).ok().and_then(|items| items.first().map(|item| item.name()));
    match (rule.does, to) {
        (Ruling::Swap, Some(to)) => format!("{}: {to}", t::ruling(rule.does)),
        _ => format!("{}{strict}", t::ruling(rule.does)),
    }
}

fn page(condition: &'static Condition) -> AnyView {
    let rows = places().into_iter().map(|(name, of, part)| {
        let rule = condition.rules.get().iter().find(|rule| rule.is_for(of, part));
        let source = rule.map(|rule| match rule.sources.get() {
            [] => t::WE_SUGGEST_IT.into_any(),
            _ => view! { <Cite sources=rule.sources/> }.into_any(),
        });
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{rule.map_or_else(|| t::OTHERWISE_FINE.to_owned(), becomes)}</td>
                <td>{rule.map(|rule| rule.text.get())}</td>
                <td>{source}</td>
                <td></td>
            </tr>
        }
    });
    view! {
        <section class="rules">
            <h2>{condition.text.get()}</h2>
            <table>
                <thead><tr>{t::RULES_COLUMNS.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// The whole table as one HTML document, a page of paper or more for each condition.
///
/// # Errors
/// The style sheets cannot be read.
pub fn html(root: &Path) -> io::Result<String> {
    let css = style::sheets(&root.join("style"))?.page;
    let owner = Owner::new();
    let body = owner.with(|| {
        provide(Route::Home, String::new());
        let pages = told(CATALOG.conditions).get().iter().map(page);
        view! { <h1>{t::RULES}</h1><p>{t::RULES_LEAD}</p>{pages.collect_view()} }.into_any().to_html()
    });
    owner.cleanup();
    Ok(format!(
        "<!DOCTYPE html><html {}><meta charset=\"utf-8\"><title>{}</title><style>{css}\n\
         body{{padding:1rem}}.rules{{break-before:page}}table{{border-collapse:collapse;font-size:0.8rem;inline-size:100%}}\
         th,td{{border:1px solid;padding:0.15rem 0.4rem;text-align:start;vertical-align:top}}\
         td:last-child{{inline-size:22%}}tr{{break-inside:avoid}}</style><body>{}",
        markup::language(),
        t::RULES,
        body.replace("<!>", "")
    ))
}

/// Writes it into a folder.
///
/// # Errors
/// What could not be read or written.
pub fn write(root: &Path, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("rules.html"), html(root)?)
}
