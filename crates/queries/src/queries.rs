// This file was generated with `cornucopia`. Do not modify.

pub mod api_keys;
pub mod audiences;
pub mod audit;
pub mod campaign_pages;
pub mod campaigns;
pub mod companies;
pub mod connections;
pub mod demo;
pub mod doctor;
pub mod enrichment;
pub mod imports;
pub mod jobs;
pub mod keys;
pub mod overview;
pub mod pages;
pub mod personas;
pub mod persons;
pub mod posts;
pub mod sessions;
pub mod strategies;
pub mod tenants;
pub mod trends;
pub mod users;
pub mod webhooks;
