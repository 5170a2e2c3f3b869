//! State and view models of the explorer: pure values and functions, without Yew or a browser.
//!
//! What a person does is an [`Action`](state::Action); [`reduce`](reduce::reduce) makes the next
//! [`State`](state::State) of it. What the address holds is a [`Place`](place::Place).

pub mod advice;
pub mod citation;
pub mod compare;
pub mod entities;
pub mod export;
pub mod facets;
pub mod filters;
pub mod glance;
pub mod histogram;
pub mod intake;
pub mod keys;
pub mod marked;
pub mod nothing;
pub mod place;
pub mod reader;
pub mod reduce;
pub mod results;
pub mod share;
pub mod shared;
pub mod state;
pub mod words;
