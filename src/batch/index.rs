//! Writes `index.html`, a page with links to all documents of a batch, for a web site. It has the reports in three orders,
//! between which it switches without a script. A script only adds a field to search in.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use super::job::Batch;
use super::names::Planned;
use super::record::{Record, RecordedDocument};
use crate::disk::WriteFault;

/// The characters that are escaped within one part of a path.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const FILE: &str = "index.html";
/// The program that the page names as its maker.
const GENERATOR: &str = "ita-report batch";
/// The name of the program stands within so many bytes of the page's beginning.
const BEGINNING: u64 = 1_000;

// The comments in `data/index/wording.toml` explain the fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndexWording {
    title: String,
    count: String,
    order: String,
    search: String,
    nothing: String,
    empty: String,
    agency: String,
    year: String,
    total: String,
    level: String,
    documents: BTreeMap<String, String>,
}

/// The file in the folder of a batch that an index would overwrite, if it is no index.
pub fn foreign_index(output: &Path) -> Option<PathBuf> {
    let path = output.join(FILE);
    let mut beginning = Vec::new();
    File::open(&path).ok()?.take(BEGINNING).read_to_end(&mut beginning).ok()?;
    (!String::from_utf8_lossy(&beginning).contains(GENERATOR)).then_some(path)
}

/// Writes the page for those of the reports whose documents are there, whichever run has made them.
pub fn write_index(batch: &Batch, reports: &[Planned]) -> Result<(), WriteFault> {
    let wording: IndexWording =
        toml::from_str(include_str!("../../data/index/wording.toml")).expect("embedded wording is valid");
    let records = batch.records();
    let known = reports.iter().filter_map(|report| records.load(&report.name));
    let is_there = |record: &Record| {
        record.documents.iter().all(|document| batch.output.join(document.first()).is_file())
    };
    let rows: Vec<Row> = known.filter(is_there).map(|record| Row::new(record, &wording)).collect();
    let page = page(rows, &wording).into_string();
    let path = batch.output.join(FILE);
    batch.writer.write(&[(path, page.as_bytes())]).map_err(|(path, error)| WriteFault::Io(path, error))
}

/// A report in the page.
struct Row {
    agency: String,
    year: String,
    total: Option<String>,
    level: Option<String>,
    /// The names of the documents and the links to them.
    links: Vec<(String, String)>,
}

impl Row {
    fn new(record: Record, wording: &IndexWording) -> Self {
        let link = |document: &RecordedDocument| {
            let name = wording.documents.get(&document.document).unwrap_or(&document.document).clone();
            let path = document.first();
            let parts = path.split('/').map(|part| utf8_percent_encode(part, ESCAPED).to_string());
            (name, parts.collect::<Vec<_>>().join("/"))
        };
        let links = record.documents.iter().map(link).collect();
        let Record { agency, year, total, level, .. } = record;
        Row { agency, year, total, level, links }
    }

    /// The total in hundredths, to compare it.
    fn hundredths(&self) -> Option<u32> {
        self.total.as_ref()?.replace('.', "").parse().ok()
    }
}

/// An order of the rows.
#[derive(Clone, Copy)]
enum Order {
    Agency,
    Year,
    Total,
}

impl Order {
    const ALL: [Order; 3] = [Order::Agency, Order::Year, Order::Total];

    fn id(self) -> &'static str {
        match self {
            Order::Agency => "by-agency",
            Order::Year => "by-year",
            Order::Total => "by-total",
        }
    }

    fn name(self, wording: &IndexWording) -> &str {
        match self {
            Order::Agency => &wording.agency,
            Order::Year => &wording.year,
            Order::Total => &wording.total,
        }
    }

    /// Compares two rows: agencies as in a dictionary, the latest year and the highest total first.
    fn compare(self, a: &Row, b: &Row, thai: &CollatorBorrowed) -> Ordering {
        let agency = || thai.compare(&a.agency, &b.agency).then_with(|| a.links.cmp(&b.links));
        let year = || b.year.cmp(&a.year);
        match self {
            Order::Agency => thai.compare(&a.agency, &b.agency).then_with(year).then_with(agency),
            Order::Year => year().then_with(agency),
            Order::Total => b.hundredths().cmp(&a.hundredths()).then_with(year).then_with(agency),
        }
    }
}

fn page(mut rows: Vec<Row>, wording: &IndexWording) -> Markup {
    let thai = Collator::try_new(Default::default(), CollatorOptions::default())
        .expect("the data of the collator are compiled in");
    let agencies = rows.iter().map(|row| &row.agency).collect::<BTreeSet<_>>().len();
    let count = wording
        .count
        .replace("{reports}", &rows.len().to_string())
        .replace("{agencies}", &agencies.to_string());
    let tables: Vec<(Order, Markup)> = Order::ALL
        .into_iter()
        .map(|order| {
            rows.sort_by(|a, b| order.compare(a, b, &thai));
            (order, table(&rows, wording))
        })
        .collect();
    html! {
        (DOCTYPE)
        html lang="th" {
            head {
                meta charset="utf-8";
                meta name="generator" content=(GENERATOR);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (wording.title) }
                style { (PreEscaped(include_str!("../../data/index/style.css"))) }
            }
            body {
                main {
                    h1 { (wording.title) }
                    @if rows.is_empty() {
                        p { (wording.empty) }
                    } @else {
                        p.count { (count) }
                        span.order { (wording.order) }
                        @for order in Order::ALL {
                            input type="radio" name="order" id=(order.id()) checked[matches!(order, Order::Agency)];
                            label for=(order.id()) { (order.name(wording)) }
                        }
                        p.search hidden { label { (wording.search) " " input type="search"; } }
                        p.nothing hidden { (wording.nothing) }
                        @for (order, table) in &tables {
                            section class=(order.id()) { (table) }
                        }
                    }
                }
                @if !rows.is_empty() {
                    script { (PreEscaped(include_str!("../../data/index/search.js"))) }
                }
            }
        }
    }
}

fn table(rows: &[Row], wording: &IndexWording) -> Markup {
    html! {
        table {
            thead {
                tr {
                    @for heading in [&wording.agency, &wording.year, &wording.total, &wording.level] {
                        th scope="col" { (heading) }
                    }
                }
            }
            tbody {
                @for row in rows {
                    tr {
                        th scope="row" {
                            @if let [(_, link)] = &row.links[..] {
                                a href=(link) { (row.agency) }
                            } @else {
                                (row.agency)
                                div.links {
                                    @for (name, link) in &row.links { a href=(link) { (name) } " " }
                                }
                            }
                        }
                        td { (row.year) }
                        td { (row.total.as_deref().unwrap_or("–")) }
                        td { (row.level.as_deref().unwrap_or("–")) }
                    }
                    "\n"
                }
            }
        }
    }
}
