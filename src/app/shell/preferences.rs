//! Changing what the person set.

use super::notices::{Notices, use_notices};
use crate::app::library::{Documents, use_library};
use crate::content::words::messages as t;
use crate::domain::documents::health::Health;
use crate::domain::documents::settings::Settings;
use crate::domain::documents::shelf::SaveError;

/// Changes settings, and tells where they cannot be kept.
#[derive(Debug, Clone, Copy)]
pub struct Preferences {
    library: Documents,
    notices: Notices,
}

impl Preferences {
    /// Changes settings. The change holds until the page is closed even where it cannot be kept.
    pub fn change(self, change: impl FnOnce(&mut Settings)) {
        if let Err(error) = self.library.change_settings(change) {
            self.notices.tell(t::settings_not_saved(error));
        }
    }

    /// Changes what is known of the person's health. It holds until the page is closed even where it cannot
    /// be kept; where nothing can be, that is said elsewhere.
    pub fn change_health(self, change: &dyn Fn(&mut Health)) {
        match self.library.change_health(change) {
            Ok(()) | Err(SaveError::Blocked) => {}
            Err(error) => self.notices.tell(t::answers_not_saved(error)),
        }
    }
}

/// The preferences of the person.
pub fn use_preferences() -> Preferences {
    Preferences { library: use_library(), notices: use_notices() }
}
