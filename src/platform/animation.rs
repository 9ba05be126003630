//! Elements that the browser moves by itself, in most browsers beside the main thread: the app says
//! once where to, and has no work at each frame.

use super::clock;
use crate::domain::Instant;
use crate::domain::figure::Turns;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // `Element.animate` is not among the stable names of web-sys.
    type Animatable;
    #[wasm_bindgen(method, catch)]
    fn animate(this: &Animatable, keyframes: &Object, options: &Object) -> Result<web_sys::Animation, JsValue>;
}

/// A movement of an element, until dropped.
#[derive(Debug)]
pub struct Animation(web_sys::Animation);

impl Drop for Animation {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// Moves an element through transforms at equal times, one turn in `duration_ms`, as if since
/// `began`. `None` where the browser cannot: the element then stays where it is.
pub fn moves(
    element: &web_sys::Element,
    transforms: impl Iterator<Item = String>,
    duration_ms: u32,
    turns: Turns,
    began: Instant,
) -> Option<Animation> {
    let transforms: Array = transforms.map(JsValue::from).collect();
    let keyframes = object(&[("transform", transforms.into())]);
    let iterations = if turns == Turns::Once { 1.0 } else { f64::INFINITY };
    let direction = if turns == Turns::ToAndFro { "alternate" } else { "normal" };
    let options = object(&[
        ("duration", duration_ms.into()),
        ("iterations", iterations.into()),
        ("direction", direction.into()),
        ("fill", "both".into()),
    ]);
    let animation = element.unchecked_ref::<Animatable>().animate(&keyframes, &options).ok()?;
    // The page's time line is that of its clock, so the movement is on time whenever it is asked for.
    animation.set_start_time(Some(clock::page_at(began)));
    Some(Animation(animation))
}
