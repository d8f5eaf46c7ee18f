use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use strsim::damerau_levenshtein;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::names::{Name, misses};
use crate::check::rule::rule;
use crate::check::text::MeasurePart;
use crate::report::Span;
use crate::thai::characters::is_letter;
use crate::thai::words::words;

rule! {
    /// A misspelt office.
    ///
    /// The offices are those named as responsible for a measure, and the usual ones of local governments, hospitals, schools,
    /// departments and provinces. If two spellings differ by one letter, the usual one is correct, or the one of known words,
    /// or the more frequent one. If they really are two offices with similar names, allow this rule in the file. Of more than
    /// fifty offices, the most frequent fifty are taken.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// responsible = "สำนักปลัด"
    /// results = ["สำนักปลดั จัดการประชุมชี้แจงนโยบาย"]
    /// ```
    /// # ไทย
    /// ชื่อส่วนราชการสะกดผิด
    ///
    /// ส่วนราชการคือหน่วยงานผู้รับผิดชอบของมาตรการต่าง ๆ และชื่อที่ใช้กันทั่วไปใน อปท. โรงพยาบาล สถานศึกษา กรม และจังหวัด ถ้าสะกดสองแบบที่ต่างกันเพียงอักษรเดียว
    /// ถือแบบที่ใช้กันทั่วไป แบบที่ทุกคำมีในพจนานุกรม หรือแบบที่ใช้บ่อยกว่าเป็นแบบที่ถูก ถ้าเป็นคนละส่วนราชการที่ชื่อคล้ายกันจริง ให้อนุญาตกฎนี้ในแฟ้ม
    /// ถ้ามีส่วนราชการเกินห้าสิบชื่อ ตรวจเพียงห้าสิบชื่อที่ใช้บ่อยที่สุด
    "office-name", check
}

/// So many offices are searched for. The time for the search grows with their number and with the length of the report.
const MOST: usize = 50;

/// The usual names of offices, in the lists of the kinds of agencies.
static USUAL: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lists: BTreeMap<String, Vec<String>> =
        toml::from_str(include_str!("../../../data/check/offices.toml"))
            .expect("embedded names are well formed");
    lists.into_values().flatten().collect()
});

/// A spelling of an office.
struct Office<'t> {
    name: &'t str,
    /// How often it is named as responsible.
    count: usize,
    /// The first place where it is.
    span: Option<Span>,
    is_usual: bool,
    word_count: usize,
    has_unknown_word: bool,
}

