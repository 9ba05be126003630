//! The content security policy: in each page, and in the headers.

use super::digest;

/// What pages may load and do, without frames, which only a header can rule. Trusted Types are left
/// out: Leptos builds static elements from the HTML of a template, so they would need a policy that
/// lets everything through.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {style}; img-src 'self'; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy. `style` is the content of the one `<style>` element that each page holds: its digest
/// allows that and no other. Pages and headers have to say the same, for what both allow counts.
pub fn policy(style: &str) -> String {
    POLICY.replace("{style}", &format!("'{}'", digest::integrity(style.as_bytes())))
}

/// The policy as the first element of a page's head.
pub fn meta(style: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy(style))
}
