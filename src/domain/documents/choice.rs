//! Closed choices in documents. One that a newer version wrote reads as the default here, and
//! stands as it was when the document is written again.

/// Reads and writes an enum by the names of its variants.
macro_rules! choice {
    ($type:ty { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Its name in documents.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The choice of this name.
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        const _: () = {
            miniserde::make_place!(Place);

            impl miniserde::de::Visitor for Place<$type> {
                fn string(&mut self, name: &str) -> miniserde::Result<()> {
                    self.out = Some(<$type>::named(name).unwrap_or_default());
                    Ok(())
                }
            }

            impl miniserde::Deserialize for $type {
                fn begin(out: &mut Option<Self>) -> &mut dyn miniserde::de::Visitor {
                    Place::new(out)
                }
            }

            impl miniserde::Serialize for $type {
                fn begin(&self) -> miniserde::ser::Fragment<'_> {
                    miniserde::ser::Fragment::Str(std::borrow::Cow::Borrowed(self.name()))
                }
            }
        };
    };
}

pub(crate) use choice;
