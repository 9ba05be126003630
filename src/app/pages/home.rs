//! Home: today's routine, one tap away.

use super::routines::{Length, summary};
use super::{coming_back, has_plan, this_day};
use crate::app::chunks::use_chunks;
use crate::app::extras::ContinueOffer;
use crate::app::library::gate::is_stopped;
use crate::app::library::ladder::LadderNow;
use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::parts::link::Link;
use crate::app::parts::picture::Demo;
use crate::app::play::handover::{Wish, use_handover};
use crate::app::reactive::memo;
use crate::app::session::cleared::cleared;
use crate::app::shell::address::use_address;
use crate::app::shell::preferences::use_preferences;
use crate::app::shell::routes::Route;
use crate::app::steps::step;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::documents::settings::Settings;
use crate::domain::progress::ladder::with_targets;
use crate::domain::progress::today::{
    BAD_DAY, MINUTES, Offer, Why, has_superman, holds_superman, in_time, minutes_of, today, with_time, without_superman,
};
use crate::domain::routine::{Item, Routine};
use crate::platform::history;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// What a person does otherwise than everybody, in words.
fn own_doses(shipped: &[Item], own: &[Item]) -> Option<String> {
    let differ = shipped.iter().zip(own).filter(|(shipped, own)| shipped != own);
    let told: Vec<String> = differ.map(|(_, own)| format!("{}, {}", own.name(), t::item_dose(own))).collect();
    (!told.is_empty()).then(|| format!("{}.", told.join("; ")))
}

