//! What templates can read besides a document's own view: the report file as written, and what they need to set its texts
//! as the program would.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::common::View;
use super::image::Image;
use crate::report::{Placeholder, Report};

/// A document's view with the whole report file.
pub(super) struct WholeView {
    view: Box<dyn View>,
    file: Arc<Value>,
    numerals: &'static str,
    /// The values of the placeholders, by their names.
    values: BTreeMap<&'static str, String>,
}

impl WholeView {
    pub fn new(view: Box<dyn View>, report: &Report) -> Self {
        let value = |(name, placeholder)| Some((name, report.value(placeholder)?));
        WholeView {
            view,
            file: report.file.clone(),
            numerals: report.layout.numerals.name(),
            values: Placeholder::ALL.into_iter().filter_map(value).collect(),
        }
    }
}

impl View for WholeView {
    fn data(&self) -> serde_json::Result<Value> {
        let mut data = self.view.data()?;
        if let Value::Object(fields) = &mut data {
            fields.insert("file".to_owned(), Value::clone(&self.file));
            fields.insert("numerals".to_owned(), json!(self.numerals));
            fields.insert("values".to_owned(), json!(self.values));
        }
        Ok(data)
    }

    fn names(&self) -> &[String] {
        self.view.names()
    }

    fn images(&self) -> Vec<&Image> {
        self.view.images()
    }
}
