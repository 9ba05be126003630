//! Makes every page from Trunk's `index.html`: each route rendered on the host into its own file,
//! the style sheets and the public files beside them. Trunk's one post_build hook.

use super::markup::{self, escape, filled, invalid};
use super::policy::Inline;
use super::split::{self, Parts};
use super::{data, element, head, manifest, precache, style};
use crate::app::chunks::NAMES;
use crate::app::shell::provide;
use crate::app::shell::rendered::Rendered;
use crate::app::shell::routes::Route;
use crate::app::{kept, pages};
use crate::content::words::messages as t;
use leptos::prelude::*;
use std::fs;
use std::io;
use std::path::Path;

/// The gaps of `index.html` that are filled in once a site or once a page.
const STYLE: &str = "<link rel=\"stylesheet\" href=\"./app.css\">";
const SCRIPT: &str = ">start.js</script>";
const LANGUAGE: &str = "lang=\"\"";
const TITLE: &str = "<title></title>";
const DESCRIPTION: &str = "name=\"description\" content=\"\"";
const APP: &str = "<div id=\"app\"></div>";

/// Fills the folder that Trunk has staged. `target` is cargo's target folder, with the wasm to be cut
/// into chunks; without it the site is for developing: what Trunk made of the wasm stays, and there
/// is no policy, for Trunk puts a script of its own into the page, which that would stop.
///
/// # Errors
/// What could not be read or written.
pub fn build(root: &Path, staging: &Path, target: Option<&Path>, address: Option<&str>) -> io::Result<usize> {
    copy_folder(&root.join("public"), staging)?;
    let sheets = style::sheets(&root.join("style"))?;
    let session = style::file_name("session", &sheets.session);
    let framed = style::file_name("framed", &sheets.framed);
    fs::write(staging.join(&session), &sheets.session)?;
    let rest = style::file_name("rest", &sheets.rest);
    fs::write(staging.join(&rest), &sheets.rest)?;
    fs::write(staging.join(&framed), &sheets.framed)?;
    let own = OwnStyles { session: &session, rest: &rest, framed: &framed };
    let template = fs::read_to_string(staging.join("index.html"))?;
    let parts = target.map(|target| split::split(target, staging)).transpose()?;
    let template = match &parts {
        Some(parts) => {
            // What they hold is in the glue.
            fs::remove_dir_all(staging.join("snippets"))?;
            for script in ["start.js", "offline.js"] {
                split::shrink(&staging.join(script))?;
            }
            with_parts(&template, staging, parts)?
        }
        None => template,
    };
    let start = staging.join("start.js");
    let inline = Inline { style: sheets.page, script: fs::read_to_string(&start)?.trim().to_owned() };
    fs::remove_file(start)?;
    let template = filled(&template, STYLE, &format!("<style>{}</style>", inline.style))?;
    let script = format!(" data-style=\"{session}\" data-rest=\"{rest}\">{}</script>", inline.script);
    let template = filled(&template, SCRIPT, &script)?;
    let template = filled(&template, LANGUAGE, &markup::language())?;
    let mut template = filled(&template, APP, &format!("{}{APP}{}", no_script(), messages()))?;
    if parts.is_some() {
        template = filled(&template, "<head>", &format!("<head>\n{}", inline.meta()))?;
    }
    let routes = Route::all();
    for route in &routes {
        let folder = staging.join(route.path());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), page(&template, *route, own.of(*route), parts.as_ref(), address)?)?;
    }
    fs::write(staging.join("404.html"), not_found(&inline, address))?;
    let policy = inline.policy();
    rewrite(&staging.join("_headers"), |headers| Ok(filled_in(headers, &policy)))?;
    rewrite(&staging.join("_nginx.conf"), |example| filled(example, "{policy}", &policy))?;
    rewrite(&staging.join(manifest::FILE), manifest::manifest)?;
    rewrite(&staging.join(element::FILE), element::with_texts)?;
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
        provide(route, base.to_owned());
        view! { <Rendered/> }.to_html()
    });
    owner.cleanup();
    html.replace("<!>", "").replace(" class=\"\"", "")
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

