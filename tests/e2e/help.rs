//! When something is wrong: whom to call. In Chromium, where a test can say where the device is.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::json;

/// A device in a time zone.
fn device_in(zone: &str) -> String {
    format!(
        "const real = Intl.DateTimeFormat.prototype.resolvedOptions;
        Intl.DateTimeFormat.prototype.resolvedOptions = function () {{ return {{ ...real.call(this), timeZone: '{zone}' }}; }};"
    )
}

#[rstest]
#[case::guessed("Europe/London", json!({}), "In United Kingdom: 999", json!(["tel:999"]))]
#[case::unknown("Asia/Bangkok", json!({}), "Call your local emergency number.", json!([]))]
#[case::set("Europe/London", json!({ "emergency_number": "0 12-3" }), "Call 0 12-3", json!(["tel:0123"]))]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_safety_page_says_whom_to_call(
    #[case] zone: &str,
    #[case] settings: serde_json::Value,
    #[case] text: &str,
    #[case] links: serde_json::Value,
) {
    let person = Person::arrives(Engine::Chromium).await;
    person.has_in_every_page(&device_in(zone)).await;
    person.has_settings(settings).await;
    person.opens("/safety/").await;
    person.until(text, SOON, async || person.main_text().await.contains(text).then_some(())).await;
    let all = "return all('#emergency a[href^=tel]').map((link) => link.getAttribute('href'))";
    assert_eq!(person.script(all, vec![]).await, links);
    person.leaves().await;
}
