//! What somebody's conditions make of a routine. Nothing is played that did not come through here:
//! the player takes a [`Playable`], and only [`clear`] makes one.

use crate::domain::catalog::{Catalog, Condition, Exercise, Rule, Ruling, Rung};
use crate::domain::documents::health::Health;
use crate::domain::documents::list::has;
use crate::domain::routine::{Item, Routine, share_code};

/// More swaps than rules in a row could ask for of one item.
const MOST_SWAPS: usize = 4;

/// The conditions of somebody, and which rules a clinician has set aside for them.
#[derive(Debug, Clone, Default)]
pub struct Clearing {
    conditions: Vec<&'static Condition>,
    set_aside: Vec<String>,
}

impl PartialEq for Clearing {
    fn eq(&self, other: &Self) -> bool {
        let ids = |clearing: &Self| clearing.conditions.iter().map(|condition| condition.id).collect::<Vec<_>>();
        ids(self) == ids(other) && self.set_aside == other.set_aside
    }
}

/// How a rule is named in the health document: `condition.rule`.
pub fn name_of(condition: &Condition, rule: &Rule) -> String {
    format!("{}.{}", condition.id, rule.id)
}

impl Clearing {
    /// What the health document says, given all conditions that there are. Those that this version does
    /// not know change nothing.
    pub fn of(all: &'static [Condition], health: &Health) -> Self {
        Self {
            conditions: all.iter().filter(|condition| has(&health.conditions, &condition.id)).collect(),
            set_aside: health.cleared.clone().unwrap_or_default(),
        }
    }

    /// The rules for an exercise in one of its forms, a step of a sequence, or a technique, but for those
    /// that are set aside. A strict one never is.
    pub fn rules_for<'a>(
        &'a self,
        of: &'a str,
        part: &'a str,
    ) -> impl Iterator<Item = (&'static Condition, &'static Rule)> + 'a {
        self.conditions.iter().flat_map(move |condition| {
            let condition: &'static Condition = condition;
            let rules = condition.rules.get().iter().filter(move |rule| {
                rule.is_for(of, part) && (rule.strict || !self.set_aside.contains(&name_of(condition, rule)))
            });
            rules.map(move |rule| (condition, rule))
        })
    }

    /// Whether an exercise may be done in one of its forms.
    pub fn allows_form(&self, exercise: &Exercise, rung: &Rung) -> bool {
        self.allows_part(&exercise.id, &rung.id)
    }

    fn allows_part(&self, of: &str, part: &str) -> bool {
        self.rules_for(of, part).all(|(_, rule)| !rule.does.forbids())
    }

    /// Whether an item may be done as it is.
    pub fn allows(&self, catalog: &Catalog, item: &Item) -> bool {
        let (of, part) = place_of(catalog, item);
        self.allows_part(of, part)
    }
}

/// By what rules name an item: the exercise and its form, or the sequence and its step.
fn place_of(catalog: &Catalog, item: &Item) -> (&'static str, &'static str) {
    match item {
        Item::Exercise(p) => (p.exercise.id.get(), p.rung.id.get()),
        Item::Step(step) => {
            let is_of = |steps: &[_]| steps.iter().any(|other| std::ptr::eq(other, *step));
            let sequence = catalog.sequences.get().iter().find(|sequence| is_of(sequence.steps.get()));
            (sequence.map_or("", |sequence| sequence.id.get()), step.id.get())
        }
    }
}

/// What a rule makes of an item of a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The item as the routine has it.
    pub item: Item,
    /// The condition.
    pub condition: &'static Condition,
    /// The rule.
    pub rule: &'static Rule,
    /// What is done in its place, where it is swapped.
    pub becomes: Option<Item>,
}

/// A routine with at least one item, none of which is against the rules for this person.
#[derive(Debug, Clone, PartialEq)]
pub struct Playable {
    routine: Routine,
    clearing: Clearing,
}

impl Playable {
    /// The routine.
    pub fn routine(&self) -> &Routine {
        &self.routine
    }

    /// What it was cleared by.
    pub fn clearing(&self) -> &Clearing {
        &self.clearing
    }

    /// The routine, and what it was cleared by.
    pub fn into_parts(self) -> (Routine, Clearing) {
        (self.routine, self.clearing)
    }
}

/// What the conditions of somebody make of a routine.
#[derive(Debug, Clone, PartialEq)]
pub struct Cleared {
    /// What is left to be done; nothing where nothing is.
    pub playable: Option<Playable>,
    /// Where each of those items comes from: its place among those that were asked for.
    pub from: Vec<usize>,
    /// What is changed or said, in the order of the routine's items.
    pub changes: Vec<Change>,
}

/// What somebody who named no condition does: what was asked for. Nothing where a condition is named, for
/// then the rules have to be asked.
pub fn unconditional(routine: &Routine, health: &Health) -> Option<Cleared> {
    if health.names_conditions() {
        return None;
    }
    let playable = Playable { routine: routine.clone(), clearing: Clearing::default() };
    let is_left = !routine.items.is_empty();
    Some(Cleared {
        playable: is_left.then_some(playable),
        from: (0..routine.items.len()).collect(),
        changes: Vec::new(),
    })
}

/// What is done in place of an item by a rule that swaps it.
fn in_place_of(catalog: &'static Catalog, item: &Item, rule: &Rule) -> Option<Item> {
    let to = *share_code::parse(catalog, &rule.to).ok()?.first()?;
    match (item, to) {
        (Item::Exercise(from), Item::Exercise(to)) if from.exercise.id == to.exercise.id => {
            Some(Item::Exercise(from.on_rung(to.rung)))
        }
        _ => Some(to),
    }
}

/// What the conditions of somebody make of a routine: the rule that changes most counts for each item,
/// and what comes in its place goes by the rules too. What is to be asked or taken care of is told of
/// what is done.
pub fn clear(catalog: &'static Catalog, routine: Routine, clearing: &Clearing) -> Cleared {
    let mut changes = Vec::new();
    let (mut items, mut from) = (Vec::new(), Vec::new());
    for (place, item) in routine.items.iter().enumerate() {
        let mut now = Some(*item);
        for _ in 0..=MOST_SWAPS {
            let Some(done) = now else { break };
            let (of, part) = place_of(catalog, &done);
            let rules: Vec<_> = clearing.rules_for(of, part).collect();
            let most = rules.iter().max_by_key(|(_, rule)| rule.does);
            let Some((condition, rule)) = most.filter(|(_, rule)| rule.does.forbids()) else {
                changes.extend(rules.into_iter().map(|(condition, rule)| Change {
                    item: done,
                    condition,
                    rule,
                    becomes: None,
                }));
                break;
            };
            now = if rule.does == Ruling::Swap { in_place_of(catalog, &done, rule) } else { None };
            changes.push(Change { item: done, condition, rule, becomes: now });
        }
        // Whatever the rules say of each other, what they forbid is not done.
        if let Some(done) = now.filter(|item| clearing.allows(catalog, item)) {
            items.push(done);
            from.push(place);
        }
    }
    let is_left = !items.is_empty();
    let routine = Routine { items, ..routine };
    Cleared { playable: is_left.then(|| Playable { routine, clearing: clearing.clone() }), from, changes }
}
