//! For site owners: choose what to show and how, look at it, copy the line.

use crate::app::embed::framed;
use crate::app::library::use_library;
use crate::app::parts::copying::Copying;
use crate::app::reactive::memo;
use crate::app::shell::address::use_address;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::documents::settings::Theme;
use crate::domain::embed::accent::Accent;
use crate::domain::embed::{Kind, Look};
use crate::platform::history;
use leptos::prelude::*;

/// Heights of the plain frame that can be chosen, CSS pixels.
const HEIGHTS: [u32; 4] = [480, 560, 640, 800];
/// The colour that a person begins with who wants one of their own.
const FIRST_ACCENT: &str = "7a3fb0";

type Choice = (Kind, &'static str, &'static str);

fn choices() -> Vec<(&'static str, Vec<Choice>)> {
    let routines = CATALOG.routines.get().iter().map(|x| (Kind::Routine, x.id.get(), x.name.get())).collect();
    let sequences = CATALOG.sequences.get().iter().map(|x| (Kind::Routine, x.id.get(), x.name.get())).collect();
    let exercises = CATALOG.exercises.get().iter().map(|x| (Kind::Exercise, x.id.get(), x.name.get())).collect();
    let techniques = CATALOG.techniques.get().iter().map(|x| (Kind::Technique, x.id.get(), x.name.get())).collect();
    vec![
        (t::EXERCISE_ROUTINES, routines),
        (t::AT_HOME_MASSAGE, sequences),
        (t::EXERCISES, exercises),
        (t::TECHNIQUES, techniques),
    ]
}

/// What is to be shown, and how.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Wanted {
    kind: Kind,
    id: &'static str,
    name: &'static str,
    look: Look,
    height: u32,
}

impl Wanted {
    fn path(&self) -> String {
        Route::Framed(self.kind, self.id).path() + &self.look.to_query()
    }

    /// Whatever of the look is not the default, as attributes.
    fn attributes(&self) -> String {
        let theme = match self.look.theme {
            Theme::Auto => String::new(),
            theme => format!(" theme=\"{}\"", theme.name()),
        };
        let accent = self.look.accent.map(|accent| format!(" accent=\"#{}\"", accent.hex())).unwrap_or_default();
        theme + &accent
    }

