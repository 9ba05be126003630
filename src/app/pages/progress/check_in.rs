//! The weekly check-in: its form, and what its answers say over the weeks.

use super::drawing::{picture, row_name, table};
use crate::app::library::{Documents, use_library};
use crate::app::parts::pain_scale::PainScale;
use crate::app::reactive::effect;
use crate::app::shell::notices::use_notices;
use crate::app::shell::preferences::use_preferences;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::measures::{ACTIVITIES, Activity, LONGEST_NAME, Measures};
use crate::domain::progress::chart::Plot;
use crate::domain::progress::check_in::{Course, courses, names};
use crate::domain::progress::record::{WORST_PAIN, julian_day};
use crate::domain::progress::weeks::Step;
use crate::platform::{clock, history};
use leptos::prelude::*;

/// Height of a figure.
const LOW: i32 = 1_300;

/// Every check-in, oldest first, with its Julian day.
fn all_of(library: Documents) -> Vec<(i32, Measures)> {
    let all = library.store().all::<Measures>().into_iter();
    all.filter_map(|(day, measures)| Some((julian_day(&day)?, measures))).collect()
}

fn figure(course: &Course, today: i32) -> Option<AnyView> {
    let (first, _) = *course.answers.first()?;
    let plot = Plot::new(first.min(today - 27), today, i32::from(WORST_PAIN), LOW);
    let values: Vec<(i32, i32)> = course.answers.iter().map(|(day, value)| (*day, i32::from(*value))).collect();
    let layers = vec![
        ("line", plot.line(values.iter().copied(), Step::Session)),
        ("dots after", plot.dots(values, Step::Session)),
    ];
    let name = course.activity.clone().unwrap_or_else(|| t::PAIN_LAST_WEEK.to_owned());
    Some(
        view! {
            <p class="chart-name">{name}</p>
            {picture(plot, 1, layers)}
            <p>{t::check_ins(course)}</p>
        }
        .into_any(),
    )
}

fn figures(all: &[(i32, Measures)], today: i32) -> Option<AnyView> {
    let courses = courses(all);
    let drawn: Vec<AnyView> = courses.iter().filter_map(|course| figure(course, today)).collect();
    if drawn.is_empty() {
        return None;
    }
    let all = all.to_vec();
    let number = |value: Option<u8>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    let row = move |(day, measures): &(i32, Measures)| {
        let scores = measures.activities.iter().flatten();
        let scores = scores.map(|activity| format!("{}: {}", activity.name, number(activity.score)));
        vec![row_name(*day, Step::Session), number(measures.pain), scores.collect::<Vec<_>>().join("; ")]
    };
    Some(
        view! {
            <figure class="chart">{drawn}</figure>
            {table(t::WEEK_BY_WEEK, vec![t::DAY, t::PAIN, t::ACTIVITIES], move || all.iter().map(row).collect())}
        }
        .into_any(),
    )
}

/// An activity of the form: what, and how well.
#[derive(Debug, Clone, Copy)]
struct Asked {
    name: RwSignal<String>,
    score: RwSignal<Option<u8>>,
}

fn activity(place: usize, asked: Asked) -> AnyView {
    let numbers = (0..=WORST_PAIN).map(|number| {
        let choose = move |_| {
            asked.score.try_set(Some(number));
        };
        view! {
            <label>
                <input type="radio" name=format!("activity-{place}") value=number.to_string() prop:checked=move || asked.score.get() == Some(number) on:change=choose/>
                <span>{number}</span>
            </label>
        }
        .into_any()
    });
    let numbers: Vec<AnyView> = numbers.collect();
    let label = move || match asked.name.get() {
        name if name.trim().is_empty() => t::activity_number(place + 1),
        name => name,
    };
    view! {
        <div class="activity">
            <label class="field"><span>{t::activity_number(place + 1)}</span>
                <input type="text" id=format!("activity-{place}") maxlength=LONGEST_NAME autocomplete="off" placeholder=t::ACTIVITY_EXAMPLES[place % 3]
                    prop:value=move || asked.name.get()
                    on:input:target=move |event| { asked.name.try_set(event.target().value()); }/>
            </label>
            <fieldset class="pain-scale" role="radiogroup" aria-label=label disabled=move || asked.name.get().trim().is_empty()>
                <div class="pain-choices picks">{numbers}</div>
                <p class="pain-ends" aria-hidden="true"><span>{t::UNABLE}</span><span>{t::AS_BEFORE}</span></p>
            </fieldset>
        </div>
    }
    .into_any()
}

