//! What a page's `<head>` tells programs, beyond title and description: Open Graph for previews of
//! links, JSON-LD for search engines, and where a page that can be framed says so (oEmbed).
//!
//! Only what is true and in the content is stated: no benefit, no review, no date of one.

use super::addresses::{self, CARD, CARD_HEIGHT, CARD_WIDTH};
use super::markup::escape;
use crate::app::pages;
use crate::app::shell::routes::Route;
use crate::content::words::LANGUAGE;
use crate::content::words::messages as t;
use crate::content::{CATALOG, CATALOG_VERSION};
use crate::domain::catalog::{Exercise, Source};
use crate::domain::routine::Routine;
use crate::domain::session::timeline::{DEFAULT_GET_READY, timed_total_ms};
use serde_json::{Value, json};

/// Where the licence of the content stands.
const LICENSE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// Addresses as a page writes them: absolute where the site's address is known, else relative.
#[derive(Clone, Copy)]
struct Links<'a> {
    from: Route,
    public_address: Option<&'a str>,
}

impl Links<'_> {
    fn file(self, path: &str) -> String {
        match self.public_address {
            Some(address) => format!("{address}{path}"),
            None => format!("./{}{path}", "../".repeat(self.from.depth())),
        }
    }

    fn page(self, route: Route) -> String {
        self.file(&route.path())
    }
}

/// The lines for the `<head>` of a page. What needs an absolute address is left out without one.
pub fn head(route: Route, public_address: Option<&str>) -> String {
    let at = Links { from: route, public_address };
    let mut head = open_graph(at);
    if let (Some(_), Some(path)) = (public_address, addresses::oembed(route)) {
        let (href, title) = (escape(&at.file(&path)), escape(&pages::title(route)));
        head.push_str(&format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{href}\" title=\"{title}\">\n"
        ));
    }
    if let Some(stated) = stated(at) {
        head.push_str(&data_block(&stated));
    }
    head
}

fn open_graph(at: Links) -> String {
    let kind = match at.from {
        Route::Exercise(_) | Route::Technique(_) | Route::Safety | Route::Evidence => "article",
        _ => "website",
    };
    let mut tags = vec![
        ("og:title", pages::title(at.from)),
        ("og:description", pages::description(at.from)),
        ("og:type", kind.to_owned()),
        ("og:site_name", t::BRAND.to_owned()),
        ("og:locale", LANGUAGE.locale.replace('-', "_")),
    ];
    if at.public_address.is_some() {
        tags.extend([
            ("og:url", at.page(at.from)),
            ("og:image", at.file(CARD)),
            ("og:image:width", CARD_WIDTH.to_string()),
            ("og:image:height", CARD_HEIGHT.to_string()),
            ("og:image:alt", t::CARD_ALT.to_owned()),
        ]);
    }
    let mut lines: String = tags
        .iter()
        .map(|(property, content)| format!("<meta property=\"{property}\" content=\"{}\">\n", escape(content)))
        .collect();
    if at.public_address.is_some() {
        lines.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
    }
    lines
}

/// JSON-LD in the page.
///
/// The content policy has no say in it: HTML's "prepare the script element" leaves a data block
/// alone before it asks whether inline scripts are allowed, so `script-src 'self'` stays as it is.
/// Chromium 156 and Firefox 153 were seen to do so.
fn data_block(stated: &Value) -> String {
    // Only `<` could end the block early (`</script`, `<!--`), and in JSON it stands in strings alone.
    let json = stated.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

/// What is stated of a page in terms of schema.org, if anything.
fn stated(at: Links) -> Option<Value> {
    let stated = match at.from {
        Route::Home => home(at),
        Route::Exercises => {
            let entries = CATALOG.exercises.get().iter().map(|x| (x.name.get(), Route::Exercise(x.id.get())));
            page(at, "CollectionPage", "mainEntity", list(at, entries))
        }
        Route::Exercise(id) => page(at, "MedicalWebPage", "mainEntity", exercise_plan(CATALOG.exercise(id)?)),
        Route::Techniques => {
            let entries = CATALOG.techniques.get().iter().map(|x| (x.name.get(), Route::Technique(x.id.get())));
            page(at, "CollectionPage", "mainEntity", list(at, entries))
        }
        Route::Technique(id) => {
            let technique = CATALOG.technique(id)?;
            // No `MedicalTherapy`: that is what is meant to treat or cure, which we do not say.
            let thing = json!({ "@type": "Thing", "name": &*technique.name, "description": technique.summary.get() });
            page(at, "MedicalWebPage", "about", thing)
        }
        Route::Routines => {
            let routines = CATALOG.routines.get().iter().map(|x| (x.name.get(), Route::Routine(x.id.get())));
            let sequences = CATALOG.sequences.get().iter().map(|x| (x.name.get(), Route::Routine(x.id.get())));
            page(at, "CollectionPage", "mainEntity", list(at, routines.chain(sequences)))
        }
        Route::Routine(id) => page(at, "WebPage", "mainEntity", session(at, &Routine::shipped(&CATALOG, id)?)),
        Route::Safety => {
            page(at, "MedicalWebPage", "about", json!({ "@type": "MedicalSymptom", "name": t::BACK_PAIN }))
        }
        Route::Evidence => page(at, "MedicalWebPage", "citation", CATALOG.sources.get().iter().map(citation).collect()),
        Route::About => page(at, "AboutPage", "mentions", data_set(at)),
        _ => return None,
    };
    Some(stated)
}

/// A page, with the one property that tells what it is about.
fn page(at: Links, kind: &str, property: &str, value: Value) -> Value {
    let mut page = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "url": at.page(at.from),
        "name": pages::title(at.from),
        "description": pages::description(at.from),
        "inLanguage": LANGUAGE.tag,
        "isAccessibleForFree": true,
        "license": LICENSE,
        "isPartOf": { "@type": "WebSite", "name": t::BRAND, "url": at.page(Route::Home) },
    });
    page[property] = value;
    page
}

