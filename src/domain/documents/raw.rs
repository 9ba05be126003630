//! JSON as raw text: what a newer version wrote into a document, and this one does not know, is
//! kept as it stands when the document is written again.

/// Where a value ends that begins at `from`, in JSON that is known to be well formed.
fn end_of_value(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut in_string) = (from, 0_usize, false);
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if in_string => at += 1,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' | b':' if depth == 0 => return at,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    at.min(bytes.len())
}

/// The raw texts between commas (and colons) of an object or array. `None` for other values.
fn parts(text: &str, open: char, close: char) -> Option<Vec<&str>> {
    let inner = text.trim_ascii().strip_prefix(open)?.strip_suffix(close)?;
    let mut parts = Vec::new();
    let mut at = 0;
    while !inner[at..].trim_ascii().is_empty() {
        let end = end_of_value(inner, at);
        parts.push(inner[at..end].trim_ascii());
        at = (end + 1).min(inner.len());
    }
    Some(parts)
}

/// The members of an object: quoted keys and values as they stand. `None` for other values.
pub fn members(text: &str) -> Option<Vec<(&str, &str)>> {
    let parts = parts(text, '{', '}')?;
    Some(parts.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect())
}

/// The elements of a list as they stand. `None` for other values.
pub fn elements(text: &str) -> Option<Vec<&str>> {
    parts(text, '[', ']')
}

/// A member of an object as it stands.
pub fn member<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let is_it = |key: &str| key.strip_prefix('"').and_then(|key| key.strip_suffix('"')) == Some(name);
    members(text)?.into_iter().find(|(key, _)| is_it(key)).map(|(_, value)| value)
}

/// An object without one of its members, whose name is quoted.
pub fn without(text: &str, name: &str) -> Option<String> {
    let kept = members(text)?.into_iter().filter(|(key, _)| *key != name);
    Some(joined('{', kept.map(|(key, value)| format!("{key}:{value}")), '}'))
}

fn joined(open: char, parts: impl Iterator<Item = String>, close: char) -> String {
    let parts: Vec<String> = parts.collect();
    format!("{open}{}{close}", parts.join(","))
}

/// What to store for `after`, where `stored` was read as `before`: whatever did not change stands
/// as it stood, unknown members, nested ones and unknown choices included. Members in `implied`, quoted,
/// are known, and only where they are in `after`. All three are JSON of the same document.
pub fn rewritten(stored: &str, before: &str, after: &str, implied: &[&str]) -> String {
    if before == after {
        return stored.to_owned();
    }
    if let (Some(stored), Some(before), Some(after)) = (members(stored), members(before), members(after)) {
        let find =
            |members: &[(&str, &str)], key: &str| members.iter().find(|(k, _)| *k == key).map(|(_, v)| (*v).to_owned());
        let known = after.iter().map(|(key, value)| {
            let value = match (find(&stored, key), find(&before, key)) {
                (Some(stored), Some(before)) => rewritten(&stored, &before, value, implied),
                _ => (*value).to_owned(),
            };
            format!("{key}:{value}")
        });
        let unknown = stored
            .iter()
            .filter(|(key, _)| [&before, &after].iter().all(|known| find(known, key).is_none()))
            .filter(|(key, _)| !implied.contains(key))
            .map(|(key, value)| format!("{key}:{value}"));
        return joined('{', known.chain(unknown), '}');
    }
    if let (Some(stored), Some(before), Some(after)) = (elements(stored), elements(before), elements(after))
        && stored.len() == before.len()
    {
        let same_length = before.len() == after.len();
        let kept = after.iter().enumerate().map(|(index, value)| {
            if same_length {
                return rewritten(stored[index], before[index], value, implied);
            }
            before.iter().position(|other| other == value).map_or(*value, |index| stored[index]).to_owned()
        });
        return joined('[', kept, ']');
    }
    after.to_owned()
}