/// The template with the parts of the wasm in place of what Trunk made of it.
fn with_parts(template: &str, staging: &Path, parts: &Parts) -> io::Result<String> {
    let mut template = template.to_owned();
    for (attribute, part) in [("data-js", &parts.glue), ("data-wasm", &parts.main)] {
        let start = format!("{attribute}=\"");
        let name = template.split_once(&start).and_then(|(_, rest)| rest.split_once('"')).map(|(name, _)| name);
        let name = name.ok_or_else(|| invalid(format!("no {attribute} in the page that Trunk made")))?.to_owned();
        fs::remove_file(staging.join(&name))?;
        template = filled(&template, &format!("{start}{name}\""), &format!("{start}{part}\""))?;
    }
    Ok(template)
}

/// Names the chunk that the page needs beside the main part, so that both are asked for at once.
fn with_chunk(page: &str, route: Route, parts: &Parts) -> io::Result<String> {
    let Some(chunk) = kept::chunk_at_first(route) else { return Ok(page.to_owned()) };
    let name = NAMES[chunk.place];
    let (file, integrity) = parts.chunks.get(name).ok_or_else(|| invalid(format!("there is no chunk '{name}'")))?;
    filled(page, " data-wasm=", &format!(" data-chunk=\"{file} {integrity}\" data-wasm="))
}

/// The names of the style sheets that some pages need beside the one that all hold.
struct OwnStyles<'a> {
    session: &'a str,
    rest: &'a str,
    framed: &'a str,
}

impl<'a> OwnStyles<'a> {
    fn of(&self, route: Route) -> Option<&'a str> {
        match route {
            Route::Framed(..) => Some(self.framed),
            Route::Safety => Some(self.session),
            route if pages::needs_rest_of_style(route) => Some(self.rest),
            _ => None,
        }
    }
}

/// The page of a route. `style` names the style sheet that it needs beside its own.
fn page(
    template: &str,
    route: Route,
    style: Option<&str>,
    parts: Option<&Parts>,
    address: Option<&str>,
) -> io::Result<String> {
    let base = "../".repeat(route.depth());
    let up = if base.is_empty() { "./" } else { base.as_str() };
    let framed = matches!(route, Route::Framed(..));
    let style = style.map(|style| format!("<link rel=\"stylesheet\" href=\"{up}{style}\">\n")).unwrap_or_default();
    let (mark, extra) = if framed {
        (" data-framed=\"true\"", format!("{style}<meta name=\"robots\" content=\"noindex\">\n"))
    } else {
        ("", style)
    };
    let page = template.replace("\"./", &format!("\"{up}"));
    let page = parts.map_or_else(|| Ok(page.clone()), |parts| with_chunk(&page, route, parts))?;
    let page = filled(&page, "<html ", &format!("<html{mark} "))?;
    let page = filled(&page, TITLE, &format!("<title>{}</title>", escape(&pages::title(route))))?;
    let description = escape(&pages::description(route));
    let page = filled(&page, DESCRIPTION, &format!("name=\"description\" content=\"{description}\""))?;
    let page = filled(&page, "</head>", &format!("{extra}{}</head>", head::head(route, address)))?;
    filled(&page, APP, &format!("<div id=\"app\">{}</div>", render(route, &base)))
}

/// A page that is served at any depth: it needs no script, and its links begin at the root, or where
/// the public address says.
fn not_found(inline: &Inline, address: Option<&str>) -> String {
    let base = address
        .and_then(|address| address.splitn(4, '/').nth(3))
        .map_or_else(|| "/".to_owned(), |path| format!("/{path}"));
    let body = render(Route::NotFound, &base);
    let title = escape(&pages::title(Route::NotFound));
    let (policy, css) = (inline.meta(), &inline.style);
    format!(
        "<!DOCTYPE html>\n<html {}>\n<head>\n{policy}\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <style>{css}</style>\n</head>\n<body>\n<div id=\"app\">{body}</div>\n</body>\n</html>\n",
        markup::language()
    )
}

/// Puts what is made of a file in its place.
fn rewrite(path: &Path, make: impl FnOnce(&str) -> io::Result<String>) -> io::Result<()> {
    let made = make(&fs::read_to_string(path)?)?;
    fs::write(path, made)
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
