//! Embedding: what a frame says, whom it listens to, and accents that somebody else chose.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};
use support::{cases, shipped_ids};
use unknot::content::CATALOG;
use unknot::domain::documents::settings::Theme;
use unknot::domain::embed::accent::{Accent, DARK, LIGHT, Rgb};
use unknot::domain::embed::look::is_language_tag;
use unknot::domain::embed::{FromChild, FromParent, Kind, Look, MAX_MESSAGE, Peer, Trouble};

const CLINIC: &str = "https://clinic.example";
const OTHER: &str = "https://other.example";
const CONFIGURE: &str = r#"{"unknot":{"v":1,"type":"configure"}}"#;
const START: &str = r#"{"unknot":{"v":1,"type":"start"}}"#;
const PAUSE: &str = r#"{"unknot":{"v":1,"type":"pause"}}"#;

fn accent(text: &str) -> Accent {
    Accent::parse(text).unwrap()
}

fn look(theme: Theme, accent: Option<Accent>) -> Look {
    Look { theme, accent }
}

fn pinned() -> Peer {
    let mut peer = Peer::new();
    assert_eq!(peer.accepts(true, CLINIC, CONFIGURE), Some(FromParent::Configure(Look::default())));
    peer
}

#[rstest]
#[case::ready(FromChild::Ready, json!({"type": "ready"}))]
#[case::resize(FromChild::Resize { height: 612 }, json!({"type": "resize", "height": 612}))]
#[case::start(
    FromChild::Start { kind: Kind::Routine, id: "daily-six" },
    json!({"type": "start", "kind": "routine", "id": "daily-six"})
)]
#[case::progress(FromChild::Progress { step: 2, of: 6 }, json!({"type": "progress", "step": 2, "of": 6}))]
#[case::complete(
    FromChild::Complete { kind: Kind::Exercise, id: "bridge", seconds: u32::MAX },
    json!({"type": "complete", "kind": "exercise", "id": "bridge", "seconds": u32::MAX})
)]
#[case::no_storage(FromChild::Error { code: Trouble::NoStorage }, json!({"type": "error", "code": "no-storage"}))]
#[case::stopped(FromChild::Error { code: Trouble::Stopped }, json!({"type": "error", "code": "stopped"}))]
#[case::an_id_that_would_break_out(
    FromChild::Start { kind: Kind::Technique, id: "\"}</script>\\\n" },
    json!({"type": "start", "kind": "technique", "id": "\"}</script>\\\n"})
)]
fn what_a_frame_says_is_its_type_and_fields_in_version_one(#[case] message: FromChild, #[case] fields: Value) {
    let mut expected = fields;
    expected["v"] = json!(1);
    let written: Value = serde_json::from_str(&message.to_json()).unwrap();
    assert_eq!(written, json!({ "unknot": expected }));
}

/// Every field that a message can have. A new one has to be written here, and thought about: a
/// frame tells which session runs and how far it is, and nothing of the person's health.
fn fields(message: FromChild) -> &'static [&'static str] {
    match message {
        FromChild::Ready => &[],
        FromChild::Resize { height: _ } => &["height"],
        FromChild::Start { kind: _, id: _ } => &["kind", "id"],
        FromChild::Progress { step: _, of: _ } => &["step", "of"],
        FromChild::Complete { kind: _, id: _, seconds: _ } => &["kind", "id", "seconds"],
        FromChild::Error { code: _ } => &["code"],
    }
}

fn any_from_child() -> impl Strategy<Value = FromChild> {
    let kind = prop::sample::select(vec![Kind::Routine, Kind::Exercise, Kind::Technique]);
    let session = (kind, prop::sample::select(shipped_ids()));
    let trouble = prop::sample::select(vec![Trouble::NoStorage, Trouble::Stopped]);
    prop_oneof![
        Just(FromChild::Ready),
        any::<u32>().prop_map(|height| FromChild::Resize { height }),
        session.clone().prop_map(|(kind, id)| FromChild::Start { kind, id }),
        any::<(u32, u32)>().prop_map(|(step, of)| FromChild::Progress { step, of }),
        (session, any::<u32>()).prop_map(|((kind, id), seconds)| FromChild::Complete { kind, id, seconds }),
        trouble.prop_map(|code| FromChild::Error { code }),
    ]
}

