//! What happens when the app cannot go on.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    /// Who is told of a panic: all apps of the module stop with it.
    static REPORT: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// From now on a panic is told to `report`, as a text.
pub fn report_panics(report: Function) {
    REPORT.replace(Some(report));
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = JsValue::from_str(&info.to_string());
        REPORT.with_borrow(|report| {
            if let Some(report) = report {
                // The report is the last thing that can be tried.
                let _ = report.call1(&JsValue::NULL, &message);
            }
        });
    }));
}
