// This file was generated with `cornucopia`. Do not modify.

pub mod campaigns;
pub mod doctor;
pub mod imports;
pub mod strategies;
pub mod tenants;
