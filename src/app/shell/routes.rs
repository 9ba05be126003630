//! The pages that exist: a closed list. Navigation, prerendering, the tests and the address bar
//! all go by it, so that no link is dead and no page is forgotten.

use crate::content::CATALOG;
use crate::domain::embed::Kind;
use crate::domain::routine::CUSTOM;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// Today's routine.
    Home,
    /// All exercises.
    Exercises,
    /// One exercise, by id.
    Exercise(&'static str),
    /// All techniques.
    Techniques,
    /// Which technique may suit.
    Choose,
    /// What to tell a massage therapist.
    Therapist,
    /// One technique, by id.
    Technique(&'static str),
    /// All routines and at-home sequences.
    Routines,
    /// Building a routine.
    Build,
    /// One routine or sequence, by id.
    Routine(&'static str),
    /// The player with a routine or sequence, by id.
    Play(&'static str),
    /// The player with the share code in the fragment.
    PlayCustom,
    /// What was done.
    Progress,
    /// Red flags.
    Safety,
    /// Claims and sources.
    Evidence,
    /// Settings.
    Settings,
    /// The person's data: a copy, bringing it back.
    Data,
    /// What this is.
    About,
    /// For site owners: how to show it in a page of theirs.
    Builder,
    /// A routine, exercise or technique by id, for the frames of other sites.
    Framed(Kind, &'static str),
    /// No page of ours.
    NotFound,
}

fn known(id: &str, ids: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    ids.into_iter().find(|known| *known == id)
}

fn exercise_ids() -> impl Iterator<Item = &'static str> {
    CATALOG.exercises.get().iter().map(|x| x.id.get())
}

fn technique_ids() -> impl Iterator<Item = &'static str> {
    CATALOG.techniques.get().iter().map(|x| x.id.get())
}

fn routine_ids() -> impl Iterator<Item = &'static str> {
    let sequences = CATALOG.sequences.get().iter().map(|x| x.id.get());
    CATALOG.routines.get().iter().map(|x| x.id.get()).chain(sequences)
}

impl Route {
    /// The page at a path below the base; a missing slash at the end is forgiven.
    pub fn parse(path: &str) -> Self {
        let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
        let found = match parts.as_slice() {
            [""] | ["index.html"] => Some(Self::Home),
            ["exercises"] => Some(Self::Exercises),
            ["exercises", id] => known(id, exercise_ids()).map(Self::Exercise),
            ["techniques"] => Some(Self::Techniques),
            ["techniques", "choose"] => Some(Self::Choose),
            ["therapist"] => Some(Self::Therapist),
            ["techniques", id] => known(id, technique_ids()).map(Self::Technique),
            ["routines"] => Some(Self::Routines),
            ["routines", "build"] => Some(Self::Build),
            ["routines", id] => known(id, routine_ids()).map(Self::Routine),
            ["play", CUSTOM] => Some(Self::PlayCustom),
            ["play", id] => known(id, routine_ids()).map(Self::Play),
            ["progress"] => Some(Self::Progress),
            ["safety"] => Some(Self::Safety),
            ["evidence"] => Some(Self::Evidence),
            ["settings"] => Some(Self::Settings),
            ["settings", "data"] => Some(Self::Data),
            ["about"] => Some(Self::About),
            ["embed"] => Some(Self::Builder),
            ["embed", "routine", id] => known(id, routine_ids()).map(|id| Self::Framed(Kind::Routine, id)),
            ["embed", "exercise", id] => known(id, exercise_ids()).map(|id| Self::Framed(Kind::Exercise, id)),
            ["embed", "technique", id] => known(id, technique_ids()).map(|id| Self::Framed(Kind::Technique, id)),
            _ => None,
        };
        found.unwrap_or(Self::NotFound)
    }

    /// Its path below the base: no slash in front, one at the end; empty for home.
    pub fn path(self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Exercises => "exercises/".to_owned(),
            Self::Exercise(id) => format!("exercises/{id}/"),
            Self::Techniques => "techniques/".to_owned(),
            Self::Technique(id) => format!("techniques/{id}/"),
            Self::Choose => "techniques/choose/".to_owned(),
            Self::Therapist => "therapist/".to_owned(),
            Self::Routines => "routines/".to_owned(),
            Self::Build => "routines/build/".to_owned(),
            Self::Routine(id) => format!("routines/{id}/"),
            Self::Play(id) => format!("play/{id}/"),
            Self::PlayCustom => format!("play/{CUSTOM}/"),
            Self::Progress => "progress/".to_owned(),
            Self::Safety => "safety/".to_owned(),
            Self::Evidence => "evidence/".to_owned(),
            Self::Settings => "settings/".to_owned(),
            Self::Data => "settings/data/".to_owned(),
            Self::About => "about/".to_owned(),
            Self::Builder => "embed/".to_owned(),
            Self::Framed(kind, id) => format!("embed/{}/{id}/", kind.name()),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// How many folders below the base its page lies.
    pub fn depth(self) -> usize {
        self.path().matches('/').count()
    }

    /// Every page that exists.
    pub fn all() -> Vec<Self> {
        let mut all = vec![
            Self::Home,
            Self::Exercises,
            Self::Techniques,
            Self::Choose,
            Self::Therapist,
            Self::Routines,
            Self::Build,
            Self::PlayCustom,
            Self::Progress,
            Self::Safety,
            Self::Evidence,
            Self::Settings,
            Self::Data,
            Self::About,
            Self::Builder,
        ];
        all.extend(exercise_ids().map(Self::Exercise));
        all.extend(technique_ids().map(Self::Technique));
        all.extend(routine_ids().map(Self::Routine));
        all.extend(routine_ids().map(Self::Play));
        all.extend(routine_ids().map(|id| Self::Framed(Kind::Routine, id)));
        all.extend(exercise_ids().map(|id| Self::Framed(Kind::Exercise, id)));
        all.extend(technique_ids().map(|id| Self::Framed(Kind::Technique, id)));
        all
    }

    /// The entry of the navigation that this page belongs to.
    pub fn section(self) -> Self {
        match self {
            Self::Exercise(_) => Self::Exercises,
            Self::Technique(_) | Self::Choose | Self::Therapist => Self::Techniques,
            Self::Routine(_) | Self::Play(_) | Self::PlayCustom | Self::Build => Self::Routines,
            Self::Data => Self::Settings,
            other => other,
        }
    }
}
