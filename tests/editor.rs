//! Building a routine: what the verbs do, and what never comes of them.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use proptest::prelude::*;
use support::{any_form, cases, form};
use unknot::content::CATALOG;
use unknot::domain::routine::editor::{Amount, Editor, Verb};
use unknot::domain::routine::share_code::{MAX_ITEMS, MAX_LENGTH, parse};

fn exercise(id: &str) -> &'static unknot::domain::catalog::Exercise {
    CATALOG.exercise(id).unwrap()
}

/// An editor after some verbs.
fn after(verbs: impl IntoIterator<Item = Verb>) -> Editor {
    let mut editor = Editor::default();
    for verb in verbs {
        editor.act(verb);
    }
    editor
}

#[test]
fn a_physiotherapists_routine_is_built() {
    let editor = after([
        Verb::Add(exercise("bridge")),
        Verb::Add(exercise("bird-dog")),
        Verb::Set(0, Amount::Sets, 3),
        Verb::Set(0, Amount::Repetitions, 8),
        Verb::Set(0, Amount::Hold, 10),
        Verb::Set(0, Amount::Rest, 45),
        Verb::Set(1, Amount::Repetitions, 6),
    ]);
    let bird_dog = editor.items()[1];
    assert_eq!(editor.code(), format!("bridge.8r.10h.3s.45x_bird-dog.6r.{}h", bird_dog.hold.unwrap()));
}

#[test]
fn items_are_moved_repeated_and_taken_out() {
    let (bridge, dog, cat) = (exercise("bridge"), exercise("bird-dog"), exercise("cat-cow"));
    let names = |editor: &Editor| editor.items().iter().map(|item| item.exercise.id.get()).collect::<Vec<_>>();
    let mut editor = after([Verb::Add(bridge), Verb::Add(dog), Verb::Add(cat)]);
    assert!(editor.act(Verb::Move { from: 2, to: 0 }));
    assert_eq!(names(&editor), ["cat-cow", "bridge", "bird-dog"]);
    assert!(editor.act(Verb::Repeat(1)) && editor.act(Verb::Remove(0)));
    assert_eq!(names(&editor), ["bridge", "bridge", "bird-dog"]);
    for nothing in [Verb::Remove(3), Verb::Move { from: 0, to: 3 }, Verb::Move { from: 1, to: 1 }, Verb::Repeat(9)] {
        assert!(!editor.act(nothing));
    }
    // Each step is taken back, and no more.
    let steps: Vec<Vec<&str>> = std::iter::from_fn(|| editor.undo().then(|| names(&editor))).collect();
    assert_eq!(steps.len(), 6);
    assert_eq!((&steps[1], &steps[5]), (&vec!["cat-cow", "bridge", "bird-dog"], &vec![]));
}

#[test]
fn another_form_keeps_the_amount_and_has_its_own_hold() {
    let (bridge, low) = form("bridge", "low");
    let mut editor = after([Verb::Add(bridge), Verb::Set(0, Amount::Repetitions, 12), Verb::Form(0, low)]);
    let item = editor.items()[0];
    assert_eq!((item.rung.id.get(), item.repetitions, item.hold), ("low", 12, low.hold_range().map(|(low, _)| low)));
    let (_, elsewhere) = form("dead-bug", "arm-only");
    assert!(!editor.act(Verb::Form(0, elsewhere)), "a form of another exercise");
}

#[test]
fn a_form_without_a_hold_gets_none() {
    let mut editor = after([Verb::Add(exercise("cat-cow"))]);
    assert_eq!(Amount::Hold.of(&editor.items()[0]), None);
    assert!(!editor.act(Verb::Set(0, Amount::Hold, 5)));
    assert_eq!((Amount::Rest.of(&editor.items()[0]), Amount::Sets.of(&editor.items()[0])), (None, Some(1)));
    assert!(editor.act(Verb::Set(0, Amount::Sets, 2)));
    assert_eq!(Amount::Rest.of(&editor.items()[0]), Some(30), "rest is asked for where there are two sets");
}

#[test]
fn there_is_room_for_as_much_as_a_link_holds() {
    let mut editor = Editor::default();
    while editor.has_room() {
        assert!(editor.act(Verb::Add(exercise("bridge"))));
    }
    assert_eq!(editor.items().len(), MAX_ITEMS);
    assert!(!editor.act(Verb::Add(exercise("bridge"))) && !editor.act(Verb::Repeat(0)));
}

fn any_verb() -> impl Strategy<Value = Verb> {
    let place = 0..6_usize;
    let any_exercise = (any::<u8>(), any::<u8>()).prop_map(|(exercise, rung)| any_form(exercise, rung));
    prop_oneof![
        4 => any_exercise.clone().prop_map(|(exercise, _)| Verb::Add(exercise)),
        1 => place.clone().prop_map(Verb::Remove),
        1 => place.clone().prop_map(Verb::Repeat),
        2 => (place.clone(), place.clone()).prop_map(|(from, to)| Verb::Move { from, to }),
        2 => (place.clone(), any_exercise).prop_map(|(place, (_, rung))| Verb::Form(place, rung)),
        4 => (place, prop::sample::select(Amount::ALL.to_vec()), any::<u16>()).prop_map(|(place, amount, value)| Verb::Set(place, amount, value)),
    ]
}

proptest! {
    #![proptest_config(cases(256))]

    /// Whatever is done, a link holds it and says the same, and undoing all of it leads back.
    #[test]
    fn any_verbs_make_a_routine_that_a_link_holds(verbs in proptest::collection::vec(any_verb(), 0..60)) {
        let mut editor = Editor::default();
        let mut done = 0;
        for verb in verbs {
            let before = editor.items().to_vec();
            if editor.act(verb) {
                done += 1;
                prop_assert_ne!(editor.items(), &before[..]);
                let mut undone = editor.clone();
                prop_assert!(undone.undo());
                prop_assert_eq!(undone.items(), &before[..]);
            } else {
                prop_assert_eq!(editor.items(), &before[..]);
            }
            let code = editor.code();
            prop_assert!(code.len() <= MAX_LENGTH);
            if !code.is_empty() {
                prop_assert_eq!(parse(&CATALOG, &code), Ok(editor.as_items()));
            }
        }
        let undone = std::iter::from_fn(|| editor.undo().then_some(())).count();
        prop_assert_eq!((undone, editor.items().len()), (done, 0));
    }
}
