//! The bar that shows short messages.

use super::notices::use_notices;
use crate::app::extras::{Extra, extra_beside};
use crate::app::view::view;
use crate::content::words::messages as t;
use leptos::prelude::*;

/// The bar at the foot of the page.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let notices = use_notices();
    view! {
        <div class="notice-bar" role="status" aria-label=t::NOTICE_LABEL>
            {move || notices.shown().map(|notice| view! {
                <div class="notice">
                    <p>{notice.text.clone()}</p>
                    {extra_beside(Extra::NoticeButtons(notice))}
                </div>
            })}
        </div>
    }
}
