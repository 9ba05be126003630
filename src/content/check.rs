//! What must hold of the content beyond its types. The build script calls this and fails the
//! build on any problem; host tests call it on broken content to see that it does.

use crate::domain::catalog::text::{List, PoseId, Text};
use crate::domain::catalog::{
    Catalog, Caution, Condition, Exercise, Movement, Otherwise, Position, Rule, Ruling, STANDARD, SideMode, Stroke,
    Technique,
};
use crate::domain::routine::Item;
use crate::domain::routine::share_code::{self, ShareCodeError};
use crate::domain::session::voice::{SLOW_RATE, length_ms};

/// Words that fit on the running player, readable from two metres.
const PLAYER_WORDS: usize = 12;

/// Something wrong with the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the folders of structure and of words.
    pub file: String,
    /// What is wrong in it, by its path of keys and ids: `rungs.wall.hold`. Its last key tells which
    /// of the two files it is, for words have keys of their own.
    pub at: String,
    /// What is wrong.
    pub what: String,
}

struct Checker {
    catalog: &'static Catalog,
    problems: Vec<Problem>,
}

/// Every problem of the catalog; empty when it is sound.
pub fn problems(catalog: &'static Catalog) -> Vec<Problem> {
    let mut checker = Checker { catalog, problems: Vec::new() };
    checker.ids();
    for exercise in catalog.exercises.iter() {
        checker.exercise(exercise);
    }
    for technique in catalog.techniques.iter() {
        checker.technique(technique);
    }
    checker.sequences();
    checker.routines();
    checker.claims();
    checker.floor();
    checker.safety();
    checker.rules();
    checker.no_source_is_unused();
    checker.problems
}

