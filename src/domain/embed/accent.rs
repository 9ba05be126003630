//! An accent that somebody else chose, made readable on our backgrounds.

use core::fmt;

/// Contrast of text with what lies behind it: a little above the 4.5:1 of WCAG 2.2 AA, so that
/// rounding, here or in whoever measures, never ends below.
const READABLE: f32 = 4.51;
/// Contrast of what stands out more than an accent does: WCAG 2.2 AAA.
const STRONG: f32 = 7.0;
/// How many steps lead from a colour to black or white.
const STEPS: u16 = 64;
/// How many of them a tint goes from the background to the accent.
const TINT: u16 = 8;

/// The light background on which dark text is hardest to read: `--ground` of `tokens.css`.
pub const LIGHT: Rgb = Rgb([0xf7, 0xf4, 0xee]);
/// The dark background on which light text is hardest to read: `--raised` of `tokens.css`.
pub const DARK: Rgb = Rgb([0x23, 0x2d, 0x2b]);

/// An sRGB colour: red, green, blue. Written as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Rgb {
    /// Black.
    pub const BLACK: Self = Self([0; 3]);
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    pub fn luminance(self) -> f32 {
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Self) -> f32 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(two) / one.min(two)
    }

    /// Black or white, whichever can be read on it: white where both can.
    pub fn ink(self) -> Self {
        if self.contrast(Self::WHITE) >= READABLE { Self::WHITE } else { Self::BLACK }
    }

    /// So many of [`STEPS`] on the way to another colour. Towards black or white all differences
    /// between the channels shrink alike, which keeps the hue.
    fn towards(self, other: Self, step: u16) -> Self {
        let mut mixed = self.0;
        for (channel, aim) in mixed.iter_mut().zip(other.0) {
            let sum = u16::from(*channel) * (STEPS - step) + u16::from(aim) * step;
            *channel = u8::try_from((sum + STEPS / 2) / STEPS).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }

    /// The nearest on the way to black or white that has this contrast with the background.
    fn reaching(self, contrast: f32, background: Self) -> Self {
        let pole = background.ink();
        let mut steps = (0..=STEPS).map(|step| self.towards(pole, step));
        steps.find(|colour| colour.contrast(background) >= contrast).unwrap_or(pole)
    }
}

/// Linear light of an sRGB channel, 0 to 1.
fn linear(channel: u8) -> f32 {
    let value = f32::from(channel) / 255.0;
    if value <= 0.04045 {
        return value / 12.92;
    }
    let base = (value + 0.055) / 1.055;
    // `powf` would bring kilobytes into the wasm, where a square root is one instruction. The
    // exponent is 2.4; 0.4 is 0.0110 0110 0110 … in binary, and each root halves the exponent.
    let (mut root, mut power) = (base, base * base);
    for place in 0..16 {
        root = root.sqrt();
        if matches!(place % 4, 1 | 2) {
            power *= root;
        }
    }
    power
}

/// An accent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent(Rgb);

/// An accent with all that goes with it on one background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// Text and surfaces; at least 4.5:1 on the background and on the tint.
    pub accent: Rgb,
    /// The same where it is to stand out more.
    pub strong: Rgb,
    /// Text on either.
    pub ink: Rgb,
    /// The background with a breath of the accent.
    pub tint: Rgb,
}

impl Accent {
    /// Reads 3 or 6 hex digits, as they stand in an address: `0a7`.
    pub fn from_hex(digits: &str) -> Option<Self> {
        let pairs = match *digits.as_bytes() {
            [r, g, b] => [[r, r], [g, g], [b, b]],
            [r, s, g, h, b, c] => [[r, s], [g, h], [b, c]],
            _ => return None,
        };
        let mut channels = [0; 3];
        for (channel, [high, low]) in channels.iter_mut().zip(pairs) {
            *channel = digit(high)? * 16 + digit(low)?;
        }
        Some(Self(Rgb(channels)))
    }

    /// Reads the same with or without a `#`, as they stand in an attribute or a message.
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_hex(text.strip_prefix('#').unwrap_or(text))
    }

    /// The colour as it was asked for or adjusted.
    pub const fn rgb(self) -> Rgb {
        self.0
    }

    /// Six hex digits, as [`Accent::from_hex`] reads them.
    pub fn hex(self) -> String {
        self.0.to_string().split_off(1)
    }

    /// The nearest shade of it with a contrast of at least 4.5:1 to a background.
    pub fn on(self, background: Rgb) -> Self {
        Self(self.0.reaching(READABLE, background))
    }

    /// Text on it: black or white, at least 4.5:1.
    pub fn ink(self) -> Rgb {
        self.0.ink()
    }

    /// It and all that goes with it on a background.
    pub fn shades(self, background: Rgb) -> Shades {
        let tint = background.towards(self.on(background).0, TINT);
        // A tint is nearer to the accent than the background is, so what can be read on the tint
        // can be read on both.
        let accent = self.on(background).on(tint);
        Shades { accent: accent.0, strong: accent.0.reaching(STRONG, tint), ink: accent.ink(), tint }
    }

    /// The custom properties of `tokens.css` that an accent changes, for light and dark.
    pub fn tokens(self) -> [(&'static str, String); 4] {
        let (light, dark) = (self.shades(LIGHT), self.shades(DARK));
        let pair = |light: Rgb, dark: Rgb| format!("light-dark({light}, {dark})");
        [
            ("--accent", pair(light.accent, dark.accent)),
            ("--accent-strong", pair(light.strong, dark.strong)),
            ("--on-accent", pair(light.ink, dark.ink)),
            ("--accent-tint", pair(light.tint, dark.tint)),
        ]
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
