//! Mounts the app, nothing else.

fn main() {
    #[cfg(all(target_arch = "wasm32", debug_assertions))]
    console_error_panic_hook::set_once();
    unknot::app::mount();
}
