//! Which kind of massage may suit somebody: by comfort, for none is proven better than another. The
//! questions and the weights are ours.

use crate::domain::catalog::massage::Traits;
use crate::domain::catalog::text::Aside;
use crate::domain::catalog::{Ruling, Technique};
use crate::domain::documents::choice::choice;

/// How firm somebody wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pressure {
    /// Not said.
    #[default]
    Any,
    /// Light: 1 or 2 of 5.
    Light,
    /// Medium: 3 of 5.
    Medium,
    /// Strong: 4 or 5 of 5.
    Strong,
}

/// What somebody wants to wear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clothes {
    /// Not said.
    #[default]
    Any,
    /// Dressed.
    On,
    /// Bare skin.
    Off,
}

/// Where somebody wants to lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Surface {
    /// Not said.
    #[default]
    Any,
    /// On a mat on the floor.
    Floor,
    /// On a table.
    Table,
}

/// Who gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Giver {
    /// Not said.
    #[default]
    Any,
    /// Nobody else.
    Alone,
    /// A partner.
    Partner,
    /// A therapist.
    Therapist,
}

/// How it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Manner {
    /// Not said.
    #[default]
    Any,
    /// With stretches.
    Stretch,
    /// Lying still.
    Still,
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Whether {
    /// Not said.
    #[default]
    Any,
    /// Yes.
    Yes,
    /// No.
    No,
}

choice!(Pressure { Any = "any", Light = "light", Medium = "medium", Strong = "strong" });
choice!(Clothes { Any = "any", On = "on", Off = "off" });
choice!(Surface { Any = "any", Floor = "floor", Table = "table" });
choice!(Giver { Any = "any", Alone = "alone", Partner = "partner", Therapist = "therapist" });
choice!(Manner { Any = "any", Stretch = "stretch", Still = "still" });
choice!(Whether { Any = "any", Yes = "yes", No = "no" });

/// What somebody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    /// How firm.
    pub pressure: Pressure,
    /// Clothes on or off.
    pub clothes: Clothes,
    /// Floor or table.
    pub surface: Surface,
    /// By whom.
    pub giver: Giver,
    /// Stretched or still.
    pub manner: Manner,
    /// Whether a day of soreness after it would be fine.
    pub soreness: Whether,
    /// Whether it is their first massage.
    pub first: Whether,
}

impl Answers {
    /// The answers as an address carries them: seven words, in order.
    pub fn to_code(self) -> String {
        let Self { pressure, clothes, surface, giver, manner, soreness, first } = self;
        [pressure.name(), clothes.name(), surface.name(), giver.name(), manner.name(), soreness.name(), first.name()]
            .join(".")
    }

    /// What an address carries; nothing where it is not seven words of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        let words: Vec<&str> = code.split('.').collect();
        let [pressure, clothes, surface, giver, manner, soreness, first] = <[&str; 7]>::try_from(words).ok()?;
        Some(Self {
            pressure: Pressure::named(pressure)?,
            clothes: Clothes::named(clothes)?,
            surface: Surface::named(surface)?,
            giver: Giver::named(giver)?,
            manner: Manner::named(manner)?,
            soreness: Whether::named(soreness)?,
            first: Whether::named(first)?,
        })
    }
}

/// What speaks for a technique, or against it. What was not asked for is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Its pressure is what was wished, or another.
    Pressure(bool),
    /// One is dressed for it as was wished, or not.
    Clothes(Clothes, bool),
    /// It is given where was wished, or elsewhere.
    Surface(Surface, bool),
    /// It can be done at home by whom was wished, or not.
    Giver(Giver, bool),
    /// It goes as was wished, or not.
    Manner(Manner, bool),
    /// It seldom makes sore, or often does.
    Soreness(bool),
    /// It is a good first massage.
    First,
}

impl Point {
    /// Whether it speaks for the technique.
    pub const fn is_for(self) -> bool {
        match self {
            Self::Pressure(fits) | Self::Soreness(fits) => fits,
            Self::Clothes(_, fits) | Self::Surface(_, fits) | Self::Giver(_, fits) | Self::Manner(_, fits) => fits,
            Self::First => true,
        }
    }

    /// How much it counts (ours): what one feels all the time counts most.
    const fn weight(self) -> i32 {
        match self {
            Self::Pressure(_) | Self::Giver(..) => 3,
            Self::Clothes(..) | Self::Surface(..) | Self::Manner(..) | Self::Soreness(_) => 2,
            Self::First => 1,
        }
    }
}

/// A technique, with what speaks for it and against it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The technique.
    pub technique: &'static Technique,
    /// What speaks for it, then what speaks against it.
    pub points: Vec<Point>,
    /// Whether a clinician is to be asked first.
    pub asks_first: bool,
    score: i32,
}

/// The pressures that an answer means, 1 to 5.
const fn range(pressure: Pressure) -> (u16, u16) {
    match pressure {
        Pressure::Any => (1, 5),
        Pressure::Light => (1, 2),
        Pressure::Medium => (3, 3),
        Pressure::Strong => (4, 5),
    }
}

fn points(answers: Answers, technique: &Technique, traits: &Traits) -> Vec<Point> {
    let Answers { pressure, clothes, surface, giver, manner, soreness, first } = answers;
    let mut points = Vec::new();
    if pressure != Pressure::Any {
        let (low, high) = range(pressure);
        points.push(Point::Pressure(technique.pressure.iter().any(|at| (low..=high).contains(at))));
    }
    match clothes {
        Clothes::Any => {}
        Clothes::On => points.push(Point::Clothes(clothes, traits.clothed)),
        Clothes::Off => points.push(Point::Clothes(clothes, traits.bare)),
    }
    match surface {
        Surface::Any => {}
        Surface::Floor => points.push(Point::Surface(surface, traits.floor)),
        Surface::Table => points.push(Point::Surface(surface, traits.table)),
    }
    match giver {
        // A therapist gives any of them.
        Giver::Any | Giver::Therapist => {}
        Giver::Alone => points.push(Point::Giver(giver, traits.alone)),
        Giver::Partner => points.push(Point::Giver(giver, traits.partner)),
    }
    match manner {
        Manner::Any => {}
        Manner::Stretch => points.push(Point::Manner(manner, traits.stretches)),
        Manner::Still => points.push(Point::Manner(manner, !traits.stretches)),
    }
    if soreness == Whether::No {
        points.push(Point::Soreness(!traits.sore));
    }
    if first == Whether::Yes && traits.first {
        points.push(Point::First);
    }
    points.sort_by_key(|point| !point.is_for());
    points
}

/// All techniques, the one first that fits best what somebody said, but those for which they should ask a
/// clinician behind all others; those that fit alike in the order of the catalog. `traits` tells what a technique is like, `rulings` what the person's conditions say of it.
pub fn ranked(
    techniques: &'static [Technique],
    answers: Answers,
    traits: impl Fn(Aside<Traits>) -> Traits,
    rulings: impl Fn(&Technique) -> Vec<Ruling>,
) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = techniques
        .iter()
        .map(|technique| {
            let points = points(answers, technique, &traits(technique.traits));
            let sum: i32 =
                points.iter().map(|point| if point.is_for() { point.weight() } else { -point.weight() }).sum();
            let asks_first = rulings(technique).into_iter().any(|ruling| ruling >= Ruling::AskFirst);
            Ranked { technique, points, asks_first, score: sum }
        })
        .collect();
    ranked.sort_by_key(|ranked| (ranked.asks_first, -ranked.score));
    ranked
}
