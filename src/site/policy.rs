//! The content security policy: in each page, and in the headers.

use super::digest;

/// What pages may load and do, without frames, which only a header can rule. Trusted Types are left
/// out: Leptos builds static elements from the HTML of a template, so they would need a policy that
/// lets everything through.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {script}; style-src 'self' {style}; img-src 'self'; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// What is written into every page: nothing is fetched before a page is painted.
#[derive(Debug)]
pub struct Inline {
    /// The content of the one `<style>` element.
    pub style: String,
    /// The content of the one `<script>` element that is run.
    pub script: String,
}

impl Inline {
    /// The policy, which allows these two by their digests, and no other. Pages and headers have to
    /// say the same, for what both allow counts.
    pub fn policy(&self) -> String {
        let source = |content: &str| format!("'{}'", digest::integrity(content.as_bytes()));
        POLICY.replace("{style}", &source(&self.style)).replace("{script}", &source(&self.script))
    }

    /// The policy as the first element of a page's head.
    pub fn meta(&self) -> String {
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", self.policy())
    }
}
