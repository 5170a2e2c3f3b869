//! What the page's worker does, in a module of its own that is loaded only when it is needed:
//! it reads documents that people bring, by the pipeline that the `dossier` command runs.
//!
//! The functions for JavaScript are in `worker`; everything else runs natively too.

mod build;
mod limits;
mod worker;
