//! Lists of ids in documents, which may be missing.

/// Whether an id is in a list.
pub fn has(list: &Option<Vec<String>>, id: &str) -> bool {
    list.iter().flatten().any(|other| other == id)
}

/// Puts an id into a list, or takes it out.
pub fn put(list: &mut Option<Vec<String>>, id: &str, is_there: bool) {
    let list = list.get_or_insert_default();
    list.retain(|other| other != id);
    if is_there {
        list.push(id.to_owned());
    }
}
