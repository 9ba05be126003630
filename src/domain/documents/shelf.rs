//! A place for texts under keys, and what can go wrong with it.

/// Why the shelf did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShelfError {
    /// There is no storage here, or it is forbidden.
    Blocked,
    /// It is full.
    Full,
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
