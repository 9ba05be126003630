//! Reads a folder of content files into a [`Catalog`] and checks it. Shared by the build script
//! and the host tests; never part of the app.

use super::check;
use crate::domain::catalog::text::{List, Text};
use crate::domain::catalog::{
    Catalog, Claim, Exercise, MassagePrecaution, SafetyTier, Sequence, ShippedRoutine, Source, Technique,
};
use crate::domain::figure::pose::Pose;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

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
struct Safety {
    tell_therapist: List<Text>,
    advice: List<Text>,
    safety: List<SafetyTier>,
    massage_precautions: List<MassagePrecaution>,
}

/// What was read, with the text of each file so that a problem can name its line.
#[derive(Default)]
struct Files {
    texts: BTreeMap<String, String>,
    problems: Vec<String>,
}

impl Files {
    fn file<T: DeserializeOwned>(&mut self, root: &Path, name: &str) -> Option<T> {
        let path = root.join(name);
        let shown = path.display().to_string();
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                self.problems.push(format!("{shown}: {error}"));
                return None;
            }
        };
        let read = toml::from_str(&text);
        let problem = read.as_ref().err().map(|error: &toml::de::Error| {
            let line = error.span().map_or(1, |span| line_at(&text, span.start));
            format!("{shown}:{line}: {}", error.message())
        });
        self.problems.extend(problem);
        self.texts.insert(name.to_owned(), text);
        read.ok()
    }

    fn folder<T: DeserializeOwned>(&mut self, root: &Path, name: &str) -> Vec<T> {
        let mut files: Vec<String> = match fs::read_dir(root.join(name)) {
            Ok(entries) => entries
                .flatten()
                .filter_map(|entry| entry.file_name().into_string().ok())
                .filter(|file| file.ends_with(".toml"))
                .collect(),
            Err(error) => {
                self.problems.push(format!("{}: {error}", root.join(name).display()));
                Vec::new()
            }
        };
        files.sort();
        files.iter().filter_map(|file| self.file(root, &format!("{name}/{file}"))).collect()
    }
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// Reads and checks the content of one language, and the poses that all languages share.
///
/// # Errors
/// Every problem found, each naming its file and line.
pub fn read(root: &Path, poses: &Path) -> Result<&'static Catalog, Vec<String>> {
    let mut files = Files::default();
    let mut exercises: Vec<Exercise> = files.folder(root, "exercises");
    let mut techniques: Vec<Technique> = files.folder(root, "techniques");
    let mut sequences: Vec<Sequence> = files.folder(root, "sequences");
    exercises.sort_by_key(|x| x.order);
    techniques.sort_by_key(|x| x.order);
    sequences.sort_by_key(|x| x.order);
    let poses: Option<Poses> =
        files.file(poses.parent().unwrap_or(Path::new("")), &poses.file_name().unwrap_or_default().to_string_lossy());
    let routines: Option<Routines> = files.file(root, "routines.toml");
    let claims: Option<Claims> = files.file(root, "claims.toml");
    let sources: Option<Sources> = files.file(root, "sources.toml");
    let safety: Option<Safety> = files.file(root, "safety.toml");
    let (Some(poses), Some(routines), Some(claims), Some(sources), Some(safety)) =
        (poses, routines, claims, sources, safety)
    else {
        return Err(files.problems);
    };
    if !files.problems.is_empty() {
        return Err(files.problems);
    }
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog {
        poses: poses.poses,
        exercises: List(exercises.leak()),
        techniques: List(techniques.leak()),
        sequences: List(sequences.leak()),
        routines: routines.routines,
        claims: claims.claims,
        sources: sources.sources,
        safety: safety.safety,
        massage_precautions: safety.massage_precautions,
        tell_therapist: safety.tell_therapist,
        advice: safety.advice,
    }));
    let problems: Vec<String> = check::problems(catalog)
        .into_iter()
        .map(|problem| {
            let text = files.texts.get(&problem.file).map_or("", String::as_str);
            let line = text.find(&problem.near).map_or(1, |at| line_at(text, at));
            format!("{}:{line}: {}", root.join(&problem.file).display(), problem.what)
        })
        .collect();
    if problems.is_empty() { Ok(catalog) } else { Err(problems) }
}
