//! Cuts the wasm that cargo has built into its main part and its chunks, and puts them in the place
//! of what Trunk made of it. ARCHITECTURE.md, "The split", tells how and why.

use super::digest;
use super::markup::invalid;
use super::rewrite::rewritten;
use crate::app::chunks::NAMES;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use wasm_encoder::{CustomSection, Section};

/// Where cargo puts the wasm, in its target folder.
const BUILT: &str = "wasm32-unknown-unknown/release/unknot.wasm";
/// What the glue is called until it is named after its bytes, and what the main part imports it as.
const GLUE: &str = "unknot.js";
const GLUE_MODULE: &str = "./unknot_bg.js";
/// What the main part imports the functions from that fetch chunks.
const LOADER: &str = "./__wasm_split.js";
const LOADER_SOURCE: &str = include_str!("chunks.js");
/// The custom section that holds what several chunks need.
const SHARED: &str = "shared";
/// Names between wasm and glue that may become short: functions of the browser, and those that
/// `wasm-bindgen` exports for itself.
const MANGLED: &str = "^(__wbg_|__wbindgen_|__externref_|_ZN|_R)";
/// Features of WebAssembly that all browsers we support have.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How scripts are made small.
const SMALL_SCRIPT: [&str; 5] =
    ["--format=esm", "--minify", "--target=es2022", "--log-level=error", "--legal-comments=none"];

/// The files of a wasm that was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The glue, with what fetches chunks.
    pub glue: String,
    /// The main part.
    pub main: String,
    /// Each chunk by its name, with the digest of its bytes as browsers want it.
    pub chunks: BTreeMap<String, (String, String)>,
}

/// Cuts the wasm that cargo has built last, and writes the parts into a folder.
///
/// # Errors
/// What could not be read, written, run or understood.
pub fn split(target: &Path, folder: &Path) -> io::Result<Parts> {
    let work = target.join("split");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    fs::create_dir_all(&work)?;
    let pieces = cut(&target.join(BUILT), &work)?;
    run(Command::new("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle"])
        .args(["--out-name", "unknot", "--out-dir"])
        .arg(&work)
        .arg(work.join("main.wasm")))?;
    let every: BTreeSet<&String> = pieces.values().flatten().collect();
    let every = every.into_iter().map(|piece| work.join(format!("{piece}.wasm")));
    optimise_all(&every.chain([work.join("unknot_bg.wasm")]).collect::<Vec<PathBuf>>())?;
    let mut chunks = BTreeMap::new();
    for name in NAMES {
        let needed = pieces.get(name).ok_or_else(|| invalid(format!("there is no chunk '{name}'")))?;
        let bytes = with_shared(&work, name, needed)?;
        let file = named(folder, &format!("unknot-{name}-"), "wasm", &bytes)?;
        chunks.insert(name.to_owned(), (file, digest::integrity(&bytes)));
    }
    let (glue, short) = glue(&work, &chunks)?;
    let main = rewritten(&fs::read(work.join("unknot_bg.wasm"))?, GLUE_MODULE, &short)?;
    Ok(Parts { glue: named(folder, "unknot-", "js", &glue)?, main: named(folder, "unknot-", "wasm", &main)?, chunks })
}

/// Cuts the wasm into `main.wasm` and pieces; returns which pieces each chunk needs, its own last.
fn cut(built: &Path, work: &Path) -> io::Result<BTreeMap<String, Vec<String>>> {
    let wasm = fs::read(built).map_err(|error| invalid(format!("{}: {error}", built.display())))?;
    let main = work.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&wasm);
    options.output_dir = work;
    options.main_out_path = &main;
    options.link_name = LOADER;
    options.main_module = "./unknot.js";
    let cut = wasm_split_cli_support::transform(options).map_err(|error| invalid(format!("the split: {error:?}")))?;
    Ok(cut.prefetch_map.into_iter().collect())
}

