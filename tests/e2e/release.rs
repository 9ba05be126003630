//! A site of one test's own: it can go away, come back on the same port, and change its build.

use crate::guarded::Guarded;
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

const SITE: &str = env!("CARGO_BIN_EXE_site");
const LONGEST_START: Duration = Duration::from_secs(15);
/// Servers tell the age of a file in whole seconds: a browser must see that a build is newer.
const BETWEEN_BUILDS: Duration = Duration::from_secs(60);
/// A page that every build has, and that is spoiled in a broken one.
const SPOILED: &str = "exercises/bird-dog/index.html";

/// What is wrong with a listed file of a broken build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Missing,
    Altered,
}

/// The site, for as long as this lives.
#[derive(Debug)]
pub struct Release {
    /// Holds each build, and `site`, which is the one being served.
    folder: PathBuf,
    /// The path below which the site lies, without slashes around it; empty for the root.
    below: &'static str,
    began: SystemTime,
    builds: u32,
    port: u16,
    server: Option<Guarded>,
}

impl Release {
    /// Serves a copy of `dist`, at a free port, as the build of that name.
    pub fn opens(build: &str) -> Self {
        Self::at(build, "")
    }

    /// The same below a path of the server.
    pub fn opens_below(path: &'static str) -> Self {
        Self::at("first", path)
    }

    fn at(build: &str, below: &'static str) -> Self {
        static OPENED: AtomicU32 = AtomicU32::new(0);
        let name = format!("release-{}-{}", process::id(), OPENED.fetch_add(1, Ordering::Relaxed));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // The first builds lie in the past, so that no later one comes from the future.
        let began = SystemTime::now() - 60 * BETWEEN_BUILDS;
        let mut release = Self { folder, below, began, builds: 0, port: 0, server: None };
        release.publishes(build);
        release.starts();
        release
    }

    /// Where the server is, without a slash at the end.
    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    pub fn starts(&mut self) {
        let site = self.folder.join("site");
        let site = site.to_str().expect("the folder has a plain name");
        let deadline = Instant::now() + LONGEST_START;
        // For a moment somebody else may have the port.
        while self.server.is_none() {
            assert!(Instant::now() < deadline, "the server does not start at port {}", self.port);
            let port = self.port.to_string();
            let mut server = Guarded::start(SITE, &["serve", site], &[("PORT", port.as_str())], Stdio::piped());
            match port_in(&server.first_line()) {
                Some(port) => (self.port, self.server) = (port, Some(server)),
                None => thread::sleep(Duration::from_millis(100)),
            }
        }
    }

    pub fn stops(&mut self) {
        self.server = None;
    }

    /// Puts a new build in place of the one before. Each of its pages tells its name in a `meta`
    /// element, and `offline.js` in its last line.
    pub fn publishes(&mut self, build: &str) {
        self.makes(build);
        self.serves_the_newest();
    }

    /// The same with a file that is not as the list says.
    pub fn publishes_broken(&mut self, build: &str, fault: Fault) {
        self.makes(build);
        let file = self.newest().join(self.below).join(SPOILED);
        match fault {
            Fault::Missing => fs::remove_file(&file).expect("a file can be removed"),
            Fault::Altered => fs::write(&file, read(&file) + "<!-- more -->").expect("a file can be written"),
        }
        self.serves_the_newest();
    }

    /// Puts a file into the site that is served.
    pub fn adds(&self, file: &str, text: &str) {
        let site = self.folder.join("site").join(self.below);
        fs::write(site.join(file), text).expect("the site can be written");
    }

    /// Takes a chunk of the wasm away, or alters its bytes.
    pub fn spoils_chunk(&self, chunk: &str, fault: Fault) {
        let file = self.chunk(chunk);
        match fault {
            Fault::Missing => fs::remove_file(&file).expect("a file can be removed"),
            Fault::Altered => {
                let mut bytes = fs::read(&file).expect("a file can be read");
                let middle = bytes.len() / 2;
                bytes[middle] ^= 1;
                fs::write(&file, bytes).expect("a file can be written");
            }
        }
    }

    /// Puts a chunk back as it was built.
    pub fn mends_chunk(&self, chunk: &str) {
        let file = self.chunk(chunk);
        let built = dist().join(file.file_name().expect("it has a name"));
        fs::copy(built, file).expect("a file can be copied");
    }

    fn chunk(&self, name: &str) -> PathBuf {
        let start = format!("unknot-{name}-");
        let built = files(&dist()).into_iter().find_map(|file| {
            let name = file.file_name()?.to_str()?;
            name.starts_with(&start).then(|| name.to_owned())
        });
        self.newest().join(self.below).join(built.unwrap_or_else(|| panic!("there is no chunk '{name}'")))
    }

    fn newest(&self) -> PathBuf {
        self.folder.join(self.builds.to_string())
    }

    fn makes(&mut self, build: &str) {
        self.builds += 1;
        let folder = self.newest().join(self.below);
        let dist = dist();
        for file in files(&dist) {
            let copy = folder.join(file.strip_prefix(&dist).expect("it lies in dist"));
            fs::create_dir_all(copy.parent().expect("it lies in a folder")).expect("a folder can be made");
            fs::copy(&file, &copy).expect("a file can be copied");
        }
        for file in files(&folder) {
            if file.extension().is_some_and(|extension| extension == "html") {
                let marked = format!("<meta name=\"build\" content=\"{build}\"></head>");
                fs::write(&file, read(&file).replacen("</head>", &marked, 1)).expect("a page can be written");
            }
        }
        let script = folder.join("offline.js");
        fs::write(&script, format!("{}\n// build {build}\n", read(&script))).expect("a script can be written");
        let listed = Command::new(SITE).arg("precache").arg(&folder).stdout(Stdio::null()).status();
        assert!(listed.expect("the site program runs").success(), "the list of {build} is written");
        if !self.below.is_empty() {
            for name in ["_headers", "index.html", "404.html"] {
                fs::copy(folder.join(name), self.newest().join(name)).expect("the server has what it needs");
            }
        }
    }

    fn serves_the_newest(&self) {
        let age = self.began + self.builds * BETWEEN_BUILDS;
        for file in files(&self.newest()) {
            let opened = File::options().write(true).open(&file).expect("a file can be opened");
            opened.set_modified(age).expect("a file can be given an age");
        }
        // Renaming replaces the link at once: no request falls between two builds.
        let (next, site) = (self.folder.join("next"), self.folder.join("site"));
        symlink(self.newest(), &next).expect("a link can be made");
        fs::rename(next, site).expect("a link can be renamed");
    }
}

impl Drop for Release {
    fn drop(&mut self) {
        self.stops();
        // What is left of it lies among what tests leave anyway.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// All files of a folder and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.flatten().map(|entry| entry.path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The port in "Unknot is at http://localhost:1234/".
fn port_in(line: &str) -> Option<u16> {
    line.trim_end_matches('/').rsplit(':').next()?.parse().ok()
}