fn home(at: Links) -> Value {
    let url = at.page(Route::Home);
    json!({
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "WebSite",
                "url": &url,
                "name": t::BRAND,
                "description": t::HOME_LEAD,
                "inLanguage": LANGUAGE.tag,
                "license": LICENSE,
            },
            {
                "@type": "WebApplication",
                "url": &url,
                "name": t::BRAND,
                "description": t::HOME_LEAD,
                "inLanguage": LANGUAGE.tag,
                "applicationCategory": "HealthApplication",
                "browserRequirements": t::BROWSER_NEEDS,
                "isAccessibleForFree": true,
            },
        ],
    })
}

/// Pages in their order.
fn list(at: Links, entries: impl Iterator<Item = (&'static str, Route)>) -> Value {
    let items = (1..).zip(entries).map(|(position, (name, route))| {
        json!({ "@type": "ListItem", "position": position, "name": name, "url": at.page(route) })
    });
    json!({ "@type": "ItemList", "itemListElement": items.collect::<Value>() })
}

fn exercise_plan(exercise: &'static Exercise) -> Value {
    json!({
        "@type": "ExercisePlan",
        "name": &*exercise.name,
        "description": exercise.summary.get(),
        "additionalVariable": t::dose(exercise, exercise.standard()),
    })
}

/// A routine, or an at-home sequence, which is no exercise but instructions.
fn session(at: Links, routine: &Routine) -> Value {
    let seconds = timed_total_ms(routine, DEFAULT_GET_READY) / 1000;
    let duration = format!("PT{}M{}S", seconds / 60, seconds % 60);
    let items = (1..).zip(&routine.items);
    if routine.is_sequence() {
        let steps = items.map(|(position, step)| {
            json!({ "@type": "HowToStep", "position": position, "name": step.name(), "text": step.start_position().get() })
        });
        json!({
            "@type": "HowTo",
            "name": &routine.name,
            "description": pages::description(at.from),
            "totalTime": duration,
            "step": steps.collect::<Value>(),
        })
    } else {
        let parts = items.map(|(position, item)| {
            json!({
                "@type": "ExercisePlan",
                "position": position,
                "name": item.name(),
                "url": at.page(Route::Exercise(item.id())),
                "additionalVariable": t::item_dose(item),
            })
        });
        json!({
            "@type": "ExercisePlan",
            "name": &routine.name,
            "description": pages::description(at.from),
            "activityDuration": duration,
            "hasPart": parts.collect::<Value>(),
        })
    }
}

/// A source. Its title is what it is in our words, so it is given as a description.
fn citation(source: &Source) -> Value {
    let url = source.doi_url().or_else(|| source.pubmed_url());
    let mut citation = json!({
        "@type": if url.is_some() { "ScholarlyArticle" } else { "CreativeWork" },
        "description": &*source.title,
        "creditText": &*source.author,
    });
    if source.year > 0 {
        citation["datePublished"] = source.year.to_string().into();
    }
    if let Some(url) = url {
        citation["url"] = url.into();
    }
    citation
}

/// The content as data, which the build writes beside the pages.
fn data_set(at: Links) -> Value {
    json!({
        "@type": "Dataset",
        "name": t::DATA_NAME,
        "description": t::DATA_TEXT,
        "inLanguage": LANGUAGE.tag,
        "version": CATALOG_VERSION,
        "isAccessibleForFree": true,
        "license": LICENSE,
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": at.file(&addresses::data_set()),
        },
    })
}
