//! The closed lists of words that content is written in.

macro_rules! content_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident),* $(,)? }) => {
        #[derive(Clone, Copy, PartialEq, Eq, Default)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
        #[cfg_attr(not(target_arch = "wasm32"), serde(rename_all = "kebab-case"))]
        $(#[$meta])*
        pub enum $name { $($(#[$vmeta])* $variant),* }

        /// Prints the Rust path of the variant: the build script relies on it.
        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(match self { $(Self::$variant => concat!(stringify!($name), "::", stringify!($variant))),* })
            }
        }
    };
}

content_enum! {
    /// What the breath does during a movement.
    pub enum Breath {
        /// Breathe in.
        In,
        /// Breathe out.
        Out,
        /// Keep breathing as it comes.
        #[default]
        Easy,
    }
}

content_enum! {
    /// How the body is placed at the start: between two of these one needs time.
    pub enum Position {
        /// It does not matter: a partner gives the massage.
        #[default]
        Any,
        /// Standing.
        Standing,
        /// Sitting, on a chair or on the floor.
        Sitting,
        /// On hands and knees.
        AllFours,
        /// Lying on the back.
        Back,
        /// Lying face down.
        Front,
        /// Lying on the back with the calves on a chair.
        LegsUp,
    }
}

impl Position {
    /// Whether one has to get down to the floor for it.
    pub const fn is_on_the_floor(self) -> bool {
        matches!(self, Self::AllFours | Self::Back | Self::Front | Self::LegsUp)
    }
}

content_enum! {
    /// How the two sides of the body share the repetitions.
    pub enum SideMode {
        /// Both sides move together: repetitions are counted once.
        #[default]
        None,
        /// Sides take turns: counts are per side, one repetition is one side.
        Alternating,
        /// All of one side, then all of the other.
        Each,
    }
}

content_enum! {
    /// Where a rung comes from, shown to the person.
    pub enum Origin {
        /// The form the product's brief gives.
        Brief,
        /// A named professional source describes it.
        Professional,
        /// Our own inference, shown as "we suggest".
        #[default]
        Ours,
    }
}

content_enum! {
    /// What becomes of an item for somebody with a condition, from what changes least.
    #[derive(PartialOrd, Ord)]
    pub enum Ruling {
        /// It is done, with care.
        #[default]
        TakeCare,
        /// It is done, and a clinician is to be asked first.
        AskFirst,
        /// Something else is done in its place.
        Swap,
        /// It is left out.
        LeaveOut,
    }
}

impl Ruling {
    /// Whether the item is not done as it is.
    pub fn forbids(self) -> bool {
        self >= Self::Swap
    }
}

content_enum! {
    /// What becomes of what no rule of a condition names.
    pub enum Otherwise {
        /// Nobody has said; then a rule has to name it.
        #[default]
        Unsaid,
        /// It is fine.
        Fine,
    }
}

content_enum! {
    /// How sure the field is of a claim, in GRADE's words.
    pub enum Certainty {
        /// Further research is unlikely to change it much.
        High,
        /// Probably close to the truth.
        Moderate,
        /// The truth may differ a good deal.
        #[default]
        Low,
        /// Very little is known.
        VeryLow,
        /// Studies or experts contradict each other.
        Disputed,
        /// Custom or tradition; not something that has been measured.
        Tradition,
    }
}

impl Certainty {
    /// Its name for programs, such as style sheets; the one that content files write.
    pub const fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Moderate => "moderate",
            Self::Low => "low",
            Self::VeryLow => "very-low",
            Self::Disputed => "disputed",
            Self::Tradition => "tradition",
        }
    }
}

content_enum! {
    /// How much of a source we read.
    pub enum Checked {
        /// What somebody else wrote about it.
        #[default]
        Restatement,
        /// Its summary.
        Summary,
        /// The review, in full.
        Review,
        /// The abstract.
        Abstract,
        /// The abstract too, told without an article.
        BareAbstract,
        /// A part of the abstract.
        AbstractInPart,
        /// The paper, in full.
        Paper,
        /// The paper, in a copy from elsewhere.
        Copy,
        /// The lessons.
        Lessons,
        /// The web pages.
        Pages,
        /// The advice.
        Advice,
        /// Several copies of it from elsewhere.
        Copies,
    }
}

content_enum! {
    /// What stands around the figure.
    pub enum Prop {
        /// Nothing but the floor.
        #[default]
        Mat,
        /// A chair.
        Chair,
        /// A table to lean on.
        Table,
        /// A wall in front.
        WallFront,
        /// A wall behind.
        WallBehind,
        /// A mat, seen from above.
        MatAbove,
        /// A chair that the calves lie on.
        ChairAtFeet,
        /// A chair in front, to hold on to.
        ChairInFront,
    }
}

content_enum! {
    /// How hands, a forearm or a ball work on a back.
    pub enum Stroke {
        /// No stroke: the step has a figure instead.
        #[default]
        None,
        /// Hands rest.
        Rest,
        /// Long glides from the hips to the shoulders.
        Glide,
        /// Circles beside the spine, upwards.
        Circles,
        /// Kneading of the flank.
        Knead,
        /// A slow forearm beside the spine.
        Forearm,
        /// A ball held on one spot.
        Spot,
        /// Slow, light pressure that sinks in.
        Sink,
    }
}
