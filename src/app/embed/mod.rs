//! Pages of ours in the frames of other sites, and the page around them.

pub mod framed;
pub mod parent;