/// The section of the page.
#[component]
pub fn CheckIn() -> impl IntoView {
    let (library, notices, preferences) = (use_library(), use_notices(), use_preferences());
    let all = RwSignal::new(Vec::<(i32, Measures)>::new());
    let is_open = RwSignal::new(false);
    let pain = RwSignal::new(None::<u8>);
    let asked: [Asked; ACTIVITIES] =
        std::array::from_fn(|_| Asked { name: RwSignal::new(String::new()), score: RwSignal::new(None) });
    let read = move || {
        let kept = all_of(library);
        for (asked, name) in asked.iter().zip(names(&kept)) {
            asked.name.try_set(name);
        }
        all.try_set(kept);
    };
    effect(move || {
        if library.opened.get() {
            read();
            is_open.try_set(history::fragment() == "check-in");
        }
    });
    let today = move || clock::today().as_deref().and_then(julian_day);
    let says_something = move || pain.get().is_some() || asked.iter().any(|asked| asked.score.get().is_some());
    let save = move |_| {
        let Some(day) = clock::today() else { return };
        let activities: Vec<Activity> = asked
            .iter()
            .map(|asked| Activity {
                name: asked.name.get_untracked().trim().to_owned(),
                score: asked.score.get_untracked(),
            })
            .filter(|activity| !activity.name.is_empty())
            .collect();
        let activities = (!activities.is_empty()).then_some(activities);
        match library.keep_measures(&day, &Measures { pain: pain.get_untracked(), activities }) {
            Ok(()) => {
                is_open.set(false);
                pain.set(None);
                asked.iter().for_each(|asked| asked.score.set(None));
                read();
                notices.tell(t::CHECKED_IN.to_owned());
            }
            Err(error) => notices.tell(t::not_saved(error)),
        }
    };
    let rows = move || {
        let named = |place: usize| asked[place].name.get().trim().is_empty();
        // One empty row, so that there is room for one more.
        let rows = (0..ACTIVITIES).filter(|place| *place == 0 || !named(*place) || !named(place - 1));
        rows.collect::<Vec<usize>>()
    };
    let asks = move || library.setting(|settings| settings.check_in != Some(false));
    view! {
        <section id="check-in">
            <h2>{t::WEEK_BY_WEEK}</h2>
            <p>{t::CHECK_IN_TEXT}</p>
            {move || today().and_then(|today| all.with(|all| figures(all, today)))}
            {move || if is_open.get() {
                view! {
                    <form class="check-in not-printed" on:submit=move |event| event.prevent_default()>
                        <PainScale label=t::PAIN_LAST_WEEK name="pain-last-week" value=pain/>
                        <p><strong>{t::ACTIVITIES_ASKED}</strong>" "{t::ACTIVITIES_HINT}</p>
                        <For each=rows key=|place| *place children=move |place| activity(place, asked[place])/>
                        <p class="actions"><button type="button" class="button" disabled=move || !says_something() on:click=save>{t::SAVE}</button></p>
                    </form>
                }.into_any()
            } else {
                view! { <p class="not-printed"><button type="button" on:click=move |_| is_open.set(true)>{t::CHECK_IN_NOW}</button></p> }.into_any()
            }}
            <label class="setting not-printed">
                <input type="checkbox" prop:checked=asks on:change:target=move |event| {
                    let asks = event.target().checked();
                    preferences.change(|settings| settings.check_in = Some(asks));
                }/>
                <span>{t::ASK_WEEKLY}</span>
            </label>
        </section>
    }
}
