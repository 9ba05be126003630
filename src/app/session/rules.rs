//! What the person's conditions make of a routine. The rules lie in the chunk of the figure, so who named
//! no condition never waits for them.

use crate::app::chunks::chunk;
use crate::app::library::Documents;
use crate::content::{CATALOG, told};
use crate::domain::routine::Routine;
use crate::domain::safety::clearing::{Cleared, Clearing, clear};

/// What the person's conditions ask for; tracked. Brings the rules along to whoever calls it.
pub fn clearing(library: Documents) -> Clearing {
    library.of_health(|health| Clearing::of(told(CATALOG.conditions).get(), health))
}

chunk! { figure, load_rules,
    /// What the person's conditions make of a routine; tracked.
    pub fn by_rules(library: Documents, routine: Routine) -> Cleared {
        clear(&CATALOG, routine, &clearing(library))
    }
}
