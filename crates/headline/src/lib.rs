//! Reads a LinkedIn headline.
