//! Colours of a running session can be read in both themes: computed from the style sheets themselves.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use rstest::rstest;
use std::collections::BTreeMap;
use std::fs;
use unknot::domain::embed::accent::Accent;

/// Custom properties by name, for the light and the dark theme.
type Colours = BTreeMap<String, [String; 2]>;

/// `#abc`, or both of `light-dark(#abc, #def)`.
fn colours_of(value: &str) -> Option<[String; 2]> {
    let pair = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')'));
    let (light, dark) = pair.map_or(Some((value, value)), |pair| pair.split_once(','))?;
    let hex = |text: &str| text.trim().strip_prefix('#').map(str::to_owned);
    Some([hex(light)?, hex(dark)?])
}

fn declared_in(block: &str) -> Colours {
    let lines = block.split(['{', ';', '}']).filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    lines.filter_map(|(name, value)| Some((name.trim().to_owned(), colours_of(value.trim())?))).collect()
}

/// The colours of a phase: what the stage says for it, before what it says for all, before the tokens.
fn colours_in(phase: &str) -> Colours {
    let read = |name: &str| fs::read_to_string(format!("style/{name}.css")).unwrap();
    let (tokens, stage) = (read("tokens"), read("stage"));
    let block = |selector: &str| {
        let from = stage.find(selector).unwrap_or_else(|| panic!("no rule for {selector}"));
        let rest = &stage[from..];
        rest[..rest.find('}').unwrap()].to_owned()
    };
    let mut colours = declared_in(&tokens);
    let general = declared_in(&block("  .stage {\n    --phase:"));
    // They name the tokens that they are.
    for (name, token) in [("phase", "ground"), ("phase-ink", "ink"), ("phase-soft", "ink-soft")] {
        let colour = colours[token].clone();
        colours.insert(name.to_owned(), colour);
    }
    colours.extend(general);
    if !phase.is_empty() {
        colours.extend(declared_in(&block(&format!("[data-phase=\"{phase}\"]"))));
    }
    colours
}

/// The least contrast of text of any size, and of large text and what can be pressed (WCAG 2.2 AA).
const TEXT: f32 = 4.5;
const LARGE: f32 = 3.0;

#[rstest]
fn every_phase_can_be_read(
    #[values("", "move", "hold", "rest")] phase: &str,
    #[values(0, 1)] theme: usize,
    #[values(
        ("phase-ink", "phase", 7.0),
        ("phase-soft", "phase", TEXT),
        ("danger", "raised", TEXT),
        ("raised", "danger", LARGE),
        ("shorts", "paper", LARGE),
    )]
    pair: (&str, &str, f32),
) {
    let figure = declared_in(fs::read_to_string("style/figure.css").unwrap().split("[data-person").next().unwrap());
    let mut colours = colours_in(phase);
    colours.extend(figure);
    let (one, other, least) = pair;
    let rgb = |name: &str| {
        let hex = &colours[name][theme];
        Accent::parse(hex).unwrap_or_else(|| panic!("{name} is {hex}")).rgb()
    };
    let found = rgb(one).contrast(rgb(other));
    assert!(found >= least, "{one} on {other} in {phase:?}, theme {theme}: {found:.2} of {least}");
}

#[test]
fn phases_can_be_told_apart_by_their_colour() {
    for theme in [0, 1] {
        let grounds: Vec<String> =
            ["move", "hold", "rest"].iter().map(|phase| colours_in(phase)["phase"][theme].clone()).collect();
        let different: std::collections::BTreeSet<&String> = grounds.iter().collect();
        assert_eq!(different.len(), grounds.len(), "{grounds:?}");
    }
}
