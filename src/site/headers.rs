//! Reads `_headers`: rules of a path pattern (`*` stands for anything) and the headers of the
//! responses it fits. Later rules win.

/// The rules of a `_headers` file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules(Vec<(String, Vec<(String, String)>)>);

impl Rules {
    /// Reads the file's text. A line at the margin is a pattern, an indented one a header of it;
    /// `#` begins a comment.
    pub fn parse(text: &str) -> Self {
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
            if line.starts_with([' ', '\t']) {
                if let (Some((_, headers)), Some((name, value))) = (rules.last_mut(), line.trim().split_once(':')) {
                    headers.push((name.trim().to_owned(), value.trim().to_owned()));
                }
            } else {
                rules.push((line.trim().to_owned(), Vec::new()));
            }
        }
        Self(rules)
    }

    /// The headers of the response for a path, each once.
    pub fn of(&self, path: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for (_, headers) in self.0.iter().filter(|(pattern, _)| fits(pattern, path)) {
            for (name, value) in headers {
                found.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
                found.push((name.clone(), value.clone()));
            }
        }
        found
    }
}

fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, end)) => path.strip_prefix(start).is_some_and(|rest| {
            end.is_empty() || (0..=rest.len()).any(|at| rest.is_char_boundary(at) && fits(end, &rest[at..]))
        }),
    }
}
