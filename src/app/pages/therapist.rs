//! What to tell a massage therapist: filled in by tapping, printed on one page, kept only if asked.

use crate::app::library::log::Log;
use crate::app::library::use_library;
use crate::app::parts::body_map::{BodyMap, REGIONS};
use crate::app::parts::button::button;
use crate::app::parts::copying::Copying;
use crate::app::parts::link::Link;
use crate::app::parts::pain_scale::PainScale;
use crate::app::reactive::{effect, memo};
use crate::app::shell::notices::use_notices;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::documents::list::{has, put};
use crate::domain::documents::sheet::{LONGEST, Mark, Sheet, fitting};
use crate::domain::documents::store::Found;
use crate::domain::progress::recent::recent;
use crate::domain::progress::record::parse_date;
use crate::platform::{clock, page};
use leptos::prelude::*;

/// Days that are told of practice.
const DAYS: i32 = 28;
/// The lists of precautions that are asked, and those entries of them that are asked in other words.
const ASKED: [&str; 3] = ["not-until-cleared", "not-on-that-area", "ask-first"];
const IN_OTHER_WORDS: &str = "abuse";

/// What can apply to somebody: ids and texts.
fn precautions() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lists = told(CATALOG.massage_precautions).get().iter().filter(|list| ASKED.contains(&list.id.get()));
    let items = lists.flat_map(|list| list.items.get());
    items.filter(|item| &*item.id != IN_OTHER_WORDS).map(|item| (item.id.get(), item.text.get()))
}

