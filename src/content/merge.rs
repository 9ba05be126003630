//! Puts the words of a language into the structure they belong to, before the catalog's types are
//! read from both. Part of the build script and of the host tests, never of the app.
//!
//! Structure is lists of items, each with its `id`. Words are tables of the same names, keyed by
//! those ids; a text alone stands for an item whose only word is its `text`. What is a word is a
//! closed list, so that no language can change a dose, and none goes without its words.

use super::check::looks_like_an_id;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue, Deserializer, Error};

/// Every key that holds words. They stand in a language's files, and nothing else does.
const WORDS: [&str; 28] = [
    "action",
    "advice",
    "aim",
    "clothing",
    "common_errors",
    "felt_as",
    "form_cues",
    "known",
    "lead",
    "name",
    "needs",
    "note",
    "now",
    "ready",
    "say",
    "teach",
    "watch",
    "side_names",
    "start",
    "statement",
    "suits",
    "summary",
    "surface",
    "tell_therapist",
    "text",
    "tips",
    "what",
    "who",
];

fn is_word(key: &str) -> bool {
    WORDS.contains(&key)
}

/// A file of content.
pub struct File {
    /// How problems name it.
    pub shown: String,
    /// What it holds.
    pub text: String,
}

impl File {
    /// The file's name and the line at a byte of it.
    pub fn line(&self, offset: usize) -> String {
        let line = self.text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1;
        format!("{}:{line}", self.shown)
    }
}

/// A file of structure, with a language's words for it. The words' offsets go on where those of the
/// structure end, so that one number tells file and line.
pub struct Pair {
    structure: File,
    words: File,
    places: Places,
}

/// Where everything stands, by its path of keys and ids: `rungs.wall.movements.reach.now`.
#[derive(Default)]
struct Places {
    structure: BTreeMap<String, usize>,
    words: BTreeMap<String, usize>,
}

impl Pair {
    /// Two files that are to be merged.
    pub fn new(structure: File, words: File) -> Self {
        Self { structure, words, places: Places::default() }
    }

    /// The words begin here. One more than the structure's length, because a problem may lie at its
    /// very end.
    const fn words_begin(&self) -> usize {
        self.structure.text.len() + 1
    }

    fn line(&self, offset: usize) -> String {
        match offset.checked_sub(self.words_begin()) {
            Some(offset) => self.words.line(offset),
            None => self.structure.line(offset),
        }
    }

    /// File and line of a key, or of what it is missing from.
    pub fn line_of(&self, path: &str) -> String {
        let key = path.rsplit('.').next().unwrap_or_default();
        let (places, begin) =
            if is_word(key) { (&self.places.words, self.words_begin()) } else { (&self.places.structure, 0) };
        let outwards = std::iter::successors(Some(path), |path| path.rsplit_once('.').map(|(outer, _)| outer));
        self.line(outwards.filter_map(|path| places.get(path).copied()).next().unwrap_or(begin))
    }

    /// Reads both files as one.
    ///
    /// # Errors
    /// What is wrong with them, each with its file and line.
    pub fn read<T: DeserializeOwned>(&mut self) -> Result<T, Vec<String>> {
        let (read, places) = self.merged();
        self.places = places;
        read
    }

    fn merged<T: DeserializeOwned>(&self) -> (Result<T, Vec<String>>, Places) {
        // Blanks in place of the structure give the words' spans their offset.
        let blanks_and_words = " ".repeat(self.words_begin()) + &self.words.text;
        let (structure, words) = (DeTable::parse(&self.structure.text), DeTable::parse(&blanks_and_words));
        let (structure, words) = match (structure, words) {
            (Ok(structure), Ok(words)) => (structure, words),
            (structure, words) => {
                let errors = structure.err().into_iter().chain(words.err());
                let problems = errors.map(|error| self.tell(&error, start_of(&error))).collect();
                return (Err(problems), Places::default());
            }
        };
        let mut merge = Merge { pair: self, places: Places::default(), items: BTreeMap::new(), problems: Vec::new() };
        let (root, mut table) = (structure.span(), structure.into_inner());
        merge.items.insert((root.start, root.end), self.words_begin());
        merge.named_like_its_file(&table);
        merge.table("", &mut table, words.into_inner(), self.words_begin());
        let Merge { places, items, problems, .. } = merge;
        if !problems.is_empty() {
            return (Err(problems), places);
        }
        let read = T::deserialize(Deserializer::from(Spanned::new(root, table))).map_err(|error| {
            // A merged table has the span of its structure, but what it lacks may be a word.
            let lacking = error.message().strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
            let words = error.span().filter(|_| lacking.is_some_and(is_word));
            let words = words.and_then(|span| items.get(&(span.start, span.end)).copied());
            vec![self.tell(&error, words.unwrap_or(start_of(&error)))]
        });
        (read, places)
    }

    fn tell(&self, error: &Error, offset: usize) -> String {
        format!("{}: {}", self.line(offset), error.message())
    }
}

