//! A child process that ends, with all that it started, when its guard is dropped or when the
//! tests die.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Runs the command in a process group of its own, and ends that group when standard input does.
const SCRIPT: &str = r#"
exec 3<&0
trap : TERM
"$@" </dev/null 3<&- &
child=$!
{ read -r line <&3; kill -TERM 0; } &
wait $child
wait $child
kill -KILL 0
"#;
const LONGEST_END: Duration = Duration::from_secs(10);

/// A process, for as long as this lives.
#[derive(Debug)]
pub struct Guarded(Child);

impl Guarded {
    pub fn start(program: &str, arguments: &[&str], environment: &[(&str, &str)], output: Stdio) -> Self {
        let guard = Command::new("sh")
            .args(["-c", SCRIPT, "guard", program])
            .args(arguments)
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("sh starts");
        Self(guard)
    }

    pub fn is_running(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }

    /// The first line it writes; empty if it writes none before it ends.
    pub fn first_line(&mut self) -> String {
        let mut line = String::new();
        if let Some(output) = self.0.stdout.take() {
            BufReader::new(output).read_line(&mut line).expect("its output is text");
        }
        line.trim().to_owned()
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let deadline = Instant::now() + LONGEST_END;
        while self.is_running() && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(10));
        }
    }
}
