//! The native entry: `site build` is Trunk's one post_build hook, `site serve` the one server.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use unknot::content::CATALOG;
use unknot::domain::routine::{CUSTOM, Routine};
use unknot::domain::session::cue::cues_between;
use unknot::domain::session::timeline::{Pace, Timeline};
use unknot::site::{data, figures, pages, precache, rules, serve, transcript};

const USAGE: &str = "usage: site build | site serve [folder] | site figures <folder> | site rules <folder> | site cues <share code> | site precache <folder> | site transcript <routine> [rate] [own-pace] [first-time]\n\
    build: fills the folder in TRUNK_STAGING_DIR; PUBLIC_ADDRESS says where the site will be\n\
    serve: serves a folder ('dist' unless named) at PORT, or at a free port\n\
    figures: writes a contact sheet of every picture\n\
    rules: writes what each condition changes, for a clinician to review on paper\n\
    precache: writes the list of what works offline into a folder whose files were changed\n\
    cues: prints the sounds of a routine with their instants, as JSON\n\
    transcript: prints what a session of a routine, sequence or share code says, shows and sounds";

/// The rate of the voice in transcripts, percent of normal.
const DEFAULT_RATE: &str = "100";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["build"] => build(),
        ["figures", folder] => figures::write(Path::new("."), Path::new(folder)).map_err(|error| error.to_string()),
        ["rules", folder] => rules::write(Path::new("."), Path::new(folder)).map_err(|error| error.to_string()),
        ["precache", folder] => {
            precache::write(Path::new(folder)).map(|_| ()).map_err(|error| format!("{folder}: {error}"))
        }
        ["cues", code] => print_cues(code),
        ["transcript", routine, how @ ..] => print_transcript(routine, how),
        ["serve"] => run_server(Path::new("dist")),
        ["serve", folder] => run_server(Path::new(folder)),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    let staging =
        env::var_os("TRUNK_STAGING_DIR").ok_or("TRUNK_STAGING_DIR is not set: run this through 'trunk build'")?;
    let root = env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let address = env::var("PUBLIC_ADDRESS").ok().filter(|address| !address.is_empty());
    let address = address.map(|address| data::public_address(&address)).transpose()?;
    let is_developing = env::var("TRUNK_PROFILE").as_deref() == Ok("debug");
    let target = if is_developing { None } else { Some(target()?) };
    let pages = pages::build(&root, Path::new(&staging), target.as_deref(), address.as_deref());
    let pages = pages.map_err(|error| error.to_string())?;
    println!("{pages} pages");
    Ok(())
}

/// Cargo's target folder, in which this program lies too.
fn target() -> Result<PathBuf, String> {
    let me = env::current_exe().map_err(|error| error.to_string())?;
    me.ancestors().nth(2).map(Path::to_owned).ok_or_else(|| format!("{} lies in no target folder", me.display()))
}

/// What the benchmarks compare what is heard with.
fn print_cues(code: &str) -> Result<(), String> {
    let routine = Routine::custom(&CATALOG, CUSTOM, code).map_err(|error| format!("{error:?}"))?;
    let timeline = Timeline::compile(&routine, Pace::default());
    let cues = cues_between(&timeline, &routine.items, 0, timeline.total_ms() + 1);
    let cues = cues.iter().filter_map(|cue| Some((cue.at_ms, cue.kind.sound()?))).collect::<Vec<_>>();
    let cues: Vec<String> =
        cues.iter().map(|(at_ms, sound)| format!("{{\"at_ms\":{at_ms},\"sound\":\"{sound:?}\"}}")).collect();
    println!("[{}]", cues.join(",\n"));
    Ok(())
}

fn print_transcript(routine: &str, how: &[&str]) -> Result<(), String> {
    let (ways, rates): (Vec<&str>, Vec<&str>) = how.iter().partition(|how| ["own-pace", "first-time"].contains(how));
    let rate = match rates.as_slice() {
        [] => DEFAULT_RATE,
        [rate] => rate,
        _ => return Err(USAGE.to_owned()),
    };
    let rate = rate.parse().map_err(|_| format!("the rate is '{rate}', which is not a whole number"))?;
    print!("{}", transcript::text(routine, rate, ways.contains(&"own-pace"), ways.contains(&"first-time"))?);
    Ok(())
}

fn run_server(dist: &Path) -> Result<(), String> {
    let port = match env::var("PORT") {
        Err(_) => None,
        Ok(text) => Some(text.parse().map_err(|_| format!("PORT is '{text}', which is not a port number"))?),
    };
    let options = serve::Options {
        dist: dist.to_owned(),
        port,
        exit_with_stdin: env::var_os("UNKNOT_EXIT_WITH_STDIN").is_some(),
    };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(serve::serve(options)).map_err(|error| error.to_string())
}
