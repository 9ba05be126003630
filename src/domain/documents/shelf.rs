//! A place for texts under keys, and what can go wrong with it.

/// Why the shelf did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShelfError {
    /// There is no storage here, or it is forbidden.
    Blocked,
    /// It is full.
    Full,
}

/// How many keys at either end are shown, where there are more than both together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// At the beginning.
    pub first: usize,
    /// At the end.
    pub last: usize,
}

impl Ends {
    /// All of them.
    pub const ALL: Self = Self { first: 0, last: u32::MAX as usize };
}

/// A place for texts under keys: the browser's localStorage, or a map in a test.
pub trait Shelf {
    /// Every key, ours and others', in order.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn keys(&self) -> Result<Vec<String>, ShelfError>;
    /// How many keys there are, ours and others'.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn count(&self) -> Result<usize, ShelfError>;
    /// The text under a key.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError>;
    /// Shows every key that begins with a prefix, with its text, in the order of the keys, or those at the
    /// ends.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn visit(&self, prefix: &str, ends: Ends, see: &mut dyn FnMut(&str, &str)) -> Result<(), ShelfError> {
        one_by_one(self, prefix, ends, see)
    }
    /// Puts a text under a key.
    ///
    /// # Errors
    /// [`ShelfError::Full`] or [`ShelfError::Blocked`]; what was there before is still there.
    fn set(&self, key: &str, text: &str) -> Result<(), ShelfError>;
    /// Removes a key.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn remove(&self, key: &str) -> Result<(), ShelfError>;
}

/// [`Shelf::visit`], a key at a time.
///
/// # Errors
/// [`ShelfError::Blocked`].
pub fn one_by_one(
    shelf: &(impl Shelf + ?Sized),
    prefix: &str,
    ends: Ends,
    see: &mut dyn FnMut(&str, &str),
) -> Result<(), ShelfError> {
    let keys: Vec<String> = shelf.keys()?.into_iter().filter(|key| key.starts_with(prefix)).collect();
    let left_out = ends.first..keys.len().saturating_sub(ends.last);
    for (_, key) in keys.into_iter().enumerate().filter(|(place, _)| !left_out.contains(place)) {
        if let Some(text) = shelf.get(&key)? {
            see(&key, &text);
        }
    }
    Ok(())
}

/// Why something was not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveError {
    /// There is no storage here, or it is forbidden.
    Blocked,
    /// Storage is full.
    Full,
    /// What is there was written by a newer version and stays as it is.
    Newer,
}

impl From<ShelfError> for SaveError {
    fn from(error: ShelfError) -> Self {
        match error {
            ShelfError::Blocked => Self::Blocked,
            ShelfError::Full => Self::Full,
        }
    }
}
