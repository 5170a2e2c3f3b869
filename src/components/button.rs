//! Buttons.

use yew::prelude::*;

/// A button within the explorer. It is one piece of code for all of them, since each element with
/// attributes and listeners of its own makes the app larger.
pub struct Button {
    class: Option<&'static str>,
    name: Option<AttrValue>,
    title: Option<AttrValue>,
    is_pressed: Option<bool>,
    opens_dialog: bool,
    is_disabled: bool,
}

impl Button {
    /// A button without a class.
    pub fn plain() -> Self {
        Self {
            class: None,
            name: None,
            title: None,
            is_pressed: None,
            opens_dialog: false,
            is_disabled: false,
        }
    }

    /// A button with classes.
    pub fn new(class: &'static str) -> Self {
        Self {
            class: Some(class),
            ..Self::plain()
        }
    }

    /// Sets what it is called where what it shows does not say so.
    pub fn name(mut self, name: impl Into<AttrValue>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets what it says under the pointer.
    pub fn title(mut self, title: impl Into<AttrValue>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Makes it a button that stays pressed, and says whether it is.
    pub fn pressed(mut self, is_pressed: bool) -> Self {
        self.is_pressed = Some(is_pressed);
        self
    }

    /// Says that a dialog opens.
    pub fn opening_dialog(mut self) -> Self {
        self.opens_dialog = true;
        self
    }

    /// Disables it, or not.
    pub fn disabled(mut self, is_disabled: bool) -> Self {
        self.is_disabled = is_disabled;
        self
    }

    /// The button around what it shows.
    pub fn around(self, children: impl Into<Html>, onclick: Callback<MouseEvent>) -> Html {
        self.drawn(children.into(), onclick)
    }

    fn drawn(self, children: Html, onclick: Callback<MouseEvent>) -> Html {
        html! {
            <button
                type="button"
                class={self.class}
                aria-label={self.name}
                title={self.title}
                aria-pressed={self.is_pressed.map(|is_pressed| if is_pressed { "true" } else { "false" })}
                aria-haspopup={self.opens_dialog.then_some("dialog")}
                disabled={self.is_disabled}
                {onclick}
            >
                { children }
            </button>
        }
    }
}
