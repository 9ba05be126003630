//! Makes every page from Trunk's `index.html`: each route rendered on the host into its own file,
//! the style sheets joined into one, public files beside them. Trunk's one post_build hook.

use crate::app::routes::Route;
use crate::app::state::AppState;
use crate::app::{App, pages};
use leptos::prelude::*;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;

/// Style sheets in the order of their cascade layers; those of components follow.
const FIRST_SHEETS: [&str; 2] = ["tokens.css", "base.css"];

/// Fills the folder that Trunk has staged.
///
/// # Errors
/// What could not be read or written.
pub fn build(root: &Path, staging: &Path) -> io::Result<usize> {
    copy_folder(&root.join("public"), staging)?;
    let css = format!("app-{}.css", write_style(&root.join("style"), staging)?);
    let template = fs::read_to_string(staging.join("index.html"))?.replace("./app.css", &format!("./{css}"));
    let routes = Route::all();
    for route in &routes {
        let folder = staging.join(route.path());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), page(&template, *route))?;
    }
    fs::write(staging.join("404.html"), not_found(&staging.join(&css))?)?;
    Ok(routes.len() + 1)
}

/// Renders a route on the host, with addresses relative to its own page.
fn render(route: Route, base: &str) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(AppState::new(route, base.to_owned()));
        view! { <App/> }.to_html()
    });
    owner.cleanup();
    html.replace("<!>", "")
}

/// The page of a route.
fn page(template: &str, route: Route) -> String {
    let base = "../".repeat(route.depth());
    let up = if base.is_empty() { "./" } else { base.as_str() };
    template
        .replace("\"./", &format!("\"{up}"))
        .replace("<title>Unknot</title>", &format!("<title>{}</title>", escape(&pages::title(route))))
        .replace(
            "name=\"description\" content=\"\"",
            &format!("name=\"description\" content=\"{}\"", escape(&pages::description(route))),
        )
        .replace("<div id=\"app\"></div>", &format!("<div id=\"app\">{}</div>", render(route, &base)))
}

/// A page that is served at any depth: it holds its style itself, and needs no script.
fn not_found(css: &Path) -> io::Result<String> {
    let body = render(Route::NotFound, "/");
    let title = escape(&pages::title(Route::NotFound));
    let css = fs::read_to_string(css)?;
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <style>{css}</style>\n</head>\n<body>\n<div id=\"app\">{body}</div>\n</body>\n</html>\n"
    ))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The style sheets joined into one.
///
/// # Errors
/// What could not be read.
pub fn style(from: &Path) -> io::Result<String> {
    let mut names: Vec<String> = fs::read_dir(from)?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".css") && !FIRST_SHEETS.contains(&name.as_str()))
        .collect();
    names.sort();
    let mut css = String::new();
    for name in FIRST_SHEETS.iter().map(|name| (*name).to_owned()).chain(names) {
        css.push_str(&without_comments(&fs::read_to_string(from.join(name))?));
    }
    Ok(css)
}

/// Writes the one style sheet, named after its bytes; returns the hash.
fn write_style(from: &Path, staging: &Path) -> io::Result<String> {
    let css = style(from)?;
    let mut hasher = DefaultHasher::new();
    css.hash(&mut hasher);
    let hash = format!("{:016x}", hasher.finish());
    fs::write(staging.join(format!("app-{hash}.css")), css)?;
    Ok(hash)
}

/// A style sheet without comments and indentation.
fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}
