//! Makes every page from Trunk's `index.html`: each route rendered on the host into its own file,
//! the style sheets joined into one, public files beside them. Trunk's one post_build hook.

use super::{data, head, policy, precache};
use crate::app::routes::Route;
use crate::app::state::AppState;
use crate::app::{App, pages};
use crate::content::words::messages as t;
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
pub fn build(root: &Path, staging: &Path, address: Option<&str>, policed: bool) -> io::Result<usize> {
    copy_folder(&root.join("public"), staging)?;
    let css = format!("app-{}.css", write_style(&root.join("style"), staging)?);
    let mut template = fs::read_to_string(staging.join("index.html"))?
        .replace("./app.css", &format!("./{css}"))
        .replace("<div id=\"app\"></div>", &format!("{}<div id=\"app\"></div>{}", no_script(), messages()));
    if policed {
        template = template.replace("<head>", &format!("<head>\n{}", policy::meta(None)));
    }
    let routes = Route::all();
    for route in &routes {
        let folder = staging.join(route.path());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), page(&template, *route, address))?;
    }
    let css = fs::read_to_string(staging.join(&css))?;
    fs::write(staging.join("404.html"), not_found(&css, address))?;
    let headers = fs::read_to_string(staging.join("_headers"))?;
    fs::write(staging.join("_headers"), filled_in(&headers, &policy::policy(Some(&css))))?;
    data::write(staging, address)?;
    precache::write(staging)?;
    Ok(routes.len() + 1)
}

/// `_headers` with the policy, and the rule of `{pages}` once for each page at the top and each
/// folder of pages but those that are framed.
fn filled_in(headers: &str, policy: &str) -> String {
    let mut patterns = vec!["/".to_owned(), "/404.html".to_owned(), "/embed/".to_owned()];
    let folders = Route::all().into_iter().filter(|route| !matches!(route, Route::Builder | Route::Framed(..)));
    for route in folders {
        if let Some((folder, _)) = route.path().split_once('/') {
            patterns.push(format!("/{folder}/*"));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    patterns.retain(|pattern| seen.insert(pattern.clone()));
    let blocks = headers.split("\n\n").map(|block| {
        if !block.contains("{pages}") {
            return block.to_owned();
        }
        patterns.iter().map(|pattern| block.replace("{pages}", pattern)).collect::<Vec<_>>().join("\n\n")
    });
    blocks.collect::<Vec<_>>().join("\n\n").replace("{policy}", policy)
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

/// What a person without JavaScript is told.
fn no_script() -> String {
    format!("<noscript><p class=\"no-script\">{}</p></noscript>\n", t::NO_SCRIPT)
}

/// What `start.js` and the style sheet show when the app cannot start, or has broken down: static,
/// for then nothing of the app can be relied on.
fn messages() -> String {
    format!(
        "\n<div class=\"not-started\" role=\"alert\"><p>{}</p><button type=\"button\" data-reload>{}</button></div>\n\
         <div class=\"broken\" role=\"alert\"><div><h2>{}</h2><p>{}</p><button type=\"button\" class=\"button\" data-reload>{}</button></div></div>",
        t::NOT_STARTED,
        t::TRY_AGAIN,
        t::BROKEN,
        t::BROKEN_TEXT,
        t::RELOAD
    )
}

/// The page of a route.
fn page(template: &str, route: Route, address: Option<&str>) -> String {
    let base = "../".repeat(route.depth());
    let up = if base.is_empty() { "./" } else { base.as_str() };
    let framed = matches!(route, Route::Framed(..));
    let (mark, robots) =
        if framed { (" data-framed=\"true\"", "<meta name=\"robots\" content=\"noindex\">\n") } else { ("", "") };
    template
        .replace("<html lang=\"en\"", &format!("<html lang=\"en\"{mark}"))
        .replace("</head>", &format!("{robots}</head>"))
        .replace("\"./", &format!("\"{up}"))
        .replace("<title>Unknot</title>", &format!("<title>{}</title>", escape(&pages::title(route))))
        .replace(
            "name=\"description\" content=\"\"",
            &format!("name=\"description\" content=\"{}\"", escape(&pages::description(route))),
        )
        .replace("</head>", &format!("{}</head>", head::head(route, address)))
        .replace("<div id=\"app\"></div>", &format!("<div id=\"app\">{}</div>", render(route, &base)))
}

/// A page that is served at any depth: it holds its style itself, needs no script, and its links
/// begin at the root, or where the public address says.
fn not_found(css: &str, address: Option<&str>) -> String {
    let base = address
        .and_then(|address| address.splitn(4, '/').nth(3))
        .map_or_else(|| "/".to_owned(), |path| format!("/{path}"));
    let body = render(Route::NotFound, &base);
    let title = escape(&pages::title(Route::NotFound));
    let policy = policy::meta(Some(css));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n{policy}\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <style>{css}</style>\n</head>\n<body>\n<div id=\"app\">{body}</div>\n</body>\n</html>\n"
    )
}

pub(super) fn escape(text: &str) -> String {
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
