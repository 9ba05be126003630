//! Digests that are the same wherever and by whatever version of the compiler a site is built.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How much of a digest names a version, in hexadecimal digits.
const NAME_DIGITS: usize = 16;

/// The SHA-256 of some bytes, in hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// The SHA-256 of some bytes, as browsers want it where they are to check it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// As much of it as names a version.
pub fn short(bytes: &[u8]) -> String {
    let mut hex = hex(bytes);
    hex.truncate(NAME_DIGITS);
    hex
}
