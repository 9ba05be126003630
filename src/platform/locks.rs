//! The browser's locks: one a session tells other tabs who runs it. They are never waited for:
//! where there are none, or where they are refused, the heartbeat in the checkpoint has to do.

use super::{call, ignore_refusal, property, window};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The name of a session's lock.
pub fn name(id: &str) -> String {
    format!("unknot-session-{id}")
}

/// A lock, held from when the browser grants it until this is dropped.
#[derive(Debug)]
pub struct Lock {
    granted: Rc<Cell<bool>>,
    /// Resolves the promise that the browser holds the lock for.
    release: Rc<RefCell<Option<Function>>>,
    dropped: Rc<Cell<bool>>,
}

impl Lock {
    /// Whether the browser has granted it.
    pub fn is_held(&self) -> bool {
        self.granted.get()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.dropped.set(true);
        if let Some(release) = self.release.borrow_mut().take() {
            // Resolving a promise cannot fail.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

fn manager() -> Option<JsValue> {
    window().and_then(|window| property(&window.navigator(), "locks"))
}

/// Asks for a lock, if nobody has it.
pub fn hold(name: &str) -> Lock {
    let lock = Lock { granted: Rc::default(), release: Rc::default(), dropped: Rc::default() };
    let (granted, release, dropped) = (lock.granted.clone(), lock.release.clone(), lock.dropped.clone());
    let Some(manager) = manager() else { return lock };
    let Some(request) = property(&manager, "request").and_then(|request| request.dyn_into::<Function>().ok()) else {
        return lock;
    };
    let given = Closure::once_into_js(move |got: JsValue| -> JsValue {
        if got.is_null() || got.is_undefined() || dropped.get() {
            return JsValue::UNDEFINED;
        }
        granted.set(true);
        Promise::new(&mut |resolve, _| *release.borrow_mut() = Some(resolve)).into()
    });
    let options = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let asked = request.call3(&manager, &name.into(), &options, &given);
    if let Some(asked) = asked.ok().and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        ignore_refusal(&asked);
    }
    lock
}

/// The names of all locks that pages of this site hold. `None` where the browser does not tell.
pub async fn held() -> Option<Vec<String>> {
    let asked = call(&manager()?, "query", &JsValue::UNDEFINED)?.dyn_into::<Promise>().ok()?;
    let held = property(&JsFuture::from(asked).await.ok()?, "held")?.dyn_into::<Array>().ok()?;
    Some(held.iter().filter_map(|lock| property(&lock, "name")?.as_string()).collect())
}
