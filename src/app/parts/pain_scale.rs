//! Pain from 0 to 10 (NPRS), one tap; and effort, on a scale that looks the same.

use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::progress::record::WORST_PAIN;
use leptos::prelude::*;

/// A radio group of the numeric pain rating scale.
#[component]
pub fn PainScale(
    /// Its name as a heading.
    label: &'static str,
    /// Its name in the form, unique in the page.
    name: &'static str,
    /// What is chosen.
    value: RwSignal<Option<u8>>,
    /// What its numbers mean; the ends of the pain scale unless given.
    #[prop(default = &[t::NO_PAIN, t::WORST_PAIN])]
    words: &'static [&'static str],
) -> impl IntoView {
    let choices = (0..=WORST_PAIN).map(|pain| {
        let choose = move |_| {
            value.try_set(Some(pain));
        };
        view! {
            <label>
                <input type="radio" name=name value=pain.to_string() prop:checked=move || value.get() == Some(pain) on:change=choose/>
                <span>{pain}</span>
            </label>
        }
    });
    view! {
        <fieldset class="pain-scale" role="radiogroup" aria-label=label>
            <legend>{label}</legend>
            <div class="pain-choices picks">{choices.collect_view()}</div>
            <p class="pain-ends" aria-hidden="true">{words.iter().map(|words| view! { <span>{*words}</span> }).collect_view()}</p>
        </fieldset>
    }
}