/// Today's routine, and the ways into everything else.
#[component]
pub fn Home() -> impl IntoView {
    let address = use_address();
    let handover = use_handover();
    let chunks = use_chunks();
    let library = use_library();
    let preferences = use_preferences();
    let offer = memo(move || {
        let chosen = library.setting(|settings| settings.superman);
        library.of_digest(|digest| (today(digest), has_superman(chosen, digest)))
    });
    let ladder = LadderNow::of(library);
    let plans = memo(move || library.opened.get() && has_plan(library));
    // The minutes that the person has; unless they say so, what the routine takes.
    let minutes = RwSignal::new(None::<u16>);
    let get_ready = move || library.setting(Settings::pace).get_ready;
    let whole = move || {
        let (offer, with_superman) = offer.get();
        let id = minutes.get().map_or(offer.routine, |minutes| with_time(offer, minutes));
        let routine = Routine::shipped(&CATALOG, id)?;
        let has_choice = holds_superman(&routine);
        let shipped = if with_superman { routine } else { without_superman(&CATALOG, routine) };
        let routine = ladder.with(|ladder| with_targets(&CATALOG, shipped.clone(), ladder, offer.why != Why::Whole));
        let own = own_doses(&shipped.items, &routine.items);
        let cleared = cleared(library, chunks, &routine);
        Some((id, routine, cleared, has_choice, own))
    };
    let takes = memo(move || {
        let (_, _, cleared, ..) = whole()?;
        Some(minutes_of(cleared?.playable?.routine(), get_ready()))
    });
    let has = move || minutes.get().or(takes.get());
    let time = MINUTES.map(|choice| {
        let choose = move |_| {
            minutes.try_set(Some(choice));
        };
        view! {
            <label>
                <input type="radio" name="minutes" value=choice.to_string() prop:checked=move || has() == Some(choice) on:change=choose/>
                <span>{t::minutes_short(choice)}</span>
            </label>
        }
    });
    let card = move || {
        let (Offer { why, .. }, with_superman) = offer.get();
        whole().map(|(id, asked, cleared, has_choice, own)| {
            let is_enough = minutes.get() > takes.get();
            // Until the rules are here, or where they leave nothing, which the player's page then tells.
            let as_asked = || (asked.clone(), (0..asked.items.len()).collect());
            let left = cleared.and_then(|cleared| Some((cleared.playable?.into_parts().0, cleared.from)));
            let (left, from): (Routine, Vec<usize>) = left.unwrap_or_else(as_asked);
            let of = left.items.len();
            let (routine, wished) = in_time(&asked, &left, &from, minutes.get(), get_ready());
            let (name, said) = (routine.name.clone(), routine.name.clone());
            let count = routine.items.len();
            let is_whole = count == of;
            let has_choice = has_choice && is_whole;
            let own = is_whole.then_some(own).flatten();
            let picture = routine.items.get(1).or(routine.items.first()).copied();
            let start = move |event: MouseEvent| {
                // Other clicks open the page elsewhere, and nothing is to happen here.
                if history::is_plain_click(&event) {
                    handover.wish(Route::Play(id), Wish::Begin(Box::new(wished.clone())));
                }
            };
            let superman = has_choice.then(|| {
                let (text, says) = if with_superman {
                    (t::SUPERMAN_IS_IN, t::LEAVE_SUPERMAN_OUT)
                } else {
                    (t::SUPERMAN_IS_OUT, t::ADD_SUPERMAN)
                };
                let change = move || preferences.change(|settings| settings.superman = Some(!with_superman));
                view! { <p class="small">{text}" "{button("quiet", says, change)}</p> }
            });
            view! {
                <section class="today">
                  <div class="today-words">
                    {this_day(plans.get())}
                    <h2>{name}</h2>
                    <p class="dose">{t::exercises_of(count, of)}" · "<Length routine/></p>
                    <p class="today-actions">
                        <a class="button big" href=move || address.href(Route::Play(id)) on:click=start>{t::START}<span class="visually-hidden">{t::START_OF}{said}</span></a>
                        {is_whole.then(|| view! { <Link to=Route::Play(id)>{t::LOOK_FIRST}</Link> })}
                    </p>
                    {is_whole.then(|| view! { <p>{summary(id)}</p> })}
                    <p class="why">{t::why(why)}</p>
                    {own.map(|own| view! { <p class="small">{t::YOUR_DOSES}" "{own}</p> })}
                    {is_enough.then(|| view! { <p class="small">{t::ENOUGH}</p> })}
                    {superman}
                    <p class="small">{t::STOP_IF}" "<Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
                    <p class="small">{t::WORSE_TODAY}" "<Link to=Route::Routine(BAD_DAY)>{CATALOG.routine(BAD_DAY).map(|routine| routine.name.get())}</Link></p>
                  </div>
                  {picture.map(|item| view! { <Demo item/> })}
                </section>
            }
        })
    };
    let stopped = memo(move || is_stopped(library));
    let today_or_stop = move || {
        if !stopped.get() {
            return card().into_any();
        }
        view! {
            <section class="caution no-session">
                <h2>{t::NO_SESSION_NOW}</h2>
                <p>{t::NO_SESSION_TEXT}" "<Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
            </section>
        }
        .into_any()
    };
    let ways = [
        (Route::Exercises, t::EXERCISES, t::EXERCISES_LEAD),
        (Route::Techniques, t::TECHNIQUES, t::TECHNIQUES_LEAD),
        (Route::Routines, t::ROUTINES, t::ROUTINES_LEAD),
        (Route::Progress, t::PROGRESS, t::PROGRESS_LEAD),
    ];
    view! {
        <div class="hero">
            <div class="hero-words">
                <h1>{t::HOME_HEADING}</h1>
                <p class="lead">{t::HOME_HOW}</p>
            </div>
        </div>
        <ContinueOffer/>
        <fieldset class="minutes picks" role="radiogroup" aria-label=t::HOW_LONG>
            <legend>{t::HOW_LONG}</legend>
            {time.collect_view()}
        </fieldset>
        {step(move || today_or_stop.into_any())}
        {step(move || coming_back(ladder))}
        <p class="lead">{t::HOME_WHAT}</p>
        <ul class="cards ways">
            {ways.into_iter().map(|(route, name, text)| view! {
                <li class="card"><h2><Link to=route>{name}</Link></h2><p>{text}</p></li>
            }).collect_view()}
        </ul>
        <section class="prose">
            <h2>{t::GOOD_TO_KNOW}</h2>
            <ul>{told(CATALOG.advice).get().iter().map(|text| view! { <li>{text.get()}</li> }).collect_view()}</ul>
            <p><Link to=Route::Evidence>{t::HOW_SURE}</Link></p>
        </section>
    }
}
