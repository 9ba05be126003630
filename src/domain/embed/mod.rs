//! What a framed page and the page around it say to each other, who may say it, and how the page is
//! to look.

pub mod accent;
pub mod look;
pub mod message;
pub mod peer;

pub use look::Look;
pub use message::{FromChild, FromParent, Kind, MAX_MESSAGE, Trouble, VERSION};
pub use peer::Peer;
