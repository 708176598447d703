//! A person erased, because the person asked for it or is nobody.

use queries::queries::persons as sql;
use serde_json::json;

use super::find;
use crate::{
    cli::{output, session::Session, words},
    config::Config,
    db::TenantTx,
    error::Error,
    model::persons,
};

/// Erases a person, once it is confirmed by the id or the name.
///
/// # Errors
/// [`Error::Invalid`] with all that would go, as long as it is not confirmed.
pub async fn delete(
    config: &Config,
    session: &Session,
    tx: TenantTx,
    person: &str,
    confirm: Option<&str>,
) -> Result<(), Error> {
    let (id, name) = find(&tx, person).await?;
    let contents = sql::person_contents().bind(&*tx, &id).one().await?;
    if !(words::is_confirmed(&name, confirm) || words::is_confirmed(&id.to_string(), confirm)) {
        let parts = [
            (contents.identities, "identity", "identities"),
            (contents.engagements, "engagement", "engagements"),
            (contents.targets, "persona", "personas"),
            (contents.events, "entry of history", "entries of history"),
        ];
        return Err(Error::invalid(format!(
            "this erases {name:?} ({id}) with all that is known of the person{}, for good, and every figure follows; to do it: rapport person delete {id} --confirm {id}",
            words::contents(&parts),
        )));
    }
    persons::delete(&tx, id).await?;
    session.commit(tx).await?;
    if config.json {
        return output::print_json(&json!({"person_id": id, "deleted": true}));
    }
    eprintln!("erased {name:?} ({id}); a later import of a file that names this person brings the person back");
    Ok(())
}
