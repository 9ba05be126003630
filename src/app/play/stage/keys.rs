//! Single keys while a session runs.

use super::open::Open;
use crate::app::library::use_library;
use crate::app::reactive::keep_while_drawn;
use crate::app::session::driver::Session;
use crate::domain::session::player::Player;
use crate::platform::page;
use wasm_bindgen::JsCast;

/// Listens to keys for as long as the page shows the session.
pub(super) fn listen(session: Session, open: Open) {
    let library = use_library();
    let keys = page::on_window("keydown", move |event| {
        let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else { return };
        let key = event.key();
        let on = library.settings_now().shortcuts();
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat();
        if !on || modified || page::dialog_is_open() || page::focus_uses_key(&key) {
            return;
        }
        match key.as_str() {
            " " => session.toggle(),
            "ArrowRight" => session.apply(Player::skip),
            "ArrowLeft" => session.apply(Player::back),
            "m" | "M" => session.toggle_mute(),
            "h" | "H" => open.hurts(),
            "Escape" => open.ask_to_end(),
            "?" => open.help(),
            // Any key that writes something begins; others belong to the browser.
            key if session.is_waiting() && (key == "Enter" || key.chars().count() == 1) => session.toggle(),
            _ => return,
        }
        event.prevent_default();
    });
    keep_while_drawn(keys);
}