#[rstest]
#[case::start(START, FromParent::Start)]
#[case::pause(PAUSE, FromParent::Pause)]
#[case::nothing_configured(CONFIGURE, FromParent::Configure(Look::default()))]
#[case::all_of_it(
    r##"{"unknot":{"v":1,"type":"configure","theme":"dark","accent":"#0A7","lang":"en"}}"##,
    FromParent::Configure(look(Theme::Dark, Some(accent("00aa77"))))
)]
#[case::an_accent_without_a_hash(
    r#"{"unknot":{"v":1,"type":"configure","accent":"00aa77"}}"#,
    FromParent::Configure(look(Theme::Auto, Some(accent("#0a7"))))
)]
#[case::a_language_that_there_is_none_of(
    r#"{"unknot":{"v":1,"type":"configure","theme":"light","lang":"pt-BR"}}"#,
    FromParent::Configure(look(Theme::Light, None))
)]
#[case::null_is_absent(
    r#"{"unknot":{"v":1,"type":"configure","theme":null,"accent":null,"lang":null}}"#,
    FromParent::Configure(Look::default())
)]
#[case::fields_of_tomorrow(r#"{"unknot":{"v":1,"type":"pause","why":["tea"]},"more":{"a":1}}"#, FromParent::Pause)]
fn a_valid_message_is_read(#[case] message: &str, #[case] expected: FromParent) {
    assert_eq!(FromParent::parse(message), Some(expected));
}

#[rstest]
#[case::nothing("")]
#[case::null("null")]
#[case::a_text("\"unknot\"")]
#[case::a_list("[1]")]
#[case::no_envelope(r#"{"v":1,"type":"start"}"#)]
#[case::an_envelope_of_text(r#"{"unknot":"start"}"#)]
#[case::an_envelope_of_null(r#"{"unknot":null}"#)]
#[case::no_version(r#"{"unknot":{"type":"start"}}"#)]
#[case::version_two(r#"{"unknot":{"v":2,"type":"start"}}"#)]
#[case::version_zero(r#"{"unknot":{"v":0,"type":"start"}}"#)]
#[case::a_negative_version(r#"{"unknot":{"v":-1,"type":"start"}}"#)]
#[case::half_a_version(r#"{"unknot":{"v":1.5,"type":"start"}}"#)]
#[case::a_version_in_words(r#"{"unknot":{"v":"1","type":"start"}}"#)]
#[case::a_version_past_any_integer(r#"{"unknot":{"v":99999999999999999999,"type":"start"}}"#)]
#[case::no_type(r#"{"unknot":{"v":1}}"#)]
#[case::an_unknown_type(r#"{"unknot":{"v":1,"type":"end"}}"#)]
#[case::a_type_of_the_other_side(r#"{"unknot":{"v":1,"type":"ready"}}"#)]
#[case::a_type_in_capitals(r#"{"unknot":{"v":1,"type":"Start"}}"#)]
#[case::a_type_in_a_list(r#"{"unknot":{"v":1,"type":["start"]}}"#)]
#[case::an_unknown_theme(r#"{"unknot":{"v":1,"type":"configure","theme":"sepia"}}"#)]
#[case::a_theme_that_is_a_number(r#"{"unknot":{"v":1,"type":"configure","theme":1}}"#)]
#[case::a_colour_by_name(r#"{"unknot":{"v":1,"type":"configure","accent":"red"}}"#)]
#[case::an_accent_that_is_a_number(r#"{"unknot":{"v":1,"type":"configure","accent":123}}"#)]
#[case::an_accent_with_more_to_say(r#"{"unknot":{"v":1,"type":"configure","accent":"0a7;color:red"}}"#)]
#[case::a_language_that_is_no_tag(r#"{"unknot":{"v":1,"type":"configure","lang":"<b>"}}"#)]
#[case::an_invalid_field_beside_a_verb(r#"{"unknot":{"v":1,"type":"start","theme":{}}}"#)]
#[case::cut_off(r#"{"unknot":{"v":1,"type":"start"}"#)]
#[case::two_at_once(r#"{"unknot":{"v":1,"type":"start"}}{"unknot":{"v":1,"type":"pause"}}"#)]
fn an_invalid_message_is_nothing(#[case] message: &str) {
    assert_eq!(FromParent::parse(message), None);
    assert_eq!(pinned().accepts(true, CLINIC, message), None);
}

