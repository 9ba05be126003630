//! Settings, and the person's data.

use crate::app::library::use_library;
use crate::app::parts::link::Link;
use crate::app::parts::this_app::ThisApp;
use crate::app::reactive::{keep_while_drawn, memo};
use crate::app::shell::preferences::use_preferences;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::LANGUAGE;
use crate::content::words::messages as t;
use crate::domain::documents::settings::{Counting, Explain, Model, RATE, SpokenBy, Theme};
use crate::domain::session::cue::Sound;
use crate::domain::session::timeline::GET_READY;
use crate::platform::{audio, clock, speech, timers, vibration};
use leptos::prelude::*;

#[component]
fn Toggle(
    label: &'static str,
    hint: &'static str,
    #[prop(into)] on: Signal<bool>,
    set: impl Fn(bool) + 'static,
) -> impl IntoView {
    view! {
        <label class="setting">
            <input type="checkbox" prop:checked=on on:change:target=move |event| set(event.target().checked())/>
            <span><strong>{label}</strong><span class="hint">{hint}</span></span>
        </label>
    }
}

/// A choice of a few, as radio buttons.
#[component]
fn Choice<T: Copy + PartialEq + Send + Sync + 'static>(
    legend: &'static str,
    name: &'static str,
    options: &'static [(T, &'static str)],
    #[prop(into)] chosen: Signal<T>,
    set: impl Fn(T) + Copy + 'static,
) -> impl IntoView {
    let options = options.iter().map(|(value, label)| {
        let value = *value;
        view! {
            <label>
                <input type="radio" name=name prop:checked=move || chosen.get() == value on:change=move |_| set(value)/>
                <span>{*label}</span>
            </label>
        }
    });
    view! { <fieldset class="setting choice"><legend>{legend}</legend>{options.collect_view()}</fieldset> }
}

/// Settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let library = use_library();
    let preferences = use_preferences();
    let settings = memo(move || library.settings());
    // Voices load late, and some browsers never say that they have.
    let voices = RwSignal::new(Vec::new());
    let only_network = RwSignal::new(false);
    let is_mute = RwSignal::new(false);
    keep_while_drawn(timers::every(500, move || {
        let found = speech::voices(LANGUAGE.tag, library.settings_now().network_voice());
        let only = speech::speaks_only_over_the_network(LANGUAGE.tag);
        for (signal, now) in [(only_network, only), (is_mute, speech::cannot_speak(LANGUAGE.tag))] {
            if signal.try_get_untracked() == Some(!now) {
                signal.try_set(now);
            }
        }
        if voices.try_with_untracked(|voices| *voices != found) == Some(true) {
            voices.try_set(found);
        }
    }));
    let test = move |_| {
        audio::unlock();
        let settings = settings.get_untracked();
        if settings.sound() {
            audio::play(Sound::GetReady, clock::page(), settings.volume());
        }
        if settings.vibration() {
            vibration::buzz(Sound::GetReady);
        }
        if settings.spoken_by() == SpokenBy::Voice {
            speech::say(
                t::VOICE_TEST,
                LANGUAGE.tag,
                settings.voice.as_deref(),
                settings.rate(),
                settings.network_voice(),
            );
        }
    };
    view! {
        <h1>{t::SETTINGS}</h1>
        <section class="settings">
            <h2>{t::SESSION_SETTINGS}</h2>
            <label class="setting">
                <span><strong>{t::GET_READY_LABEL}</strong><span class="hint">{t::GET_READY_HINT}</span></span>
                <input type="number" inputmode="numeric" min=*GET_READY.start() max=*GET_READY.end()
                    prop:value=move || settings.get().pace().get_ready.to_string()
                    on:change:target=move |event| {
                        if let Ok(seconds) = event.target().value().parse::<u16>() {
                            preferences.change(|s| s.get_ready = Some(seconds.min(*GET_READY.end())));
                        }
                    }/>
            </label>
            <Choice legend=t::EXPLAIN name="explain" options=t::EXPLAIN_OPTIONS chosen=Signal::derive(move || settings.get().explain())
                set=move |explain: Explain| preferences.change(|s| s.explain = Some(explain))/>
            <Toggle label=t::PHONE_DOWN_LABEL hint=t::PHONE_DOWN_HINT on=Signal::derive(move || settings.get().phone_down())
                set=move |on| preferences.change(|s| s.phone_down = Some(on))/>
            <Toggle label=t::SELF_PACED_LABEL hint=t::SELF_PACED_HINT on=Signal::derive(move || settings.get().pace().self_paced)
                set=move |on| preferences.change(|s| s.self_paced = Some(on))/>
            <Toggle label=t::SHORTCUTS_LABEL hint=t::SHORTCUTS_HINT on=Signal::derive(move || settings.get().shortcuts())
                set=move |on| preferences.change(|s| s.shortcuts = Some(on))/>
        </section>
        <section class="settings">
            <h2>{t::SOUND_SETTINGS}</h2>
            <Toggle label=t::SOUND_LABEL hint=t::SOUND_HINT on=Signal::derive(move || settings.get().sound())
                set=move |on| preferences.change(|s| s.sound = Some(on))/>
            <Choice legend=t::SPOKEN_BY name="spoken-by" options=t::SPOKEN_BY_OPTIONS chosen=Signal::derive(move || settings.get().spoken_by())
                set=move |by: SpokenBy| preferences.change(|s| s.spoken_by = Some(by))/>
            {move || (is_mute.get() && settings.get().spoken_by() == SpokenBy::Voice).then(|| view! {
                <div class="caution" role="status"><p><strong>{t::NO_VOICE}</strong></p><p>{t::NO_VOICE_HELP}</p></div>
            })}
            <label class="setting">
                <span><strong>{t::VOLUME_LABEL}</strong></span>
                <input type="range" min="0" max="100" step="10" prop:value=move || settings.get().volume().to_string()
                    on:change:target=move |event| {
                        if let Ok(volume) = event.target().value().parse::<u8>() {
                            preferences.change(|s| s.volume = Some(volume));
                        }
                    }/>
            </label>
            {move || (only_network.get() || settings.get().network_voice()).then(|| view! {
                <Toggle label=t::NETWORK_VOICE_LABEL hint=t::NETWORK_VOICE_HINT on=Signal::derive(move || settings.get().network_voice())
                    set=move |on| preferences.change(|s| s.network_voice = Some(on))/>
            })}
            {move || (!voices.get().is_empty()).then(|| view! {
                <label class="setting">
                    <span><strong>{t::VOICE_LABEL}</strong></span>
                    <select on:change:target=move |event| {
                        let name = event.target().value();
                        preferences.change(|s| s.voice = Some(name));
                    }>
                        <option value="" selected=move || settings.get().voice.is_none()>{t::VOICE_DEFAULT}</option>
                        {voices.get().into_iter().map(|name| {
                            let (chosen, value) = (name.clone(), name.clone());
                            view! { <option value=value selected=move || settings.get().voice.as_ref() == Some(&chosen)>{name}</option> }
                        }).collect_view()}
                    </select>
                </label>
            })}
            <label class="setting">
                <span><strong>{t::RATE_LABEL}</strong></span>
                <input type="range" min=*RATE.start() max=*RATE.end() step="5" prop:value=move || settings.get().rate().to_string()
                    on:change:target=move |event| {
                        if let Ok(rate) = event.target().value().parse::<u8>() {
                            preferences.change(|s| s.rate = Some(rate));
                        }
                    }/>
            </label>
            <Toggle label=t::BREATH_WORDS_LABEL hint=t::BREATH_WORDS_HINT on=Signal::derive(move || settings.get().breath_words())
                set=move |on| preferences.change(|s| s.breath_words = Some(on))/>
            <Choice legend=t::COUNTING name="counting" options=t::COUNTING_OPTIONS chosen=Signal::derive(move || settings.get().counting())
                set=move |counting: Counting| preferences.change(|s| s.counting = Some(counting))/>
            <Toggle label=t::VIBRATION_LABEL hint=t::VIBRATION_HINT on=Signal::derive(move || settings.get().vibration())
                set=move |on| preferences.change(|s| s.vibration = Some(on))/>
            <Toggle label=t::FLASH_LABEL hint=t::FLASH_HINT on=Signal::derive(move || settings.get().flash())
                set=move |on| preferences.change(|s| s.flash = Some(on))/>
            <p><button type="button" on:click=test>{t::TEST_SOUND}</button></p>
        </section>
        <section class="settings">
            <h2>{t::LOOK_SETTINGS}</h2>
            <Choice legend=t::MODEL name="model" options=t::MODEL_OPTIONS chosen=Signal::derive(move || settings.get().model())
                set=move |model: Model| preferences.change(|s| s.model = Some(model))/>
            <Choice legend=t::THEME name="theme" options=t::THEME_OPTIONS chosen=Signal::derive(move || settings.get().theme())
                set=move |theme: Theme| preferences.change(|s| s.theme = Some(theme))/>
            <label class="setting" id="emergency">
                <span><strong>{t::EMERGENCY_LABEL}</strong><span class="hint">{t::EMERGENCY_HINT}</span></span>
                <input type="tel" maxlength="20" prop:value=move || settings.get().emergency_number.unwrap_or_default()
                    on:change:target=move |event| {
                        let number = event.target().value();
                        preferences.change(|s| s.emergency_number = Some(number));
                    }/>
            </label>
        </section>
        <ThisApp/>
        <section class="settings" id="your-data">
            <h2>{t::DATA}</h2>
            <p>{t::YOUR_DATA_TEXT}</p>
            <p><Link to=Route::Data class="button quiet">{t::YOUR_DATA_LINK}</Link></p>
        </section>
    }
}
