//! Builds, serves, tests and measures Dossier.

fn main() {}
