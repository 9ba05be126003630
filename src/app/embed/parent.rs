//! The page around a framed page: hears what it asks, tells it what happens here.

use crate::app::reactive::effect;
use crate::app::session::around::Hears;
use crate::app::session::driver::Session;
use crate::domain::documents::settings::Theme;
use crate::domain::embed::{FromChild, FromParent, Kind, Look, Peer, Trouble};
use crate::platform::{embed_port, page};
use leptos::prelude::*;

/// The page around ours. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Parent {
    kind: Kind,
    id: &'static str,
    peer: StoredValue<Peer>,
    session: RwSignal<Option<Session>>,
}

impl Parent {
    /// Shakes hands with the page around ours, if there is one, for the rest of this page's life.
    pub fn meet(kind: Kind, id: &'static str) -> Option<Self> {
        wear(Look::from_query(&embed_port::query()));
        if !embed_port::is_framed() {
            return None;
        }
        let parent = Self { kind, id, peer: StoredValue::new(Peer::new()), session: RwSignal::new(None) };
        let heard = embed_port::on_message(move |from_parent, origin, message| {
            let accepted = parent.peer.try_update_value(|peer| peer.accepts(from_parent, origin, message));
            if let Some(message) = accepted.flatten() {
                parent.hear(message);
            }
        });
        std::mem::forget(heard);
        Some(parent)
    }

    fn follow_session(self, session: Session) {
        self.session.set(Some(session));
        let began = StoredValue::new(None::<usize>);
        effect(move || {
            let at = session
                .snapshot
                .with(|snapshot| snapshot.state.is_under_way().then_some((snapshot.phase.item, snapshot.items)));
            let Some((item, items)) = at else { return };
            if began.get_value().is_none() {
                self.tell(FromChild::Start { kind: self.kind, id: self.id });
            }
            if began.get_value() != Some(item) {
                began.set_value(Some(item));
                self.tell(FromChild::Progress { step: whole(item + 1), of: whole(items.max(item + 1)) });
            }
        });
        effect(move || {
            session.record.with(|record| {
                if let Some(record) = record.as_ref().filter(|record| record.finished) {
                    let seconds = record.active_seconds;
                    self.tell(FromChild::Complete { kind: self.kind, id: self.id, seconds });
                }
            });
        });
    }

    fn tell(self, message: FromChild) {
        self.peer.try_with_value(|peer| embed_port::post(&message.to_json(), peer.target()));
    }

    fn hear(self, message: FromParent) {
        match message {
            FromParent::Configure(look) => wear(look),
            FromParent::Start => {
                if let Some(session) = self.session.try_get_untracked().flatten() {
                    session.start_for_the_parent();
                }
            }
            FromParent::Pause => {
                if let Some(session) = self.session.try_get_untracked().flatten() {
                    session.pause();
                }
            }
        }
    }
}

impl Hears for Parent {
    fn greet(&self) {
        let parent = *self;
        parent.tell(FromChild::Ready);
        embed_port::on_height(move |height| parent.tell(FromChild::Resize { height }));
    }

    fn follow(&self, session: Session) {
        self.follow_session(session);
    }

    fn tell_of_no_storage(&self) {
        self.tell(FromChild::Error { code: Trouble::NoStorage });
    }
}

fn whole(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Puts a look on.
fn wear(look: Look) {
    page::set_root_attribute("data-theme", if look.theme == Theme::Auto { "" } else { look.theme.name() });
    match look.accent {
        Some(accent) => accent.tokens().iter().for_each(|(name, value)| embed_port::set_property(name, value)),
        None => ["--accent", "--accent-strong", "--on-accent", "--accent-tint"]
            .iter()
            .for_each(|name| embed_port::set_property(name, "")),
    }
}
