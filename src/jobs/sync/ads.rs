//! Ad accounts: what each ad did a day, merged as if a report had been exported; the posts that ads show; and who saw them.

use std::collections::HashMap;

use queries::queries::imports as sql;
use serde_json::{Value, json};

use super::{Syncing, Trouble};
use crate::{
    import::{Position, Record, identity},
    jobs::Ending,
    linkedin::marketing::ads::{Account, Structure},
    model::imports::{Counts, Obtained},
};

/// Divisions of who saw the ads are fetched for this month and the one before, which LinkedIn may still correct.
const MONTHS: usize = 2;

impl Syncing<'_> {
    pub(super) async fn ads(&self) -> Result<Ending, Trouble> {
        let industries = self.industries().await?;
        let accounts = self.linkedin.ad_accounts().await?;
        let mut all = Counts::default();
        let (mut found, mut linked) = (0, 0);
        for (number, account) in accounts.iter().enumerate() {
            self.look_up(number, accounts.len())?;
            let structure = self.linkedin.structure(account.id).await?;
            let days = self.linkedin.ad_days(account, &structure, self.first, self.last).await?;
            found += days.len();
            let records: Vec<Record> = days.into_iter().map(|day| Record::AdDay(Box::new(day))).collect();
            all.add(&self.merge("ad_performance", account, self.first, self.last, records).await?);
            linked += self.link(&structure).await?;
            for (first, last) in self.months() {
                self.look_up(number, accounts.len())?;
                let lines = self.linkedin.demographics(account, first, last, &industries).await?;
                let records: Vec<Record> = lines.into_iter().map(|line| Record::Demographic(Box::new(line))).collect();
                if !records.is_empty() {
                    self.merge("demographics", account, first, last, records).await?;
                }
            }
        }
        let count = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        Ok(Ending::Done {
            found: i32::try_from(found).unwrap_or(i32::MAX),
            created: count(all.created),
            updated: count(all.updated),
            details: json!({"accounts": accounts.len(), "ads_linked": linked, "days_of_another_report": all.overlapping}),
        })
    }

    /// This month and those before it, as far as they are fetched, each until yesterday.
    fn months(&self) -> Vec<(jiff::civil::Date, jiff::civil::Date)> {
        let mut months = Vec::new();
        let mut last = self.last;
        while months.len() < MONTHS {
            let first = last.first_of_month();
            months.push((first, last));
            match first.yesterday() {
                Ok(before) if before >= self.first => last = before,
                _ => break,
            }
        }
        months
    }

    async fn merge(
        &self,
        kind: &'static str,
        account: &Account,
        first: jiff::civil::Date,
        last: jiff::civil::Date,
        records: Vec<Record>,
    ) -> Result<Counts, Trouble> {
        let records: Vec<(Position, Record)> =
            (1..).zip(records).map(|(number, record)| (Position { line: number, record: number }, record)).collect();
        let obtained = Obtained { kind, name: &format!("LinkedIn ad account {}", account.label()), first, last };
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        if kind == "demographics" {
            // The month until today takes the place of the month until yesterday.
            sql::forget_shorter_demographics().bind(&*tx, &account.label().as_str(), &first, &last).await?;
        }
        let counts = obtained.merge(&tx, &records).await?;
        tx.commit().await?;
        Ok(counts)
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