type Field = (&'static str, fn(&Sheet) -> &Option<String>, fn(&mut Sheet) -> &mut Option<String>);

/// The fields of words, with what is asked.
fn fields() -> [Field; 6] {
    [
        (t::WHAT_HELPS, |s| &s.helps, |s| &mut s.helps),
        (t::WHAT_WORSENS, |s| &s.worsens, |s| &mut s.worsens),
        (t::MEDICINES, |s| &s.medicines, |s| &mut s.medicines),
        (t::GOALS, |s| &s.goals, |s| &mut s.goals),
        (t::STOP_WORD, |s| &s.stop_word, |s| &mut s.stop_word),
        (t::FELT_GOOD, |s| &s.felt_good, |s| &mut s.felt_good),
    ]
}

/// What stands on the sheet: headings, each with what is said. What nobody said is not there.
fn lines(sheet: &Sheet, practice: Option<String>) -> Vec<(&'static str, String)> {
    let chosen = |list: &Option<Vec<String>>, all: &mut dyn Iterator<Item = (&'static str, &'static str)>| {
        all.filter(|(id, _)| has(list, id)).map(|(_, name)| name).collect::<Vec<_>>().join(", ")
    };
    let regions = || t::REGIONS.iter().copied();
    let techniques = || CATALOG.techniques.get().iter().map(|technique| (technique.id.get(), technique.name.get()));
    let said = |of: fn(&Sheet) -> &Option<String>| of(sheet).as_deref().map(fitting).unwrap_or_default();
    let [helps, worsens, medicines, goals, stop_word, felt_good] = fields().map(|(name, of, _)| (name, said(of)));
    let mut known = chosen(&sheet.precautions, &mut precautions());
    if sheet.agree_first == Some(true) {
        known =
            [known.as_str(), t::AGREE_FIRST].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(". ");
    }
    let lines = [
        (t::IT_HURTS, chosen(&sheet.hurts, &mut regions())),
        (t::HOW_STRONG, sheet.strong.map(t::of_ten).unwrap_or_default()),
        helps,
        worsens,
        (t::STAY_AWAY, chosen(&sheet.keep_off, &mut regions())),
        (t::PRESSURE_WANTED, sheet.pressure.map(t::of_five).unwrap_or_default()),
        (t::KINDS_WISHED, chosen(&sheet.wished, &mut techniques())),
        (t::KINDS_UNWISHED, chosen(&sheet.unwished, &mut techniques())),
        (t::PLEASE_KNOW, known),
        medicines,
        goals,
        stop_word,
        felt_good,
        (t::LAST_WEEKS, practice.unwrap_or_default()),
    ];
    lines.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect()
}

/// The sheet and its form.
#[component]
pub fn Therapist() -> impl IntoView {
    let library = use_library();
    let notices = use_notices();
    let sheet = RwSignal::new(Sheet::default());
    let keeps = RwSignal::new(false);
    let log = Log::of(library);
    let strong = RwSignal::new(None::<u8>);
    effect(move || {
        if library.opened.get()
            && let Ok(Found::Is(kept)) = library.store().read::<Sheet>("")
        {
            strong.try_set(kept.strong);
            sheet.try_set(kept);
            keeps.try_set(true);
        }
    });
    effect(move || {
        let now = strong.get();
        sheet.try_maybe_update(|sheet| {
            let changed = sheet.strong != now;
            sheet.strong = now;
            (changed, ())
        });
    });
    // Kept as it changes, where that is wished.
    effect(move || {
        let now = sheet.get();
        if keeps.get()
            && let Err(error) = library.store().put("", &now)
        {
            notices.tell(t::settings_not_saved(error));
        }
    });
    let keep = move |wanted: bool| {
        keeps.try_set(wanted);
        if !wanted && library.store().remove::<Sheet>("").is_err() {
            notices.tell(t::STORAGE_BLOCKED.to_owned());
        }
    };
    let change = move |change: &dyn Fn(&mut Sheet)| {
        sheet.try_update(|sheet| change(sheet));
    };
    let mark = Callback::new(move |region: &'static str| sheet.with(|sheet| sheet.mark(region)));
    let tapped = Callback::new(move |region: &'static str| {
        change(&|sheet| sheet.set_mark(region, sheet.mark(region).next()));
    });
    let regions = |behind: bool| {
        let here = REGIONS.iter().filter(move |(_, is_behind, _)| *is_behind == behind);
        here.filter_map(|(id, ..)| t::REGIONS.iter().find(|(other, _)| other == id)).map(move |(id, name)| {
            let (id, name) = (*id, *name);
            let choices = [(Mark::None, "none", t::MARK_NONE), (Mark::Hurts, "hurts", t::MARK_HURTS), (Mark::KeepOff, "keep-off", t::MARK_KEEP_OFF)];
            let choose = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlSelectElement>| {
                let value = event.target().value();
                let chosen = choices.iter().find(|(_, other, _)| *other == value).map(|(mark, ..)| *mark);
                change(&|sheet| sheet.set_mark(id, chosen.unwrap_or_default()));
            };
            view! {
                <li><label class="region-choice"><span>{name}</span>
                    <select on:change:target=choose>
                        {choices.map(|(this, value, label)| view! { <option value=value selected=move || mark.run(id) == this>{label}</option> })}
                    </select>
                </label></li>
            }
        }).collect_view()
    };
    let field = move |(asks, of, put): Field| {
        view! {
            <label class="field">
                <span>{asks}</span>
                <textarea rows="2" maxlength=LONGEST prop:value=move || sheet.with(|sheet| of(sheet).clone().unwrap_or_default())
                    on:input:target=move |event| {
                        let text = fitting(&event.target().value());
                        change(&|sheet| *put(sheet) = Some(text.clone()));
                    }></textarea>
            </label>
        }
    };
    let tick = move |id: &'static str,
                     text: &'static str,
                     of: fn(&Sheet) -> &Option<Vec<String>>,
                     list: fn(&mut Sheet) -> &mut Option<Vec<String>>| {
        let is_so = move || sheet.with(|sheet| has(of(sheet), id));
        view! {
            <li><label class="tick">
                <input type="checkbox" prop:checked=is_so on:change:target=move |event| {
                    let is_so = event.target().checked();
                    change(&|sheet| put(list(sheet), id, is_so));
                }/>
                <span>{text}</span>
            </label></li>
        }
    };
    let switch = move |text: &'static str, of: fn(&Sheet) -> Option<bool>, put: fn(&mut Sheet, Option<bool>)| {
        view! {
            <label class="tick">
                <input type="checkbox" prop:checked=move || sheet.with(of) == Some(true) on:change:target=move |event| {
                    let is_so = event.target().checked();
                    change(&|sheet| put(sheet, Some(is_so)));
                }/>
                <span>{text}</span>
            </label>
        }
    };
    let pressures = (1..=5_u8).map(|pressure| view! {
        <label>
            <input type="radio" name="pressure" value=pressure.to_string() prop:checked=move || sheet.with(|sheet| sheet.pressure) == Some(pressure) on:change=move |_| change(&|sheet| sheet.pressure = Some(pressure))/>
            <span>{pressure}</span>
        </label>
    });
    let practice = memo(move || {
        let today = clock::today().as_deref().and_then(parse_date)?;
        let recent = log.with(|log| recent(log, today, DAYS));
        (recent.sessions > 0).then(|| t::recently(&recent))
    });
    let told = memo(move || sheet.with(|sheet| lines(sheet, practice.get().filter(|_| sheet.practice == Some(true)))));
    let text = move || {
        let lines = told.get().into_iter().map(|(name, said)| format!("{name}: {said}"));
        std::iter::once(t::SHEET_TITLE.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
    };
    let [helps, worsens, medicines, goals, stop_word, felt_good] = fields();
    let techniques = CATALOG.techniques.get();
    view! {
        <p class="crumb"><Link to=Route::Techniques>{t::TECHNIQUES}</Link></p>
        <h1>{t::SHEET}</h1>
        <p class="lead">{t::SHEET_LEAD}</p>
        <div class="therapist">
            <section>
                <h2>{t::WHERE}</h2>
                <p class="small">{t::WHERE_HINT}</p>
                <div class="body-maps"><BodyMap behind=true mark tapped/><BodyMap behind=false mark tapped/></div>
                <details>
                    <summary>{t::REGIONS_BY_NAME}</summary>
                    <h3>{t::FROM_BEHIND}</h3><ul class="regions">{regions(true)}</ul>
                    <h3>{t::FROM_THE_FRONT}</h3><ul class="regions">{regions(false)}</ul>
                </details>
            </section>
            <section>
                <h2>{t::YOUR_PAIN}</h2>
                <PainScale label=t::HOW_STRONG name="strong" value=strong/>
                {field(helps)}
                {field(worsens)}
            </section>
            <section>
                <h2>{t::WHAT_YOU_WANT}</h2>
                <fieldset class="picks question"><legend>{t::PRESSURE_WANTED}</legend><div>{pressures.collect_view()}</div><p class="small">{t::PRESSURE_ENDS}</p></fieldset>
                <fieldset class="ticks"><legend>{t::KINDS_WISHED}</legend><ul>{techniques.iter().map(|x| tick(x.id.get(), x.name.get(), |s| &s.wished, |s| &mut s.wished)).collect_view()}</ul></fieldset>
                <fieldset class="ticks"><legend>{t::KINDS_UNWISHED}</legend><ul>{techniques.iter().map(|x| tick(x.id.get(), x.name.get(), |s| &s.unwished, |s| &mut s.unwished)).collect_view()}</ul></fieldset>
                {field(goals)}
                {field(stop_word)}
                {field(felt_good)}
            </section>
            <section>
                <h2>{t::PLEASE_KNOW}</h2>
                <fieldset class="ticks"><legend>{t::WHAT_APPLIES}</legend><ul>{precautions().map(|(id, text)| tick(id, text, |s| &s.precautions, |s| &mut s.precautions)).collect_view()}</ul></fieldset>
                {switch(t::AGREE_FIRST, |s| s.agree_first, |s, is| s.agree_first = is)}
                {field(medicines)}
                {move || practice.get().map(|_| switch(t::TELL_PRACTICE, |s| s.practice, |s, is| s.practice = is))}
            </section>
            <section class="sheet-foot">
                <label class="tick">
                    <input type="checkbox" prop:checked=keeps on:change:target=move |event| keep(event.target().checked())/>
                    <span>{t::KEEP_SHEET}</span>
                </label>
                <p class="actions">
                    {button("button big", t::PRINT, page::print)}
                    <Copying says=t::SEND_AS_TEXT text=Signal::derive(text) shares=true/>
                </p>
            </section>
        </div>
        <section class="sheet" aria-label=t::SHEET_TITLE>
            <h2>{t::SHEET_TITLE}</h2>
            {move || sheet.with(Sheet::is_empty).then(|| view! { <p class="small">{t::SHEET_EMPTY}</p> })}
            <div class="sheet-body">
                <div class="body-maps"><BodyMap behind=true mark tapped/><BodyMap behind=false mark tapped/></div>
                <p class="small legend"><span class="swatch hurts"></span>{t::MARK_HURTS}" "<span class="swatch keep-off"></span>{t::MARK_KEEP_OFF}</p>
                <dl>{move || told.get().into_iter().map(|(name, said)| view! { <div><dt>{name}</dt><dd>{said}</dd></div> }).collect_view()}</dl>
            </div>
            <p class="small">{t::SHEET_FOOT}</p>
        </section>
    }
}