impl Office<'_> {
    /// What makes a spelling the better one of two, better ones first: it is a usual name, all its words are known, it is
    /// frequent.
    fn rank(&self) -> (bool, bool, Reverse<usize>) {
        (!self.is_usual, self.has_unknown_word, Reverse(self.count))
    }
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let mut offices = offices(facts);
    // At equal rank, the spelling with fewer words comes first, because a typo splits words.
    offices.sort_by_cached_key(|office| {
        (office.rank(), office.word_count, office.span.as_ref().map(|span| span.start))
    });
    // A spelling one typo away from a better one is a misspelling of it, not an office of its own.
    let mut right: Vec<Office> = Vec::new();
    let mut other_offices: Vec<&str> = Vec::new();
    // Neither of these and its like is better, so nobody can tell which one is wrong.
    let mut undecided: Vec<&str> = Vec::new();
    // Spellings of usual names that the report itself does not have.
    let mut misspelt: Vec<(&str, &str)> = Vec::new();
    for office in offices {
        // Two usual names may be as similar: กองพัสดุ and งานพัสดุ.
        if office.is_usual {
            right.push(office);
            continue;
        }
        match right.iter().find(|better| is_typo_of(office.name, better.name)) {
            Some(better) if better.rank() == office.rank() => undecided.push(office.name),
            Some(better) if better.span.is_none() => misspelt.push((office.name, better.name)),
            Some(_) => {}
            None if right.iter().filter(|one| one.span.is_some()).count() < MOST => right.push(office),
            None => other_offices.push(office.name),
        }
    }
    let name = |office: &Office| Name {
        spelling: office.name.to_owned(),
        max_typos: 1,
        // A usual name that the report does not have is not searched for where it may be other words by chance.
        may_be_common_word: office.span.is_none(),
    };
    let names: Vec<Name> = right.iter().map(name).collect();
    let agency = &facts.report.agency;
    let mut reported: HashSet<usize> = HashSet::new();
    for miss in misses(&facts.corpus, &facts.texts, &names, &[&agency.name, &agency.short_name]) {
        let text = &facts.texts[miss.text_index];
        let overlaps = |at: usize, name: &str| at < miss.range.end && miss.range.start < at + name.len();
        let is_in = |name: &&str| text.content.match_indices(*name).any(|(at, name)| overlaps(at, name));
        if other_offices.iter().any(is_in) {
            continue;
        }
        let office = &right[miss.name_index];
        let written = &text.content[miss.range.clone()];
        let is_office = text.is(MeasurePart::Responsible) && text.content.trim() == written;
        // A name that is only usual may be a part of another office's name: กองคลังน้ำมัน.
        if office.span.is_none() && !miss.has_unknown_word && !is_office {
            continue;
        }
        reported.insert(miss.text_index);
        let finding = Finding::warning("office-name", text.span(miss.range.clone()))
            .with("written", written)
            .with("right", office.name)
            .with("kind", if office.span.is_some() { "used" } else { "usual" })
            .shown_by_optional("right", office.span.clone());
        let is_undecided = undecided.iter().any(is_in) || office.has_unknown_word && !miss.has_unknown_word;
        let is_certain = miss.has_unknown_word && !office.has_unknown_word;
        found.push(match text.edit(miss.range, office.name) {
            _ if is_undecided => finding,
            edit if is_certain => finding.fixed_by(edit),
            edit => finding.offering(edit),
        });
    }
    // A whole name that is a usual one but for a letter, even if all its words are known.
    for (index, text) in facts.texts.iter().enumerate().filter(|(_, text)| text.is(MeasurePart::Responsible))
    {
        let written = text.content.trim();
        let Some((_, right)) = misspelt.iter().find(|(name, _)| *name == written) else { continue };
        let start = text.content.len() - text.content.trim_start().len();
        let range = start..start + written.len();
        if !reported.contains(&index) && !text.is_filled_in(&range) {
            found.push(
                Finding::warning("office-name", text.span(range.clone()))
                    .with("written", written)
                    .with("right", *right)
                    .with("kind", "usual")
                    .offering(text.edit(range, right)),
            );
        }
    }
}

/// The offices named as responsible, and the usual ones.
fn offices<'f>(facts: &'f Facts) -> Vec<Office<'f>> {
    struct Named {
        is_usual: bool,
        count: usize,
        span: Option<Span>,
    }
    let usual = || Named { is_usual: true, count: 0, span: None };
    let mut named: BTreeMap<&str, Named> = USUAL.iter().map(|name| (name.as_str(), usual())).collect();
    for text in facts.texts.iter().filter(|text| text.is(MeasurePart::Responsible)) {
        let office =
            named.entry(text.content.trim()).or_insert(Named { is_usual: false, count: 0, span: None });
        office.count += 1;
        office.span.get_or_insert_with(|| text.whole());
    }
    let office = |(name, Named { is_usual, count, span }): (&'f str, Named)| {
        let words = words(name);
        let has_unknown_word = words.iter().any(|word| !word.known);
        Office { name, count, span, is_usual, word_count: words.len(), has_unknown_word }
    };
    named.into_iter().map(office).collect()
}

/// Whether two spellings differ by one typo in their letters: not by ฯ, which stands for the rest of a name, or by a number.
fn is_typo_of(name: &str, other: &str) -> bool {
    let rest =
        |name: &str| name.chars().filter(|c| !is_letter(*c) || matches!(c, 'ฯ' | 'ๆ')).collect::<String>();
    name.len().abs_diff(other.len()) <= 'ก'.len_utf8()
        && damerau_levenshtein(name, other) == 1
        && rest(name) == rest(other)
}
