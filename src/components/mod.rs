//! What is on the page. A component is a function of its properties; what happens goes out through
//! [`Dispatch`](crate::store::Dispatch).

pub mod advice;
pub mod button;
mod compare;
pub mod copy;
pub mod dialog;
pub mod document;
pub mod entities;
pub mod entity_card;
pub mod facets;
pub mod filters;
pub mod glance;
pub mod help;
pub mod histogram;
pub mod icon;
pub mod intake;
pub mod link;
pub mod marked;
pub mod masthead;
pub mod nothing;
pub mod reader;
pub mod results;
pub mod save;
pub mod search_box;
pub mod share;
pub mod splitter;
pub mod tabs;
pub mod theme;
pub mod topics;
pub mod why;
