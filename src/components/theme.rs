//! The switch between light and dark.

use yew::prelude::*;

use super::button::button;
use super::icon::{Icon, drawing};
use crate::platform::host::Host;
use crate::platform::{page, storage};

/// Under which key the choice is remembered; the boot script reads it too.
const KEY: &str = "theme";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    /// The one in force.
    fn current(host: &Host) -> Self {
        match page::theme(host).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    fn key(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::System => Icon::System,
            Self::Light => Icon::Light,
            Self::Dark => Icon::Dark,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::System => "Theme: as the system",
            Self::Light => "Theme: light",
            Self::Dark => "Theme: dark",
        }
    }
}

/// Properties of [`ThemeSwitch`].
#[derive(PartialEq, Properties)]
pub struct ThemeSwitchProps {
    /// Where the app stands.
    pub host: Host,
}

/// A button that goes round: as the system, light, dark.
#[component]
pub fn ThemeSwitch(props: &ThemeSwitchProps) -> Html {
    let theme = use_state_eq(|| Theme::current(&props.host));
    let onclick = {
        let (theme, host) = (theme.clone(), props.host.clone());
        move |_| {
            let next = theme.next();
            page::set_theme(&host, next.key());
            storage::write(&host, KEY, next.key());
            theme.set(next);
        }
    };
    button(
        "icon-button",
        drawing(theme.icon()),
        Callback::from(onclick),
    )
    .set("aria-label", theme.label())
    .set("title", theme.label())
    .into()
}
