//! Extracts that show where a document matches.
