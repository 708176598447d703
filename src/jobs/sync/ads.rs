//! Ad accounts: what each ad did a day, merged as if a report had been exported; the posts that ads show; and who saw them.

use std::collections::HashMap;

use jiff::civil::Date;
use queries::queries::imports as sql;
use serde_json::{Value, json};

use super::{Syncing, Trouble, count};
use crate::{
    import::{Position, Record, identity},
    jobs::Ending,
    linkedin::marketing::ads::{Account, Structure, months},
    model::imports::{Counts, Obtained},
};

/// Divisions of who saw the ads are fetched for this month and the one before, which LinkedIn may still correct.
const MONTHS: usize = 2;

/// What became of an account's ads, or of all accounts'.
#[derive(Default)]
struct Merged {
    counts: Counts,
    found: usize,
    refused: usize,
    linked: i64,
}

impl Syncing<'_> {
    pub(super) async fn ads(&mut self) -> Result<Ending, Trouble> {
        let industries = self.industries().await?;
        let accounts = self.linkedin.ad_accounts().await?;
        let mut all = Merged::default();
        for (number, account) in accounts.iter().enumerate() {
            self.look_up(number, accounts.len())?;
            let name = format!("the ad account {}", account.label());
            if self.is_done(&name) {
                continue;
            }
            match self.account(account, &industries, &mut all).await {
                Ok(()) => self.note_done(&name).await?,
                Err(trouble) => self.pass_over(&name, trouble)?,
            }
        }
        self.ending(
            all.found,
            count(all.counts.created),
            count(all.counts.updated),
            json!({
                "accounts": accounts.len(), "ads_linked": all.linked, "days_of_another_report": all.counts.overlapping,
                "days_refused_by_the_database": all.refused,
            }),
        )
    }

    async fn account(
        &mut self,
        account: &Account,
        industries: &HashMap<i64, String>,
        all: &mut Merged,
    ) -> Result<(), Trouble> {
        let structure = self.linkedin.structure(account.id).await?;
        let parts = months(self.first, self.last);
        // A month at a time, since whoever merges keeps others of the tenant waiting.
        for (first, last) in parts.iter().copied() {
            let part = format!("days from {first} to {last}");
            if self.is_part_done(&part) {
                continue;
            }
            self.look_up(0, 0)?;
            let days = self.linkedin.ad_days(account, &structure, first, last).await?;
            all.found += days.len();
            let records = days.into_iter().map(|day| Record::AdDay(Box::new(day))).collect();
            let (counts, refused) = self.merge("ad_performance", account, first, last, records).await?;
            all.counts.add(&counts);
            all.refused += refused;
            self.note_part(part).await?;
        }
        all.linked += self.link(&structure).await?;
        for (first, last) in parts.into_iter().rev().take(MONTHS) {
            let part = format!("demographics from {first} to {last}");
            if self.is_part_done(&part) {
                continue;
            }
            self.look_up(0, 0)?;
            let lines = self.linkedin.demographics(account, first, last, industries).await?;
            let records: Vec<Record> = lines.into_iter().map(|line| Record::Demographic(Box::new(line))).collect();
            if !records.is_empty() {
                self.merge("demographics", account, first, last, records).await?;
            }
            self.note_part(part).await?;
        }
        Ok(())
    }

    async fn merge(
        &self,
        kind: &'static str,
        account: &Account,
        first: Date,
        last: Date,
        records: Vec<Record>,
    ) -> Result<(Counts, usize), Trouble> {
        let records: Vec<(Position, Record)> =
            (1..).zip(records).map(|(number, record)| (Position { line: number, record: number }, record)).collect();
        let name = format!("LinkedIn ad account {}", account.label());
        let obtained = Obtained { kind, name: &name, first, last, asked: self.asked() };
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        if kind == "demographics" {
            // The month until today takes the place of the month until yesterday.
            sql::forget_shorter_demographics().bind(&*tx, &account.label().as_str(), &first, &last).await?;
        }
        let merged = obtained.merge(&tx, &records).await?;
        tx.commit().await?;
        Ok(merged)
    }

    /// Notes down which posts the ads show.
    async fn link(&self, structure: &Structure) -> Result<i64, Trouble> {
        let rows: Vec<Value> = structure
            .shown()
            .iter()
            .filter_map(|shown| {
                let post = identity::post_of(&shown.post).ok()?;
                Some(json!({"ad_id": shown.ad.to_string(), "share_id": post.share_id, "ugc_post_id": post.ugc_post_id}))
            })
            .filter(|row| !(row["share_id"].is_null() && row["ugc_post_id"].is_null()))
            .collect();
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let linked = sql::link_ad_posts().bind(&*tx, &self.attempt.tenant.0, &Value::Array(rows)).one().await?;
        tx.commit().await?;
        Ok(linked)
    }

    async fn industries(&self) -> Result<HashMap<i64, String>, Trouble> {
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let rows = sql::industry_labels().bind(&*tx).all().await?;
        tx.commit().await?;
        Ok(rows.into_iter().map(|row| (i64::from(row.code), row.label)).collect())
    }
}
