//! Mounts the app, nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        unknot::platform::page::set_root_attribute("data-panic", "true");
        unknot::app::embed::parent::tell_of_a_panic();
    }));
    unknot::app::mount();
}
