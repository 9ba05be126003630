//! Reads the content, its structure and the words of one language, into a [`Catalog`] and checks
//! it. Shared by the build script and the host tests; never part of the app.

use super::check;
use super::merge::{File, Pair};
use crate::domain::catalog::text::{Advice, Aside, List, Text};
use crate::domain::catalog::{
    Catalog, Claim, Condition, Exercise, Floor, MassagePrecaution, SafetyTier, Sequence, ShippedRoutine, Source,
    Technique,
};
use crate::domain::figure::pose::Pose;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Poses {
    poses: List<Pose>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Routines {
    routines: List<ShippedRoutine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    claims: List<Claim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    sources: List<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    conditions: List<Condition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Safety {
    tell_therapist: List<Text>,
    advice: List<Advice>,
    safety: List<SafetyTier>,
    massage_precautions: List<MassagePrecaution>,
}

/// What was read, so that a problem found later can name its line.
struct Reader {
    structure: PathBuf,
    words: PathBuf,
    pairs: BTreeMap<String, Pair>,
    /// Files of structure that have words, read or not.
    worded: BTreeSet<String>,
    problems: Vec<String>,
}

impl Reader {
    fn say(&mut self, path: &Path, what: &str) {
        self.problems.push(format!("{}:1: {what}", path.display()));
    }

    fn text(&mut self, path: &Path, why: &str) -> Option<File> {
        match fs::read_to_string(path) {
            Ok(text) => Some(File { shown: path.display().to_string(), text }),
            Err(error) => {
                self.say(path, &format!("{why}: {error}"));
                None
            }
        }
    }

    /// A file that all languages share as it is.
    fn wordless<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let file = self.text(&self.structure.join(name), "cannot be read")?;
        match toml::from_str(&file.text) {
            Ok(read) => Some(read),
            Err(error) => {
                let offset = error.span().map_or(0, |span| span.start);
                self.problems.push(format!("{}: {}", file.line(offset), error.message()));
                None
            }
        }
    }

    /// A file and the words for it.
    fn file<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        self.worded.insert(name.to_owned());
        let structure = self.text(&self.structure.join(name), "cannot be read")?;
        let words = self.text(&self.words.join(name), &format!("there are no words for {}", structure.shown))?;
        let mut pair = Pair::new(structure, words);
        let read = pair.read();
        self.pairs.insert(name.to_owned(), pair);
        match read {
            Ok(read) => Some(read),
            Err(problems) => {
                self.problems.extend(problems);
                None
            }
        }
    }

    fn folder<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        let files = self.files_in(&self.structure.join(name), name);
        files.iter().filter_map(|file| self.file(file)).collect()
    }

    /// The content files in a folder, and below it, by their names from there on.
    fn files_in(&mut self, folder: &Path, name: &str) -> Vec<String> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                self.say(folder, &format!("cannot be read: {error}"));
                return Vec::new();
            }
        };
        let mut files = Vec::new();
        for entry in entries.flatten() {
            let Ok(file) = entry.file_name().into_string() else { continue };
            let path = entry.path();
            let file = if name.is_empty() { file } else { format!("{name}/{file}") };
            if path.is_dir() {
                files.extend(self.files_in(&path, &file));
            } else if file.ends_with(".toml") {
                files.push(file);
            }
        }
        files.sort();
        files
    }

    fn surplus(&mut self) {
        for name in self.files_in(&self.words.clone(), "") {
            if !self.worded.contains(&name) {
                let structure = self.structure.join(&name);
                self.say(&self.words.join(&name), &format!("{} is not there, or has no words", structure.display()));
            }
        }
    }

    /// What was said of the catalog, with file and line.
    fn placed(&self, problem: &check::Problem) -> String {
        let place = match self.pairs.get(&problem.file) {
            Some(pair) => pair.line_of(&problem.at),
            None => format!("{}:1", self.structure.join(&problem.file).display()),
        };
        format!("{place}: {}", problem.what)
    }
}

/// Reads and checks the content of one language: the structure in `content`, and the words of the
/// language in it.
///
/// # Errors
/// Every problem found, each naming its file and line.
pub fn read(content: &Path, language: &str) -> Result<&'static Catalog, Vec<String>> {
    let mut reader = Reader {
        structure: content.join("structure"),
        words: content.join("words").join(language),
        pairs: BTreeMap::new(),
        worded: BTreeSet::new(),
        problems: Vec::new(),
    };
    let mut exercises: Vec<Exercise> = reader.folder("exercises");
    let mut techniques: Vec<Technique> = reader.folder("techniques");
    let mut sequences: Vec<Sequence> = reader.folder("sequences");
    exercises.sort_by_key(|x| x.order);
    techniques.sort_by_key(|x| x.order);
    sequences.sort_by_key(|x| x.order);
    let poses: Option<Poses> = reader.wordless("poses.toml");
    let routines: Option<Routines> = reader.file("routines.toml");
    let claims: Option<Claims> = reader.file("claims.toml");
    let sources: Option<Sources> = reader.wordless("sources.toml");
    let safety: Option<Safety> = reader.file("safety.toml");
    let floor: Option<Floor> = reader.file("floor.toml");
    let rules: Option<Rules> = reader.file("rules.toml");
    reader.surplus();
    let (Some(poses), Some(routines), Some(claims), Some(sources), Some(safety), Some(floor), Some(rules), []) =
        (poses, routines, claims, sources, safety, floor, rules, reader.problems.as_slice())
    else {
        return Err(reader.problems);
    };
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog {
        poses: Aside::here(poses.poses),
        exercises: List(exercises.leak()),
        techniques: List(techniques.leak()),
        sequences: List(sequences.leak()),
        routines: routines.routines,
        claims: Aside::here(claims.claims),
        sources: Aside::here(sources.sources),
        safety: Aside::here(safety.safety),
        massage_precautions: Aside::here(safety.massage_precautions),
        conditions: Aside::here(rules.conditions),
        floor: Aside::here(floor),
        tell_therapist: Aside::here(safety.tell_therapist),
        advice: Aside::here(safety.advice),
    }));
    let problems: Vec<String> = check::problems(catalog).iter().map(|problem| reader.placed(problem)).collect();
    if problems.is_empty() { Ok(catalog) } else { Err(problems) }
}
