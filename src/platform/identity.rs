//! New ids.

use super::{clock, window};

/// A new UUID v7: sorts by time. Random bytes come from the browser's generator.
pub fn new_id() -> String {
    let mut random = [0_u8; 10];
    let filled = window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut random).ok());
    if filled.is_none() {
        // Without a secure generator an id need only differ from this device's others.
        random.fill_with(|| (js_sys_random() * 256.0) as u8);
    }
    uuid::Builder::from_unix_timestamp_millis(clock::wall(), &random).into_uuid().to_string()
}

fn js_sys_random() -> f64 {
    if window().is_some() { js_sys::Math::random() } else { 0.5 }
}
