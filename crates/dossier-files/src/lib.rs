//! Reads a folder of documents for the engine.