#[test]
fn a_message_of_the_greatest_length_is_read_and_a_longer_one_is_not() {
    let padded = |length: usize| format!("{START}{}", " ".repeat(length - START.len()));
    assert_eq!(FromParent::parse(&padded(MAX_MESSAGE)), Some(FromParent::Start));
    assert_eq!(FromParent::parse(&padded(MAX_MESSAGE + 1)), None);
}

#[test]
fn deep_nesting_is_no_danger() {
    let deep = format!(r#"{{"unknot":{{"v":1,"type":"start","deep":{}{}}}}}"#, "[".repeat(2_000), "]".repeat(2_000));
    assert_eq!(FromParent::parse(&deep), Some(FromParent::Start));
    assert_eq!(FromParent::parse(&"[".repeat(MAX_MESSAGE)), None);
}

#[test]
fn nothing_but_configure_is_heard_first() {
    let mut peer = Peer::new();
    assert_eq!(peer.accepts(true, CLINIC, START), None);
    assert_eq!(peer.accepts(true, CLINIC, PAUSE), None);
    assert_eq!(peer, Peer::new());
    assert!(peer.accepts(true, CLINIC, CONFIGURE).is_some());
    assert_eq!(peer.accepts(true, CLINIC, START), Some(FromParent::Start));
    assert_eq!(peer.accepts(true, CLINIC, PAUSE), Some(FromParent::Pause));
    assert!(peer.accepts(true, CLINIC, CONFIGURE).is_some());
}

#[test]
fn an_invalid_configure_pins_nobody() {
    let mut peer = Peer::new();
    let invalid = r#"{"unknot":{"v":1,"type":"configure","theme":"dark","accent":"red"}}"#;
    assert_eq!(peer.accepts(true, OTHER, invalid), None);
    assert!(peer.accepts(true, CLINIC, CONFIGURE).is_some());
    assert_eq!(peer.accepts(true, OTHER, START), None);
}

#[rstest]
#[case::nobody_yet(None, "*")]
#[case::a_site(Some(CLINIC), CLINIC)]
#[case::a_site_without_an_origin(Some("null"), "*")]
fn what_is_said_goes_to_who_configured(#[case] origin: Option<&str>, #[case] target: &str) {
    let mut peer = Peer::new();
    if let Some(origin) = origin {
        assert!(peer.accepts(true, origin, CONFIGURE).is_some());
    }
    assert_eq!(peer.target(), target);
}

#[rstest]
#[case::nothing("", Look::default())]
#[case::only_a_question("?", Look::default())]
#[case::all_of_it("?theme=dark&accent=0a7&lang=en", look(Theme::Dark, Some(accent("0a7"))))]
#[case::without_the_question("theme=light&accent=00AA77", look(Theme::Light, Some(accent("0a7"))))]
#[case::between_others("?utm=1&theme=dark&&x&=y", look(Theme::Dark, None))]
#[case::the_first_of_two("?theme=dark&theme=light", look(Theme::Dark, None))]
#[case::unknown_values("?theme=sepia&accent=red&lang=e", Look::default())]
#[case::one_bad_value_leaves_the_others("?theme=<script>&accent=0a7", look(Theme::Auto, Some(accent("0a7"))))]
#[case::a_hash_in_the_accent("?accent=#0a7", Look::default())]
#[case::an_escaped_hash_in_the_accent("?accent=%230a7", Look::default())]
#[case::an_accent_with_more_to_say("?accent=0a7;background:url(//x)", Look::default())]
#[case::an_accent_of_four_digits("?accent=0a7f", Look::default())]
#[case::digits_of_another_script("?accent=٣٣٣", Look::default())]
#[case::capitals("?THEME=dark&theme=Dark", Look::default())]
fn an_address_says_how_a_page_looks(#[case] query: &str, #[case] expected: Look) {
    assert_eq!(Look::from_query(query), expected);
}

#[rstest]
#[case::short("en", true)]
#[case::with_a_region("pt-BR", true)]
#[case::with_a_script("zh-Hant-TW", true)]
#[case::the_longest("abcdefgh-abcdefgh-abcdefgh-abcdefgh", true)]
#[case::too_long("abcdefgh-abcdefgh-abcdefgh-abcdefgh-a", false)]
#[case::nothing("", false)]
#[case::one_letter("e", false)]
#[case::a_dash_at_the_end("en-", false)]
#[case::digits("12", false)]
#[case::a_space("en us", false)]
#[case::another_script("日本", false)]
fn a_language_tag_is_known_by_its_shape_and_selects_nothing(#[case] tag: &str, #[case] is_tag: bool) {
    assert_eq!(is_language_tag(tag), is_tag);
    let message = json!({"unknot": {"v": 1, "type": "configure", "theme": "dark", "lang": tag}}).to_string();
    let dark = look(Theme::Dark, None);
    assert_eq!(FromParent::parse(&message), is_tag.then_some(FromParent::Configure(dark)));
    // In an address there is nobody to tell.
    assert_eq!(Look::from_query(&format!("?lang={tag}&theme=dark")), dark);
}

fn any_accent() -> impl Strategy<Value = Accent> {
    any::<[u8; 3]>().prop_map(|channels| accent(&Rgb(channels).to_string()))
}

fn any_look() -> impl Strategy<Value = Look> {
    let theme = prop::sample::select(vec![Theme::Auto, Theme::Light, Theme::Dark]);
    (theme, prop::option::of(any_accent())).prop_map(|(theme, accent)| look(theme, accent))
}

/// A value that no field takes.
fn any_wrong_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[^a-zA-Z#]{1,8}".prop_filter("hex digits", |text| Accent::parse(text).is_none()).prop_map(Value::from),
        Just(json!([])),
        Just(json!({"toString": "dark"})),
    ]
}

