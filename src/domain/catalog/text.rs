//! Constant text and lists, so that the whole catalog is static data in the binary.
//!
//! The build script reads content into the same types (leaking, once, at build time) and writes
//! them out as Rust constants: starting a session then needs no fetch and no parsing.

use core::fmt;
use core::ops::Deref;

/// A piece of the app's content: plain text in the catalog's language.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline, description = ""))]
pub struct Text(pub &'static str);

impl Text {
    /// The text itself.
    pub const fn get(self) -> &'static str {
        self.0
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Prints the Rust expression that builds this value: the build script relies on it.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({:?})", self.0)
    }
}

/// Texts with a type of their own, so that they can be put elsewhere than other texts.
macro_rules! own_texts {
    ($($(#[$meta:meta])* $name:ident)*) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, PartialEq, Eq, Default)]
            #[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline, description = ""))]
            pub struct $name(pub &'static str);

            impl $name {
                /// The text itself.
                pub const fn get(self) -> &'static str {
                    self.0
                }
            }

            /// Prints the Rust expression that builds this value: the build script relies on it.
            impl fmt::Debug for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "{}({:?})", stringify!($name), self.0)
                }
            }

            #[cfg(not(target_arch = "wasm32"))]
            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    Text::deserialize(from).map(|text| Self(text.0))
                }
            }

            #[cfg(not(target_arch = "wasm32"))]
            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    to.serialize_str(self.0)
                }
            }
        )*
    };
}

own_texts! {
    /// A text that explains: told in the chunk of the figure.
    Taught
    /// What something is, in a sentence: told on pages and in frames.
    Summary
    /// A piece of advice: told at home and on the pages of routines.
    Advice
    /// The name of a pose. In the wasm each has a shorter one, which the build script gives.
    PoseId
}

/// A constant list of content.
#[derive(PartialEq, Eq)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline, description = ""))]
pub struct List<T: 'static>(pub &'static [T]);

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(&[])
    }
}

impl<T> List<T> {
    /// The items, for as long as the program runs.
    pub const fn get(self) -> &'static [T] {
        self.0
    }
}

impl<T> Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        self.0
    }
}

/// Prints the Rust expression that builds this value: the build script relies on it.
impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("List(&")?;
        f.debug_list().entries(self.0).finish()?;
        f.write_str(")")
    }
}

/// Content that a session does not need. In the wasm the catalog holds only its place in a table, so
/// that the table can lie in the chunk of those pages that tell it; on the host it is there itself.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline, description = ""))]
pub struct Aside<T: 'static>(#[cfg(not(target_arch = "wasm32"))] T, #[cfg(target_arch = "wasm32")] Place<T>);

#[cfg(target_arch = "wasm32")]
type Place<T> = (u16, core::marker::PhantomData<fn() -> T>);

impl<T> Aside<T> {
    /// What lies at this place of its table.
    #[cfg(target_arch = "wasm32")]
    pub const fn at(place: u16) -> Self {
        Self((place, core::marker::PhantomData))
    }

    /// Its place in its table.
    #[cfg(target_arch = "wasm32")]
    pub const fn place(&self) -> usize {
        self.0.0 as usize
    }

    /// What is there itself.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn here(told: T) -> Self {
        Self(told)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<T> Deref for Aside<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// What begins, divides and ends an [`Aside`] where the build script is to cut it out. Texts are
/// printed with such signs escaped.
pub const CUTS: [char; 3] = ['\u{1}', '\u{2}', '\u{3}'];

/// Prints the Rust expression that builds this value; in the alternate form with its type, between
/// [`CUTS`]: the build script relies on both.
impl<T: fmt::Debug> fmt::Debug for Aside<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            let [begin, divide, end] = CUTS;
            let kind = core::any::type_name::<T>();
            write!(f, "{begin}{kind}{divide}{:?}{end}", self.0)
        } else {
            write!(f, "Aside::here({:?})", self.0)
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use crate::domain::catalog::text::{Aside, List, Text};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    impl<'de> Deserialize<'de> for Text {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            Ok(Self(String::deserialize(from)?.leak()))
        }
    }

    impl Serialize for Text {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_str(self.0)
        }
    }

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            Ok(Self(Vec::leak(Vec::deserialize(from)?)))
        }
    }

    impl<T: Serialize> Serialize for List<T> {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.collect_seq(self.0)
        }
    }

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Aside<T> {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            T::deserialize(from).map(Self)
        }
    }

    impl<T: Serialize> Serialize for Aside<T> {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            self.0.serialize(to)
        }
    }
}
