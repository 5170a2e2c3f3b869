//! Where apps appear. Yew keeps the listeners of a root for ever, so that a root that was used once
//! is used again: who mounts and removes a hundred times needs one.

use std::cell::RefCell;

use web_sys::Element;
use yew::AppHandle;
use yew::prelude::*;

use crate::element::keyed;
use crate::platform::page;
use crate::root::{Root, RootProps};

thread_local! {
    /// The roots that show nothing.
    static FREE: RefCell<Vec<Stage>> = const { RefCell::new(Vec::new()) };
}

/// A root with an app in it, or with none.
pub struct Stage {
    element: Element,
    handle: AppHandle<Shown>,
    /// How many apps it has shown.
    turn: u32,
}

impl Stage {
    /// A root that shows nothing.
    pub fn take() -> Self {
        FREE.with_borrow_mut(Vec::pop).unwrap_or_else(|| {
            let element = page::new_stage();
            let root =
                yew::Renderer::<Shown>::with_root_and_props(element.clone(), ShownProps::default());
            Self {
                element,
                handle: root.render(),
                turn: 0,
            }
        })
    }

    /// Shows a new app inside its host's element, in the place of what is there.
    pub fn show(&mut self, app: &RootProps) {
        self.turn += 1;
        app.host.mount().replace_children_with_node_1(&self.element);
        self.update(app);
    }

    /// Hands new properties to the app that is shown.
    pub fn update(&mut self, app: &RootProps) {
        self.handle.update(ShownProps {
            turn: self.turn,
            app: Some(app.clone()),
        });
    }

    /// Takes the app away.
    pub fn clear(mut self) {
        self.handle.update(ShownProps::default());
        self.element.remove();
        FREE.with_borrow_mut(|free| free.push(self));
    }
}

#[derive(Default, PartialEq, Properties)]
struct ShownProps {
    turn: u32,
    app: Option<RootProps>,
}

/// The app of a root.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let app = props.app.clone();
    app.map(|app| keyed::<Root>(props.turn, app))
        .unwrap_or_default()
}
