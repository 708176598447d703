//! Rapport.