    /// The ways to show it, each with a name, below a site's address.
    fn snippets(&self, site: &str) -> [(&'static str, String); 4] {
        let Self { kind, id, name, height, .. } = *self;
        let kind = kind.name();
        let attributes = self.attributes();
        let page = framed::whole_page(self.kind, id).path();
        let frame = format!(
            "<iframe src=\"{site}{}\" title=\"Unknot: {name}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
             allow=\"autoplay; screen-wake-lock; fullscreen\" referrerpolicy=\"no-referrer\" style=\"border:0\"></iframe>",
            self.path().replace('&', "&amp;")
        );
        let element = format!(
            "<script src=\"{site}embed.js\" async></script>\n<unknot-routine {kind}=\"{id}\"{attributes}>\
             <a href=\"{site}{page}\">{name}</a></unknot-routine>"
        );
        let wordpress = format!("<!-- wp:html -->\n{element}\n<!-- /wp:html -->");
        [
            (t::SNIPPET_ELEMENT, element),
            (t::SNIPPET_FRAME, frame),
            (t::SNIPPET_WORDPRESS, wordpress),
            (t::SNIPPET_MARKDOWN, format!("[{name}]({site}{page})")),
        ]
    }
}

#[component]
fn Snippet(name: &'static str, #[prop(into)] text: Signal<String>) -> impl IntoView {
    view! {
        <section class="snippet">
            <h3>{name}</h3>
            <pre tabindex="0" aria-label=name><code>{text}</code></pre>
            <p class="snippet-foot">
                <Copying says=t::COPY of=name text/>
            </p>
        </section>
    }
}

/// The builder.
#[component]
pub fn Builder() -> impl IntoView {
    let address = use_address();
    let library = use_library();
    let all = StoredValue::new(choices());
    let first = all.with_value(|all| all[0].1[0]);
    let wanted =
        RwSignal::new(Wanted { kind: first.0, id: first.1, name: first.2, look: Look::default(), height: 640 });
    // The address is not known where pages are made, and the first draw has to equal the page.
    let site = move || if library.opened.get() { history::site(&address.base()) } else { t::YOUR_UNKNOT.to_owned() };
    let snippets = memo(move || wanted.get().snippets(&site()));
    let preview = memo(move || format!("{}{}", address.base(), wanted.get().path()));
    let choose = move |value: String| {
        let found = all.with_value(|all| {
            let mut choices = all.iter().flat_map(|(_, choices)| choices);
            choices.find(|(kind, id, _)| format!("{}/{id}", kind.name()) == value).copied()
        });
        if let Some((kind, id, name)) = found {
            wanted.update(|wanted| (wanted.kind, wanted.id, wanted.name) = (kind, id, name));
        }
    };
    let options = all.with_value(|all| {
        let groups = all.iter().map(|(group, choices)| {
            let options = choices.iter().map(|(kind, id, name)| {
                view! { <option value=format!("{}/{id}", kind.name())>{*name}</option> }
            });
            view! { <optgroup label=*group>{options.collect_view()}</optgroup> }
        });
        groups.collect_view()
    });
    let own_colour = move || wanted.get().look.accent.is_some();
    let snippet = move |index: usize| {
        let name = snippets.with_untracked(|snippets| snippets[index].0);
        view! { <Snippet name text=Signal::derive(move || snippets.with(|snippets| snippets[index].1.clone()))/> }
    };
    view! {
        <h1>{t::BUILDER}</h1>
        <p class="lead">{t::BUILDER_LEAD}</p>
        <div class="builder">
            <div class="builder-choices">
                <label class="setting"><strong>{t::WHAT_TO_SHOW}</strong>
                    <select id="what" on:change:target=move |event| choose(event.target().value())>{options}</select>
                </label>
                <label class="setting"><strong>{t::THEME}</strong>
                    <select id="theme" on:change:target=move |event| {
                        let name = event.target().value();
                        let theme = t::THEME_OPTIONS.iter().map(|(theme, _)| *theme).find(|theme| theme.name() == name);
                        wanted.update(|wanted| wanted.look.theme = theme.unwrap_or_default());
                    }>
                        {t::THEME_OPTIONS.iter().map(|(theme, name)| view! { <option value=theme.name()>{*name}</option> }).collect_view()}
                    </select>
                </label>
                <label class="setting">
                    <input type="checkbox" id="own-colour" on:change:target=move |event| {
                        let on = event.target().checked();
                        wanted.update(|wanted| wanted.look.accent = if on { Accent::from_hex(FIRST_ACCENT) } else { None });
                    }/>
                    <strong>{t::OWN_COLOUR}</strong>
                </label>
                {move || own_colour().then(|| view! {
                    <label class="setting"><strong>{t::ACCENT}</strong>
                        <input type="color" id="accent" value=format!("#{}", FIRST_ACCENT) on:input:target=move |event| {
                            let accent = Accent::parse(&event.target().value());
                            wanted.update(|wanted| wanted.look.accent = accent.or(wanted.look.accent));
                        }/>
                    </label>
                })}
                <label class="setting"><span><strong>{t::FRAME_HEIGHT}</strong><span class="hint">{t::FRAME_HEIGHT_HINT}</span></span>
                    <select id="height" on:change:target=move |event| {
                        if let Ok(height) = event.target().value().parse::<u32>() {
                            wanted.update(|wanted| wanted.height = height);
                        }
                    }>
                        {HEIGHTS.iter().map(|height| view! { <option value=height.to_string() selected=*height == 640>{height.to_string()}</option> }).collect_view()}
                    </select>
                </label>
            </div>
            <div class="builder-preview">
                <h2>{t::PREVIEW}</h2>
                {move || library.opened.get().then(|| view! {
                    <iframe class="preview" title=t::PREVIEW src=preview height=move || wanted.get().height.to_string()></iframe>
                })}
            </div>
        </div>
        <h2>{t::TAKE_IT}</h2>
        <p>{t::TAKE_IT_TEXT}</p>
        {(0..4).map(snippet).collect_view()}
        <p>{t::BUILDER_PRIVACY}</p>
    }
}
