//! What `dist` holds for programs: the content as an open data set with its schema and, where the
//! site's address is known, the sitemap and oEmbed answers.
//!
//! The data set is the catalog itself, by serde, and its schema is derived from the same types, by
//! schemars: neither can drift from what the app embeds.

use super::addresses::{self, CARD, CARD_HEIGHT, CARD_WIDTH, embeddable};
use super::markup::escape;
use crate::app::pages;
use crate::app::shell::routes::Route;
use crate::content::words::LANGUAGE;
use crate::content::words::messages as t;
use crate::content::{CATALOG, CATALOG_VERSION};
use crate::domain::catalog::Catalog;
use axum::http::Uri;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::{Value, json};
use std::fs;
use std::io;
use std::path::Path;

const SCHEMA_FILE: &str = "data/catalog.schema.json";

/// What the file looks like that holds a person's documents.
const EXPORT_SCHEMA: (&str, &str) = ("data/export.schema.json", include_str!("export.schema.json"));

/// Size of an embed that asks for none, in CSS pixels.
const EMBED_WIDTH: u32 = 480;
const EMBED_HEIGHT: u32 = 640;

/// The content of Unknot in one language, for anybody to use under its licence.
#[derive(Serialize, JsonSchema)]
struct DataSet {
    /// The schema of this file, relative to it.
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// What it is of.
    name: &'static str,
    /// The language of its texts (BCP 47).
    language: &'static str,
    /// Changes whenever the content does.
    version: &'static str,
    /// The licence (SPDX). Credit goes to "The Unknot authors".
    license: &'static str,
    #[serde(flatten)]
    catalog: &'static Catalog,
}

static DATA_SET: DataSet = DataSet {
    schema: "catalog.schema.json",
    name: t::BRAND,
    language: LANGUAGE.tag,
    version: CATALOG_VERSION,
    license: "CC-BY-4.0",
    catalog: &CATALOG,
};

/// Reads the build setting `PUBLIC_ADDRESS`, where the site will be public; a slash is put at its
/// end.
///
/// # Errors
/// What is wrong with it.
pub fn public_address(text: &str) -> Result<String, String> {
    let is_good = text.parse::<Uri>().is_ok_and(|uri| {
        let host = uri.host().unwrap_or_default();
        let has_user = uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
        let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
        // The parser drops a fragment without a word.
        is_web && !host.is_empty() && !has_user && uri.query().is_none() && !text.contains('#')
    });
    if !is_good {
        return Err(format!(
            "PUBLIC_ADDRESS is '{text}': it must be a full http or https address without a user name, a query or \
             a fragment, such as https://example.org/unknot/"
        ));
    }
    Ok(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

/// Writes everything; says what is left out where there is no public address.
///
/// # Errors
/// What could not be read or written.
pub fn write(dist: &Path, public_address: Option<&str>) -> io::Result<()> {
    let schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<DataSet>();
    put(dist, &addresses::data_set(), &serde_json::to_string(&DATA_SET)?)?;
    put(dist, SCHEMA_FILE, &serde_json::to_string_pretty(&schema)?)?;
    put(dist, EXPORT_SCHEMA.0, EXPORT_SCHEMA.1)?;
    let Some(address) = public_address else {
        println!("PUBLIC_ADDRESS is not set: no sitemap, og:url, og:image, oEmbed");
        return Ok(());
    };
    let rules = fs::read_to_string(dist.join("robots.txt"))?;
    put(dist, "robots.txt", &format!("{rules}Sitemap: {address}sitemap.xml\n"))?;
    put(dist, "sitemap.xml", &sitemap(address))?;
    for route in Route::all() {
        if let (Some(path), Some(answer)) = (addresses::oembed(route), oembed(address, route)) {
            put(dist, &path, &answer.to_string())?;
        }
    }
    Ok(())
}

/// Writes a file and the folders it lies in.
fn put(dist: &Path, path: &str, text: &str) -> io::Result<()> {
    let path = dist.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// Every page that says something by itself; the player with a share code does not.
fn sitemap(address: &str) -> String {
    let routes = Route::all()
        .into_iter()
        .filter(|route| !matches!(route, Route::PlayCustom | Route::NotFound | Route::Framed(..)));
    let pages: String = routes
        .map(|route| format!("<url><loc>{}</loc></url>\n", escape(&format!("{address}{}", route.path()))))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{pages}</urlset>\n"
    )
}

/// The oEmbed answer for a page (oembed.com, version 1.0).
fn oembed(address: &str, route: Route) -> Option<Value> {
    let (kind, id) = embeddable(route)?;
    let title = pages::title(route);
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{EMBED_WIDTH}\" height=\"{EMBED_HEIGHT}\" loading=\"lazy\" referrerpolicy=\"no-referrer\" \
         allow=\"autoplay; screen-wake-lock; fullscreen\" style=\"border: 0\"></iframe>",
        escape(&format!("{address}embed/{kind}/{id}/")),
        escape(&title)
    );
    Some(json!({
        "type": "rich",
        "version": "1.0",
        "title": title,
        "provider_name": t::BRAND,
        "provider_url": address,
        "html": html,
        "width": EMBED_WIDTH,
        "height": EMBED_HEIGHT,
        "thumbnail_url": format!("{address}{CARD}"),
        "thumbnail_width": CARD_WIDTH,
        "thumbnail_height": CARD_HEIGHT,
    }))
}
