//! What this browser keeps: the files that were read and what the reader has corrected, in `IndexedDB`, so that both outlive the tab. Nothing of
//! it leaves the machine.
//!
//! Two stores of one database: `files` holds bytes, `projects` holds what is known of each report as JSON; the key of both is the report's.

use crate::review::Journal;
use js_sys::Uint8Array;
use rexie::{ObjectStore, Rexie, TransactionMode};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast as _, JsValue};

const DATABASE: &str = "provenance";
const VERSION: u32 = 1;
const FILES: &str = "files";
const PROJECTS: &str = "projects";

/// A report that this browser keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The report's key (see `Report::file_key`).
    pub key: String,
    /// File name.
    pub name: String,
    /// Title of the report.
    pub title: String,
    /// When it was opened last, ISO 8601 in UTC.
    pub opened: String,
    /// Sections read.
    pub sections: usize,
    /// Figures read.
    pub figures: usize,
    /// What the reader has corrected.
    pub journal: Journal,
}

type Result<T> = std::result::Result<T, String>;

fn words(error: rexie::Error) -> String {
    error.to_string()
}

async fn database() -> Result<Rexie> {
    let stores = [FILES, PROJECTS].map(ObjectStore::new);
    let builder = stores.into_iter().fold(Rexie::builder(DATABASE).version(VERSION), rexie::RexieBuilder::add_object_store);
    builder.build().await.map_err(words)
}

async fn put(store: &str, key: &str, value: &JsValue) -> Result<()> {
    let database = database().await?;
    let transaction = database.transaction(&[store], TransactionMode::ReadWrite).map_err(words)?;
    transaction.store(store).map_err(words)?.put(value, Some(&key.into())).await.map_err(words)?;
    transaction.done().await.map_err(words)?;
    database.close();
    Ok(())
}

async fn get(store: &str, key: &str) -> Result<Option<JsValue>> {
    let database = database().await?;
    let transaction = database.transaction(&[store], TransactionMode::ReadOnly).map_err(words)?;
    let value = transaction.store(store).map_err(words)?.get(key.into()).await.map_err(words)?;
    database.close();
    Ok(value)
}

/// Keeps a file's bytes.
///
/// # Errors
/// Where the browser keeps nothing (blocked, full), in its words.
pub async fn keep_file(key: &str, bytes: &[u8]) -> Result<()> {
    put(FILES, key, &Uint8Array::from(bytes)).await
}

/// A kept file's bytes.
///
/// # Errors
/// As for [`keep_file`].
pub async fn file(key: &str) -> Result<Option<Vec<u8>>> {
    Ok(get(FILES, key).await?.and_then(|value| value.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec()))
}

/// Keeps what is known of a report, together with what another window has corrected in it since the journal was `before`; answers with the
/// journal as it is kept now. Reading and writing are one transaction, so that no window comes between.
///
/// # Errors
/// As for [`keep_file`].
pub async fn keep_project(kept: &Kept, before: &Journal) -> Result<Journal> {
    let database = database().await?;
    let transaction = database.transaction(&[PROJECTS], TransactionMode::ReadWrite).map_err(words)?;
    let store = transaction.store(PROJECTS).map_err(words)?;
    let there = store.get(kept.key.as_str().into()).await.map_err(words)?.and_then(read);
    let journal = there.map_or_else(|| kept.journal.clone(), |there| kept.journal.merged(before, &there.journal));
    let json = serde_json::to_string(&Kept { journal: journal.clone(), ..kept.clone() }).map_err(|error| error.to_string())?;
    store.put(&json.into(), Some(&kept.key.as_str().into())).await.map_err(words)?;
    transaction.done().await.map_err(words)?;
    database.close();
    Ok(journal)
}

/// What is known of a report.
///
/// # Errors
/// As for [`keep_file`].
pub async fn project(key: &str) -> Result<Option<Kept>> {
    Ok(get(PROJECTS, key).await?.and_then(read))
}

/// All reports that are kept, the one opened last first.
///
/// # Errors
/// As for [`keep_file`].
pub async fn projects() -> Result<Vec<Kept>> {
    let database = database().await?;
    let transaction = database.transaction(&[PROJECTS], TransactionMode::ReadOnly).map_err(words)?;
    let values = transaction.store(PROJECTS).map_err(words)?.get_all(None, None).await.map_err(words)?;
    database.close();
    let mut all: Vec<Kept> = values.into_iter().filter_map(read).collect();
    all.sort_by(|a, b| b.opened.cmp(&a.opened));
    Ok(all)
}

/// Removes a report, with all that was corrected in it.
///
/// # Errors
/// As for [`keep_file`].
pub async fn remove(key: &str) -> Result<()> {
    let database = database().await?;
    let transaction = database.transaction(&[FILES, PROJECTS], TransactionMode::ReadWrite).map_err(words)?;
    for store in [FILES, PROJECTS] {
        transaction.store(store).map_err(words)?.delete(key.into()).await.map_err(words)?;
    }
    transaction.done().await.map_err(words)?;
    database.close();
    Ok(())
}

/// What an earlier version wrote in another form counts as not kept.
fn read(value: JsValue) -> Option<Kept> {
    serde_json::from_str(&value.as_string()?).ok()
}