fn any_verb() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["configure", "start", "pause"])
}

/// Text that is no message, though its sender and origin may be the right ones.
fn any_malformed() -> impl Strategy<Value = String> {
    let wrong_version = prop_oneof![
        any::<i64>().prop_filter("the right version", |version| *version != 1).prop_map(Value::from),
        any_wrong_value().prop_filter("the right version", |value| *value != json!(1)),
        Just(Value::Null),
    ];
    let wrong_type =
        "[a-zA-Z_]{0,12}".prop_filter("a type", |name| !["configure", "start", "pause"].contains(&name.as_str()));
    let field = prop::sample::select(vec!["theme", "accent", "lang"]);
    // `start` means one thing from a frame and another one to it.
    let of_the_other_side =
        any_from_child().prop_filter("a start", |message| !matches!(message, FromChild::Start { .. }));
    prop_oneof![
        "(?s).{0,200}",
        "[\\[\\]{}:,\"a-z0-9]{0,60}",
        (wrong_version, any_verb()).prop_map(|(v, kind)| json!({"unknot": {"v": v, "type": kind}}).to_string()),
        wrong_type.prop_map(|kind| json!({"unknot": {"v": 1, "type": kind}}).to_string()),
        any_wrong_value().prop_map(|kind| json!({"unknot": {"v": 1, "type": kind}}).to_string()),
        (any_verb(), field, any_wrong_value())
            .prop_map(|(kind, field, value)| json!({"unknot": {"v": 1, "type": kind, field: value}}).to_string()),
        of_the_other_side.prop_map(FromChild::to_json),
    ]
}

fn any_valid() -> impl Strategy<Value = String> {
    prop::sample::select(vec![CONFIGURE, START, PAUSE]).prop_map(str::to_owned)
}