fn start_of(error: &Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

struct Merge<'a> {
    pair: &'a Pair,
    places: Places,
    /// Where the words of an item begin, by the span of its structure.
    items: BTreeMap<(usize, usize), usize>,
    problems: Vec<String>,
}

impl<'a> Merge<'a> {
    fn say(&mut self, offset: usize, what: &str) {
        self.problems.push(format!("{}: {what}", self.pair.line(offset)));
    }

    /// What is found by its id is looked for in the file of that name.
    fn named_like_its_file(&mut self, root: &DeTable<'a>) {
        if let Some(id) = root.get("id") {
            let (name, offset) = (Path::new(&self.pair.structure.shown).file_stem(), id.span().start);
            if name.is_none_or(|name| id.get_ref().as_str() != name.to_str()) {
                self.say(offset, "the id is not the name of the file");
            }
        }
    }

    /// Puts words into the table at `path`. They begin at `begin`.
    fn table(&mut self, path: &str, table: &mut DeTable<'a>, mut words: DeTable<'a>, begin: usize) {
        for (key, value) in table.iter_mut() {
            let (here, offset) = (join(path, key.get_ref()), key.span().start);
            self.places.structure.insert(here.clone(), offset);
            if is_word(key.get_ref()) {
                self.say(offset, &format!("`{}` is a word: it belongs into {}", key.get_ref(), self.pair.words.shown));
            } else if let DeValue::Array(items) = value.get_mut()
                && items.iter().all(|item| item.get_ref().is_table())
            {
                let words = words.remove(key.get_ref().as_ref());
                self.list(&here, items, words, begin);
            }
        }
        for (key, value) in words {
            if is_word(key.get_ref()) {
                if is_blank(value.get_ref()) {
                    self.say(key.span().start, &format!("`{}` is empty", key.get_ref()));
                }
                self.places.words.insert(join(path, key.get_ref()), key.span().start);
                table.insert(key, value);
            } else {
                self.no_word(&key);
            }
        }
    }

    fn no_word(&mut self, key: &Spanned<DeString>) {
        let (key, offset) = (key.get_ref(), key.span().start);
        self.say(
            offset,
            &format!("unknown field `{key}`: only words stand here, all else in {}", self.pair.structure.shown),
        );
    }

    /// Puts words into the items of the list at `path`. Those of the item around it begin at `begin`.
    fn list(&mut self, path: &str, items: &mut DeArray<'a>, words: Option<Spanned<DeValue<'a>>>, begin: usize) {
        let begin = words.as_ref().map_or(begin, |words| words.span().start);
        let mut words = match words.map(Spanned::into_inner) {
            Some(DeValue::Table(words)) => words,
            Some(_) => return self.say(begin, &format!("`{path}` is a table of words by their id")),
            None => DeTable::new(),
        };
        let mut seen: Vec<DeString> = Vec::new();
        for item in items.iter_mut() {
            let span = item.span();
            let DeValue::Table(item) = item.get_mut() else { continue };
            let id = item.get("id").map(|id| (id.get_ref().as_str().unwrap_or_default().to_owned(), id.span().start));
            let Some((id, offset)) = id else {
                self.say(span.start, "missing field `id`");
                continue;
            };
            if !looks_like_an_id(&id) {
                self.say(offset, &format!("'{id}' is not an id: use a-z, 0-9 and -"));
                continue;
            }
            let here = join(path, &id);
            self.places.structure.insert(here.clone(), offset);
            if seen.iter().any(|other| *other == id) {
                self.say(offset, &format!("the id '{id}' is used twice in `{path}`"));
            } else if let Some((key, words)) = words.remove_entry(id.as_str()) {
                self.places.words.insert(here.clone(), key.span().start);
                self.items.insert((span.start, span.end), key.span().start);
                self.table(&here, item, words_of(words), key.span().start);
            } else {
                let what = format!("there are no words for `{here}` of {}", self.pair.line(offset));
                self.say(begin, &what);
            }
            seen.push(id.into());
        }
        for key in words.keys() {
            let what =
                format!("words for `{}`, which is not in {}", join(path, key.get_ref()), self.pair.structure.shown);
            self.say(key.span().start, &what);
        }
    }
}

fn is_blank(words: &DeValue) -> bool {
    match words {
        DeValue::String(text) => text.trim().is_empty(),
        DeValue::Array(texts) => texts.is_empty() || texts.iter().any(|text| is_blank(text.get_ref())),
        _ => false,
    }
}

/// The words of an item; a text alone is short for `text`.
fn words_of(words: Spanned<DeValue<'_>>) -> DeTable<'_> {
    let span: Range<usize> = words.span();
    match words.into_inner() {
        DeValue::Table(words) => words,
        text => {
            let mut words = DeTable::new();
            words.insert(Spanned::new(span.clone(), "text".into()), Spanned::new(span, text));
            words
        }
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
