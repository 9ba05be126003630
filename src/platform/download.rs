//! Handing the person a file.

use super::{document, timers};
use wasm_bindgen::{JsCast, JsValue};

/// Offers a text as a file to keep. Returns whether the browser took it.
pub fn offer(name: &str, mime: &str, text: &str) -> bool {
    let Some(document) = document() else { return false };
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return false };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return false };
    let Some(link) = document.create_element("a").ok().and_then(|a| a.dyn_into::<web_sys::HtmlAnchorElement>().ok())
    else {
        return false;
    };
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Browsers read the blob after the click returns; a minute is ample.
    timers::after(60_000, move || drop(web_sys::Url::revoke_object_url(&url)));
    true
}
