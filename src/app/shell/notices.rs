//! Short messages at the foot of the page, with a way to take back what they tell.

use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::progress::record::SessionRecord;
use leptos::prelude::*;

/// A short message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What to say.
    pub text: String,
    /// A deleted session that can be brought back.
    pub undo: Option<SessionRecord>,
}

/// The message that is shown. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Notices(RwSignal<Option<Notice>>);

impl Notices {
    /// No message yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Says something.
    pub fn tell(self, text: impl Into<String>) {
        self.0.try_set(Some(Notice { text: text.into(), undo: None }));
    }

    /// Says something that can be taken back by keeping a session again.
    pub fn offer_undo(self, text: impl Into<String>, record: SessionRecord) {
        self.0.try_set(Some(Notice { text: text.into(), undo: Some(record) }));
    }

    /// The message that is shown, tracked.
    pub fn shown(self) -> Option<Notice> {
        self.0.get()
    }

    fn close(self) {
        self.0.try_set(None);
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}

/// The messages that the shell provides.
pub fn use_notices() -> Notices {
    // The shell provides them before it draws any page, on the host and in the browser alike.
    #[allow(clippy::expect_used)]
    use_context::<Notices>().expect("the shell provides the notices")
}

/// What can be done about a message.
#[component]
pub fn NoticeButtons(
    /// The message.
    notice: Notice,
) -> impl IntoView {
    let notices = use_notices();
    let library = use_library();
    let undo = notice.undo.map(|record| {
        let bring_back = move || match library.keep(&record) {
            Ok(()) => notices.close(),
            Err(error) => notices.tell(t::not_saved(error)),
        };
        button("", t::UNDO, bring_back)
    });
    view! {
        {undo}
        {button("quiet", t::CLOSE, move || notices.close())}
    }
}