/// A chunk: its own piece, with those that others need too in custom sections of it.
fn with_shared(work: &Path, name: &str, needed: &[String]) -> io::Result<Vec<u8>> {
    let own = format!("split_{name}");
    if needed.last() != Some(&own) {
        return Err(invalid(format!("nothing is in the chunk '{name}' alone")));
    }
    let read = |piece: &str| rewritten(&fs::read(work.join(format!("{piece}.wasm")))?, GLUE_MODULE, &BTreeMap::new());
    let mut chunk = read(&own)?;
    for piece in &needed[..needed.len() - 1] {
        let number = piece.strip_prefix("chunk_").and_then(|number| number.parse::<u8>().ok());
        let number = number.ok_or_else(|| invalid(format!("'{piece}' is no piece that chunks share")))?;
        let mut data = vec![number];
        data.extend(read(piece)?);
        CustomSection { name: SHARED.into(), data: data.into() }.append_to(&mut chunk);
    }
    Ok(chunk)
}

/// The glue with what fetches the chunks, as one small script, and the short names in it by the
/// long ones that the wasm still has.
fn glue(work: &Path, chunks: &BTreeMap<String, (String, String)>) -> io::Result<(Vec<u8>, BTreeMap<String, String>)> {
    let lines = chunks.iter().map(|(name, (file, integrity))| {
        format!("export const __wasm_split_load_{name} = chunk({name:?}, {file:?}, {integrity:?});\n")
    });
    fs::write(work.join(LOADER), format!("{LOADER_SOURCE}{}", lines.collect::<String>()))?;
    let (out, names) = (work.join("glue.js"), work.join("names.json"));
    fs::write(&names, "{}")?;
    // The glue could fetch the wasm too, but `start.js` does.
    let entry = work.join("entry.js");
    fs::write(&entry, format!("export {{ initSync }} from './{GLUE}';\n"))?;
    run(Command::new("esbuild")
        .arg(entry)
        .args(SMALL_SCRIPT)
        .arg("--bundle")
        .arg(format!("--mangle-props={MANGLED}"))
        .arg(format!("--mangle-cache={}", names.display()))
        .arg(format!("--outfile={}", out.display())))?;
    let names = serde_json::from_slice(&fs::read(names)?).map_err(|error| invalid(format!("names.json: {error}")))?;
    Ok((fs::read(out)?, names))
}

/// Makes a script of the site smaller, which does the same.
///
/// # Errors
/// What could not be read, written or understood.
pub fn shrink(script: &Path) -> io::Result<()> {
    run(Command::new("esbuild")
        .arg(script)
        .args(SMALL_SCRIPT)
        .arg("--allow-overwrite")
        .arg(format!("--outfile={}", script.display())))
}

/// A file named after its bytes.
fn named(folder: &Path, before: &str, kind: &str, bytes: &[u8]) -> io::Result<String> {
    let name = format!("{before}{}.{kind}", digest::short(bytes));
    fs::write(folder.join(&name), bytes)?;
    Ok(name)
}

/// Each once, as many at a time as there are processors.
fn optimise_all(paths: &[PathBuf]) -> io::Result<()> {
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<()> {
        while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
            optimise(path)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let workers: Vec<_> =
            (0..thread::available_parallelism().map_or(1, usize::from)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| invalid("wasm-opt: a panic".to_owned()))?)
    })
}

fn optimise(path: &Path) -> io::Result<()> {
    run(Command::new("wasm-opt")
        .args(["-Os", "--one-caller-inline-max-function-size=60", "--strip-debug", "--strip-producers"])
        .args(FEATURES)
        .arg(path)
        .arg("-o")
        .arg(path))
}

fn run(command: &mut Command) -> io::Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| invalid(format!("{program}: {error} (run 'make tools')")))?;
    if output.status.success() {
        return Ok(());
    }
    Err(invalid(format!("{program}: {}", String::from_utf8_lossy(&output.stderr))))
}