/// Whether this can be an id: kebab-case, from a letter on.
pub fn looks_like_an_id(id: &str) -> bool {
    !id.is_empty()
        && id.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

impl Checker {
    fn say(&mut self, file: &str, at: &str, what: String) {
        self.problems.push(Problem { file: file.to_owned(), at: at.to_owned(), what });
    }

    fn must(&mut self, holds: bool, file: &str, at: &str, what: impl FnOnce() -> String) {
        if !holds {
            self.say(file, at, what());
        }
    }

    fn ids(&mut self) {
        let catalog = self.catalog;
        let mut seen: Vec<&str> = Vec::new();
        let all = catalog
            .exercises
            .iter()
            .map(|x| (x.id, format!("exercises/{}.toml", x.id)))
            .chain(catalog.techniques.iter().map(|x| (x.id, format!("techniques/{}.toml", x.id))))
            .chain(catalog.sequences.iter().map(|x| (x.id, format!("sequences/{}.toml", x.id))))
            .map(|(id, file)| (id, file, "id".to_owned()))
            .chain(
                catalog.routines.iter().map(|x| (x.id, "routines.toml".to_owned(), format!("routines.{}.id", x.id))),
            );
        for (id, file, at) in all {
            self.must(looks_like_an_id(&id), &file, &at, || format!("'{id}' is not an id: use a-z, 0-9 and -"));
            self.must(!seen.contains(&id.get()), &file, &at, || format!("the id '{id}' is used twice"));
            seen.push(id.get());
        }
    }

    fn sources(&mut self, file: &str, of: &str, sources: List<Text>) {
        for key in sources.iter() {
            let known = self.catalog.sources.iter().any(|source| source.key == *key);
            self.must(known, file, &format!("{of}.sources"), || format!("there is no source '{key}' in sources.toml"));
        }
    }

    fn cautions(&mut self, file: &str, cautions: List<Caution>) {
        for caution in cautions.iter() {
            self.sources(file, &format!("cautions.{}", caution.id), caution.sources);
        }
    }

    /// What the voice says of a movement takes no longer than the movement, on either side.
    fn is_said_in_time(&mut self, file: &str, at: &str, movement: &Movement, hold: List<u16>, side_names: List<Text>) {
        let seconds = if movement.is_hold() { hold.first().copied().unwrap_or(0) } else { movement.seconds };
        let longest = side_names.iter().map(|name| name.get()).max_by_key(|name| name.chars().count());
        let said = movement.said().replace("{side}", longest.unwrap_or_default());
        let ms = length_ms(&said, SLOW_RATE);
        self.must(ms <= u32::from(seconds) * 1000, file, &format!("{at}.say"), || {
            format!(
                "movement '{}': '{said}' takes {}.{} s to say at {SLOW_RATE} %, and the movement {seconds} s: give it a shorter `say`",
                *movement.id,
                ms / 1000,
                ms % 1000 / 100
            )
        });
    }

    fn movements(
        &mut self,
        file: &str,
        of: &str,
        movements: List<Movement>,
        hold: List<u16>,
        side: SideMode,
        side_names: List<Text>,
    ) {
        self.must(!movements.is_empty(), file, &format!("{of}.movements"), || {
            "a repetition has at least one movement".to_owned()
        });
        for movement in movements.iter() {
            let at = format!("{of}.movements.{}", *movement.id);
            self.must(movement.seconds <= 120, file, &format!("{at}.seconds"), || {
                format!("movement '{}': {} seconds is out of range (1 to 120)", *movement.id, movement.seconds)
            });
            let words = movement.now.split_whitespace().count();
            self.must((1..=PLAYER_WORDS).contains(&words), file, &format!("{at}.now"), || {
                format!("movement '{}': {words} words, at most {PLAYER_WORDS} fit the player", *movement.id)
            });
            self.is_said_in_time(file, &at, movement, hold, side_names);
        }
        let names = if side == SideMode::None { 0 } else { 2 };
        self.must(side_names.len() == names, file, &format!("{of}.side_names"), || {
            format!("{} side names where {names} are needed", side_names.len())
        });
    }

    /// Every movement has a pose, unless a stroke is shown.
    fn poses(&mut self, file: &str, of: &str, start: PoseId, movements: List<Movement>) {
        let of_movements =
            movements.iter().map(|movement| (movement.pose, format!("{of}.movements.{}.pose", *movement.id)));
        for (pose, at) in core::iter::once((start, format!("{of}.pose"))).chain(of_movements) {
            self.must(self.has_pose(pose), file, &at, || format!("there is no pose '{}' in poses.toml", pose.get()));
        }
    }

    fn exercise(&mut self, exercise: &Exercise) {
        let file = &format!("exercises/{}.toml", exercise.id);
        let good = matches!(exercise.repetitions.get(), [low, high] if 1 <= *low && low <= high && *high <= 30);
        self.must(good, file, "repetitions", || {
            format!("repetitions {:?} are out of range: lower and upper, 1 to 30", exercise.repetitions.get())
        });
        if !exercise.instead.is_empty() {
            let known = self.catalog.exercises.iter().any(|other| other.id == exercise.instead);
            self.must(known, file, "instead", || format!("there is no exercise '{}'", exercise.instead));
        }
        let standard = exercise.rungs.iter().filter(|rung| &*rung.id == STANDARD).count();
        self.must(standard == 1, file, "rungs", || format!("one rung is 'standard', not {standard}"));
        self.cautions(file, *exercise.cautions);
        for rung in exercise.rungs.iter() {
            let of = &format!("rungs.{}", rung.id);
            self.sources(file, of, *rung.sources);
            self.poses(file, of, rung.pose, rung.movements);
            self.must(rung.position != Position::Any, file, &format!("{of}.position"), || {
                format!("rung '{}': an exercise has a position, not 'any'", rung.id)
            });
            self.movements(file, of, rung.movements, rung.hold, rung.side, rung.side_names);
            let holds = rung.movements.iter().filter(|movement| movement.is_hold()).count();
            let good = match rung.hold.get() {
                [] => holds == 0,
                [low, high] => holds == 1 && 1 <= *low && low <= high && *high <= 60,
                _ => false,
            };
            self.must(good, file, &format!("{of}.id"), || {
                format!(
                    "rung '{}': hold {:?} does not fit {holds} held movements (lower and upper, 1 to 60 s)",
                    rung.id,
                    rung.hold.get()
                )
            });
        }
    }

    fn technique(&mut self, technique: &Technique) {
        let file = &format!("techniques/{}.toml", technique.id);
        let good = matches!(technique.pressure.get(), [low, high] if 1 <= *low && low <= high && *high <= 5);
        self.must(good, file, "pressure", || "pressure is lower and upper, 1 to 5".to_owned());
        let known = self.catalog.sequences.iter().any(|sequence| sequence.id == technique.sequence);
        self.must(known, file, "sequence", || format!("there is no sequence '{}'", technique.sequence));
        for other in technique.traits.combines.iter() {
            let known = self.catalog.techniques.iter().any(|technique| technique.id == *other);
            self.must(known, file, "traits", || format!("there is no technique '{other}'"));
        }
        self.cautions(file, *technique.cautions);
    }

    fn sequences(&mut self) {
        let catalog = self.catalog;
        for sequence in catalog.sequences.iter() {
            let file = &format!("sequences/{}.toml", sequence.id);
            let known = catalog.techniques.iter().any(|technique| technique.id == sequence.technique);
            self.must(known, file, "technique", || format!("there is no technique '{}'", sequence.technique));
            self.must(!sequence.steps.is_empty(), file, "id", || "a sequence has at least one step".to_owned());
            self.cautions(file, *sequence.cautions);
            for step in sequence.steps.iter() {
                let of = &format!("steps.{}", step.id);
                let at = &format!("{of}.id");
                self.must((1..=30).contains(&step.repetitions), file, at, || {
                    format!("step '{}': {} repetitions are out of range (1 to 30)", step.id, step.repetitions)
                });
                self.must(step.pressure <= 3, file, at, || {
                    format!("step '{}': pressure {} is above 3, the most at home", step.id, step.pressure)
                });
                self.must(step.side != SideMode::Alternating, file, at, || {
                    format!("step '{}': sides are 'none' or 'each'", step.id)
                });
                self.must(step.movements.iter().all(|movement| !movement.is_hold()), file, at, || {
                    format!("step '{}': every movement needs its seconds", step.id)
                });
                if step.stroke == Stroke::None {
                    self.poses(file, of, step.pose, step.movements);
                } else if !step.pose.get().is_empty() {
                    self.poses(file, of, step.pose, List::default());
                }
                self.movements(file, of, step.movements, List::default(), step.side, step.side_names);
            }
        }
    }

    fn routines(&mut self) {
        let catalog = self.catalog;
        for routine in catalog.routines.iter() {
            for caution in routine.cautions.iter() {
                self.sources(
                    "routines.toml",
                    &format!("routines.{}.cautions.{}", routine.id, caution.id),
                    caution.sources,
                );
            }
            if let Err(error) = share_code::parse(catalog, &routine.code) {
                let why = match error {
                    ShareCodeError::UnknownExercise(id) => format!("there is no exercise '{id}'"),
                    error => format!("{error:?}"),
                };
                let what = format!("routine '{}': its code '{}' does not work: {why}", routine.id, routine.code);
                self.say("routines.toml", &format!("routines.{}.code", routine.id), what);
            }
        }
    }

    fn safety(&mut self) {
        let catalog = self.catalog;
        let tiers = catalog.safety.iter().map(|tier| (format!("safety.{}", tier.id), tier.sources));
        let lists =
            catalog.massage_precautions.iter().map(|list| (format!("massage_precautions.{}", list.id), list.sources));
        for (of, sources) in tiers.chain(lists) {
            self.must(!sources.is_empty(), "safety.toml", &format!("{of}.id"), || {
                "a list of signs has a source".to_owned()
            });
            self.sources("safety.toml", &of, sources);
        }
    }

    /// Everything that rules are for: what it belongs to, and which part of it.
    fn places(&self) -> Vec<(&'static str, &'static str)> {
        let catalog = self.catalog;
        let forms = catalog
            .exercises
            .get()
            .iter()
            .flat_map(|exercise| exercise.rungs.get().iter().map(|rung| (exercise.id.get(), rung.id.get())));
        let steps = catalog
            .sequences
            .get()
            .iter()
            .flat_map(|sequence| sequence.steps.get().iter().map(|step| (sequence.id.get(), step.id.get())));
        let techniques = catalog.techniques.get().iter().map(|technique| (technique.id.get(), ""));
        forms.chain(steps).chain(techniques).collect()
    }

    fn rules(&mut self) {
        const FILE: &str = "rules.toml";
        let places = self.places();
        let named = |(of, part): &(&str, &str)| if part.is_empty() { (*of).to_owned() } else { format!("{of}.{part}") };
        for condition in self.catalog.conditions.get() {
            let of = format!("conditions.{}", condition.id);
            let rules_for = |place: &(&str, &str)| -> Vec<&Rule> {
                condition.rules.iter().filter(|rule| rule.is_for(place.0, place.1)).collect()
            };
            let unsaid = places.iter().filter(|place| rules_for(place).is_empty());
            let unsaid: Vec<String> = unsaid.map(|place| format!("'{}'", named(place))).collect();
            self.must(unsaid.is_empty() || condition.otherwise == Otherwise::Fine, FILE, &format!("{of}.id"), || {
                format!(
                    "'{}' says nothing of {}: name them in a rule, or say `otherwise = \"fine\"`",
                    condition.id,
                    unsaid.join(", ")
                )
            });
            for place in &places {
                let ids: Vec<&str> = rules_for(place).iter().map(|rule| rule.id.get()).collect();
                self.must(ids.len() < 2, FILE, &format!("{of}.id"), || {
                    format!("'{}' has more than one rule for '{}': {}", condition.id, named(place), ids.join(", "))
                });
            }
            for rule in condition.rules.iter() {
                self.rule(condition, rule, &format!("{of}.rules.{}", rule.id), &places);
            }
        }
    }

    fn rule(&mut self, condition: &Condition, rule: &Rule, at: &str, places: &[(&str, &str)]) {
        const FILE: &str = "rules.toml";
        self.sources(FILE, at, rule.sources);
        for on in rule.on.iter() {
            let known = places.iter().any(|(of, part)| {
                on.get() == *of || on.strip_prefix(of).and_then(|rest| rest.strip_prefix('.')) == Some(part)
            });
            self.must(known, FILE, &format!("{at}.on"), || format!("there is no '{on}'"));
        }
        self.must(!rule.strict || rule.does == Ruling::LeaveOut, FILE, &format!("{at}.strict"), || {
            "only what is left out is strict".to_owned()
        });
        self.must((rule.does == Ruling::Swap) != rule.to.is_empty(), FILE, &format!("{at}.id"), || {
            "what is swapped needs a `to`, and nothing else has one".to_owned()
        });
        if rule.to.is_empty() {
            return;
        }
        match share_code::parse(self.catalog, &rule.to).as_deref() {
            Ok([Item::Exercise(to)]) => {
                let refused = condition
                    .rules
                    .iter()
                    .any(|other| other.does.forbids() && other.is_for(&to.exercise.id, &to.rung.id));
                self.must(!refused, FILE, &format!("{at}.to"), || {
                    format!("'{}' itself does not go with '{}'", rule.to, condition.id)
                });
                let swapped = places.iter().filter(|(of, part)| rule.is_for(of, part));
                for place in swapped {
                    let known = self.catalog.exercises.iter().any(|exercise| &*exercise.id == place.0);
                    self.must(known, FILE, &format!("{at}.on"), || {
                        format!("'{}' is no exercise: it cannot be swapped", place.0)
                    });
                }
            }
            Ok(_) => self.say(FILE, &format!("{at}.to"), format!("'{}' is not one item", rule.to)),
            Err(error) => self.say(FILE, &format!("{at}.to"), format!("'{}' does not work: {error:?}", rule.to)),
        }
    }

    fn no_source_is_unused(&mut self) {
        let catalog = self.catalog;
        let cautions =
            |list: &[Caution]| list.iter().flat_map(|caution| caution.sources.get()).copied().collect::<Vec<_>>();
        let mut used: Vec<Text> = Vec::new();
        for exercise in catalog.exercises.get() {
            used.extend(cautions(exercise.cautions.get()));
            used.extend(exercise.rungs.get().iter().flat_map(|rung| rung.sources.get()));
        }
        catalog.techniques.get().iter().for_each(|technique| used.extend(cautions(technique.cautions.get())));
        catalog.sequences.get().iter().for_each(|sequence| used.extend(cautions(sequence.cautions.get())));
        catalog.routines.get().iter().for_each(|routine| used.extend(cautions(routine.cautions.get())));
        used.extend(catalog.claims.get().iter().flat_map(|claim| claim.sources.get()));
        used.extend(catalog.safety.get().iter().flat_map(|tier| tier.sources.get()));
        used.extend(catalog.massage_precautions.get().iter().flat_map(|list| list.sources.get()));
        used.extend(
            catalog
                .conditions
                .get()
                .iter()
                .flat_map(|condition| condition.rules.get())
                .flat_map(|rule| rule.sources.get()),
        );
        for source in catalog.sources.get() {
            self.must(used.contains(&source.key), "sources.toml", &source.key, || {
                format!("nothing cites '{}'", source.key)
            });
        }
    }

    fn floor(&mut self) {
        let floor = *self.catalog.floor;
        for (list, steps) in [("down", floor.down), ("up", floor.up)] {
            for step in steps.iter() {
                let at = format!("{list}.{}.pose", step.id);
                self.must(self.has_pose(step.pose), "floor.toml", &at, || {
                    format!("there is no pose '{}' in poses.toml", step.pose.get())
                });
            }
        }
    }

    fn has_pose(&self, id: PoseId) -> bool {
        self.catalog.poses.iter().any(|pose| pose.id == id)
    }

    fn claims(&mut self) {
        let catalog = self.catalog;
        for claim in catalog.claims.iter() {
            let of = &format!("claims.{}", claim.id);
            let at = &format!("{of}.id");
            self.must(!claim.sources.is_empty(), "claims.toml", at, || {
                format!("the claim '{}' has no source", claim.id)
            });
            self.sources("claims.toml", of, claim.sources);
            for about in claim.about.iter() {
                let known = ["exercise", "massage", "general"].contains(&about.get())
                    || catalog.exercises.iter().any(|x| x.id == *about)
                    || catalog.techniques.iter().any(|x| x.id == *about);
                self.must(known, "claims.toml", at, || {
                    format!("the claim '{}' is about '{about}', which does not exist", claim.id)
                });
            }
        }
    }
}
