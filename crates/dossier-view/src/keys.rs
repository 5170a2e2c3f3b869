//! What keys do.

use crate::state::{Action, Overlay, State};

/// A key that was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key<'a> {
    /// Its name as browsers give it: `a`, `?`, `ArrowDown`, `Escape`.
    pub name: &'a str,
    /// Whether Control or Command is held.
    pub control: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Where the focus is.
    pub focus: Focus,
}

/// Where the focus is, as far as keys care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Where text or a choice is typed.
    Text,
    /// In a dialog, which closes itself.
    Dialog,
    /// In the results, or nowhere in particular.
    Results,
    /// Anywhere else, where arrows scroll.
    Elsewhere,
}

/// What a key asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Go to the search box.
    Search,
    /// Change the state.
    Act(Action),
}

/// The keys that are listed, with what they do.
pub const LIST: [(&[&str], &str); 8] = [
    (&["/", "Ctrl K"], "Search"),
    (&["↓", "↑"], "Next, previous result"),
    (&["j", "k"], "The same, from anywhere"),
    (&["Enter"], "Open the result"),
    (&["n"], "Next match in the document"),
    (&["Shift n"], "Previous match"),
    (&["Esc"], "Close what is on top"),
    (&["?"], "This list"),
];

/// What a key asks for, if anything. While text is typed, only keys with Control and Escape do.
#[must_use]
pub fn command(state: &State, key: Key<'_>) -> Option<Command> {
    let act = |action| Some(Command::Act(action));
    if key.focus == Focus::Dialog || key.alt {
        return None;
    }
    match (key.name, key.control, key.focus) {
        ("k" | "K", true, _) => Some(Command::Search),
        (_, true, _) => None,
        ("Escape", ..) if !state.overlays.is_empty() || state.place.doc.is_some() => {
            act(Action::Escape)
        }
        (_, _, Focus::Text) => None,
        ("/", ..) => Some(Command::Search),
        ("?", ..) => act(Action::Overlay(Overlay::Keys)),
        ("j", ..) | ("ArrowDown", _, Focus::Results) => act(Action::Move(1)),
        ("k", ..) | ("ArrowUp", _, Focus::Results) => act(Action::Move(-1)),
        ("n", ..) if state.reader.is_some() => act(Action::NextMatch),
        ("N", ..) if state.reader.is_some() => act(Action::PreviousMatch),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, Focus, Key, command};
    use crate::state::{Action, Overlay, State};

    fn pressed(state: &State, name: &str, focus: Focus) -> Option<Command> {
        let key = Key {
            name,
            control: false,
            alt: false,
            focus,
        };
        command(state, key)
    }

    #[test]
    fn letters_do_nothing_while_text_is_typed() {
        for name in ["j", "k", "n", "/", "?", "ArrowDown"] {
            assert_eq!(pressed(&State::default(), name, Focus::Text), None);
        }
    }

    #[test]
    fn arrows_scroll_outside_the_results() {
        let state = State::default();
        let down = Some(Command::Act(Action::Move(1)));
        assert_eq!(pressed(&state, "ArrowDown", Focus::Results), down);
        assert_eq!(pressed(&state, "ArrowDown", Focus::Elsewhere), None);
        assert_eq!(pressed(&state, "j", Focus::Elsewhere), down);
    }

    #[test]
    fn escape_is_taken_only_while_something_can_close() {
        let mut state = State::default();
        assert_eq!(pressed(&state, "Escape", Focus::Text), None);
        state.overlays.push(Overlay::Keys);
        let escape = Some(Command::Act(Action::Escape));
        assert_eq!(pressed(&state, "Escape", Focus::Text), escape);
    }

    #[test]
    fn control_k_searches_even_while_text_is_typed() {
        let key = Key {
            name: "k",
            control: true,
            alt: false,
            focus: Focus::Text,
        };
        assert_eq!(command(&State::default(), key), Some(Command::Search));
    }
}
