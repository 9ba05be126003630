//! The content security policy: in each page, and in the headers.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What pages may load and do, without frames, which only a header can rule. Trusted Types are left
/// out: Leptos builds static elements from the HTML of a template, so they would need a policy that
/// lets everything through.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy. `style` is the content of the one `<style>` element that a page holds, if any: its
/// digest allows that and no other.
pub fn policy(style: Option<&str>) -> String {
    let Some(style) = style else { return POLICY.to_owned() };
    let digest = STANDARD.encode(Sha256::digest(style));
    POLICY.replace("style-src 'self'", &format!("style-src 'self' 'sha256-{digest}'"))
}

/// The policy as the first element of a page's head.
pub fn meta(style: Option<&str>) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy(style))
}
