//! How what is counted is named.

/// The form of a word beside a number. English has two (CLDR's `one` and `other`); a language with
/// more, such as Polish, or with one, such as Japanese, takes as many words here.
pub const fn plural<'a>(count: usize, one: &'a str, other: &'a str) -> &'a str {
    if count == 1 { one } else { other }
}

/// A number with what it counts.
pub fn counted(count: usize, one: &str, other: &str) -> String {
    format!("{count} {}", plural(count, one, other))
}
