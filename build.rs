//! Builds the archive of the embedded collection.

fn main() {
    println!("cargo::rerun-if-changed=corpus");
}