/// A message that a frame must not act on, be it pinned to [`CLINIC`] or not.
fn any_hostile() -> impl Strategy<Value = (bool, &'static str, String)> {
    let origin = prop::sample::select(vec![CLINIC, OTHER, "null", ""]);
    prop_oneof![
        (any::<bool>(), origin.clone(), any_malformed()),
        (Just(false), origin, any_valid()),
        (Just(true), Just(OTHER), prop::sample::select(vec![START, PAUSE]).prop_map(str::to_owned)),
    ]
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn hostile_messages_change_nothing((from_parent, origin, message) in any_hostile()) {
        for before in [Peer::new(), pinned()] {
            let mut peer = before.clone();
            prop_assert_eq!(peer.accepts(from_parent, origin, &message), None);
            prop_assert_eq!(&peer, &before);
        }
    }

    #[test]
    fn once_pinned_no_other_origin_is_heard(origin in "[a-z:/.]{0,20}|null", message in any_valid()) {
        prop_assume!(origin != CLINIC);
        let mut peer = pinned();
        prop_assert_eq!(peer.accepts(true, &origin, &message), None);
        prop_assert_eq!(peer, pinned());
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_message_has_no_field_but_those_listed(message in any_from_child()) {
        let written: Value = serde_json::from_str(&message.to_json()).unwrap();
        let mut found: Vec<&str> = written["unknot"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut listed = fields(message).to_vec();
        listed.extend(["v", "type"]);
        found.sort_unstable();
        listed.sort_unstable();
        prop_assert_eq!(found, listed);
        prop_assert_eq!(written.as_object().unwrap().len(), 1);
    }

    #[test]
    fn any_look_comes_back_from_an_address_and_from_a_message(look in any_look()) {
        prop_assert_eq!(Look::from_query(&look.to_query()), look);
        let mut message = json!({"v": 1, "type": "configure", "theme": look.theme.name(), "lang": "pt-BR"});
        if let Some(accent) = look.accent {
            message["accent"] = json!(accent.hex());
        }
        let message = json!({ "unknot": message }).to_string();
        prop_assert_eq!(FromParent::parse(&message), Some(FromParent::Configure(look)));
    }

    #[test]
    fn any_address_at_all_is_read_without_a_panic(query in "(?s).{0,120}") {
        let look = Look::from_query(&query);
        prop_assert_eq!(Look::from_query(&look.to_query()), look);
    }
}

#[rstest]
#[case::three("0a7", "0a7", [0x00, 0xaa, 0x77])]
#[case::six("0b6e63", "0b6e63", [0x0b, 0x6e, 0x63])]
#[case::capitals("FfA", "ffa", [0xff, 0xff, 0xaa])]
#[case::a_hash("#123456", "123456", [0x12, 0x34, 0x56])]
fn an_accent_is_read(#[case] text: &str, #[case] same: &str, #[case] channels: [u8; 3]) {
    assert_eq!(accent(text).rgb(), Rgb(channels));
    assert_eq!(Accent::from_hex(same), Some(accent(text)));
}

#[rstest]
#[case::nothing("")]
#[case::a_hash_alone("#")]
#[case::two_hashes("##0a7")]
#[case::a_name("red")]
#[case::two_digits("0a")]
#[case::four_digits("0a7f")]
#[case::seven_digits("0aa7711")]
#[case::with_a_space(" 0a7")]
#[case::with_a_sign("+a7")]
#[case::six_bytes_of_another_script("٣٣٣")]
fn what_is_no_accent_is_refused(#[case] text: &str) {
    assert_eq!(Accent::parse(text), None);
}

#[test]
fn an_address_has_no_room_for_a_hash() {
    assert_eq!(Accent::from_hex("#0a7"), None);
    assert_eq!(accent("#0A7").hex(), "00aa77");
}

/// As WCAG 2.2 writes it.
fn measured(one: Rgb, two: Rgb) -> f64 {
    let luminance = |colour: Rgb| {
        let [red, green, blue] = colour.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, two) = (luminance(one) + 0.05, luminance(two) + 0.05);
    one.max(two) / one.min(two)
}

#[rstest]
#[case::black_on_white("000", "fff", 21.0)]
#[case::the_same("0a7", "0a7", 1.0)]
#[case::the_darkest_grey_that_fails("777777", "fff", 4.478)]
#[case::the_lightest_that_passes("767676", "fff", 4.542)]
#[case::red_on_white("f00", "fff", 3.998)]
#[case::blue_on_white("00f", "fff", 8.592)]
#[case::our_accent_on_our_ground("0b6e63", "f7f4ee", 5.586)]
fn contrast_is_the_known_one(#[case] one: &str, #[case] two: &str, #[case] known: f32) {
    let found = accent(one).rgb().contrast(accent(two).rgb());
    assert!((found - known).abs() < 0.001, "{found}");
    assert!((found - accent(two).rgb().contrast(accent(one).rgb())).abs() < f32::EPSILON);
}

#[rstest]
#[case::readable_already("0b6e63", LIGHT, "0b6e63")]
#[case::white_on_light("fff", LIGHT, "707070")]
#[case::black_on_dark("000", DARK, "939393")]
fn an_accent_moves_no_further_than_it_must(#[case] asked: &str, #[case] on: Rgb, #[case] becomes: &str) {
    assert_eq!(accent(asked).on(on), accent(becomes));
}

/// The light and the dark colour of a token.
fn token(name: &str) -> [Rgb; 2] {
    let css = include_str!("../style/tokens.css");
    let (_, rest) = css.split_once(&format!("--{name}: light-dark(")).unwrap();
    let (light, dark) = rest.split_once(')').unwrap().0.split_once(", ").unwrap();
    [light, dark].map(|hex| accent(hex).rgb())
}

#[test]
fn the_backgrounds_are_those_of_the_style_sheet() {
    assert_eq!([token("ground")[0], token("raised")[1]], [LIGHT, DARK]);
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn contrast_is_as_wcag_measures_it(one in any_accent(), two in any_accent()) {
        let (one, two) = (one.rgb(), two.rgb());
        prop_assert!((f64::from(one.contrast(two)) - measured(one, two)).abs() < 0.001);
    }

    #[test]
    fn any_accent_can_be_read_on_any_background(asked in any_accent(), background in any_accent()) {
        let accent = asked.on(background.rgb());
        prop_assert!(measured(accent.rgb(), background.rgb()) >= 4.5, "{}", accent.rgb());
        prop_assert!(measured(accent.ink(), accent.rgb()) >= 4.5, "{}", accent.rgb());
    }

    #[test]
    fn an_accent_keeps_the_order_of_its_channels(asked in any_accent(), background in any_accent()) {
        let (before, after) = (asked.rgb().0, asked.on(background.rgb()).rgb().0);
        for (one, two) in [(0, 1), (1, 2), (0, 2)] {
            prop_assert!(before[one] < before[two] || after[one] >= after[two]);
            prop_assert!(before[one] > before[two] || after[one] <= after[two]);
        }
    }

    #[test]
    fn any_accent_can_be_read_wherever_our_pages_use_it(asked in any_accent()) {
        for (scheme, background) in [LIGHT, DARK].into_iter().enumerate() {
            let shades = asked.shades(background);
            let on = ["ground", "surface", "raised"].map(|name| token(name)[scheme]);
            for behind in on.into_iter().chain([shades.tint]) {
                prop_assert!(measured(shades.accent, behind) >= 4.5, "{shades:?} on {behind}");
                prop_assert!(measured(shades.strong, behind) >= 4.5, "{shades:?} on {behind}");
            }
            for behind in [shades.accent, shades.strong] {
                prop_assert!(measured(shades.ink, behind) >= 4.5, "{shades:?}");
            }
            prop_assert!(measured(token("ink")[scheme], shades.tint) >= 7.0, "{shades:?}");
        }
    }
}

#[test]
fn the_tokens_of_an_accent_are_for_light_and_dark() {
    let [(name, value), ..] = accent("0b6e63").tokens();
    let (light, dark) = (accent("0b6e63").shades(LIGHT), accent("0b6e63").shades(DARK));
    assert_eq!((name, value), ("--accent", format!("light-dark({}, {})", light.accent, dark.accent)));
    let names = accent("f00").tokens().map(|(name, _)| name);
    let css = include_str!("../style/tokens.css");
    assert!(names.iter().all(|name| css.contains(&format!("{name}: light-dark("))));
}

#[test]
fn the_guide_for_site_owners_lists_everything_that_can_be_embedded() {
    let guide = include_str!("../docs/embedding.md");
    let exercises = CATALOG.exercises.get().iter().map(|exercise| exercise.id.get());
    let techniques = CATALOG.techniques.get().iter().map(|technique| technique.id.get());
    for id in shipped_ids().into_iter().chain(exercises).chain(techniques) {
        assert!(guide.contains(&format!("`{id}`")), "{id}");
    }
}

#[test]
fn what_the_start_script_tells_of_a_panic_is_a_message_of_the_protocol() {
    let told = FromChild::Error { code: Trouble::Stopped }.to_json();
    let start = include_str!("../public/start.js");
    let posted = start.split_once("postMessage(").and_then(|(_, rest)| rest.split_once(", \"*\"")).unwrap().0;
    // The script names its fields without quotes.
    let posted = ["unknot", "v", "type", "code"]
        .iter()
        .fold(posted.to_owned(), |text, name| text.replacen(&format!("{name}: "), &format!("\"{name}\": "), 1));
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&posted).unwrap(),
        serde_json::from_str::<serde_json::Value>(&told).unwrap()
    );
}
