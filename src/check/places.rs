//! Reads the places that an agency's name and address speak of, and looks each up where it should lie. Only what the
//! gazetteer can decide is judged: a name that is like none there may be an old or a local one.

mod lookup;

use std::ops::Range;

use lookup::{Lookup, district, districts_of, nearest, province, typos};

use super::text::Text;
use super::words::WORDS;
use crate::report::{Agency, Argument, Spanned};
use crate::thai::characters::is_letter;
use crate::thai::gazetteer::{self, BANGKOK, District, districts, provinces};

/// The most places that are read from one text. No address has so many.
const MOST: usize = 12;

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Province,
    District,
    Subdistrict,
    /// A municipality, which is named after a place of any kind.
    Municipality,
}

impl Kind {
    /// The word for such a place in a province.
    fn term(self, province: Option<&str>) -> Argument {
        let bangkok = province == Some(BANGKOK);
        Argument::Term(match self {
            Kind::Province => "place-province",
            Kind::District if bangkok => "place-khet",
            Kind::District => "place-district",
            Kind::Subdistrict if bangkok => "place-khwaeng",
            Kind::Subdistrict => "place-subdistrict",
            Kind::Municipality => "place-municipality",
        })
    }
}

/// A place that a text names.
pub(super) struct Named<'t> {
    pub text: &'t Text<'t>,
    /// The byte range of the name in the text, without what it begins with, such as ตำบล.
    pub range: Range<usize>,
    kind: Kind,
    name: String,
    /// Whether it is in the name of an agency, which may be another than that of its place.
    pub in_agency_name: bool,
}

/// What the gazetteer says of a name.
pub(super) enum Judgement {
    /// There is such a place, or none that is like it.
    Fine,
    /// There is such a place, but it does not lie in `inside`: it lies in those of `elsewhere`.
    Elsewhere { inside: &'static str, elsewhere: Vec<&'static str> },
    /// There is no such place, but one or two of a name that is nearly the same. `is_certain`: and nothing else can be meant.
    Misspelt { right: Vec<&'static str>, inside: Option<&'static str>, is_certain: bool },
}

/// The province and the district in which the other places of a text should lie.
#[derive(Clone, Copy, Default)]
struct Surroundings {
    province: Option<&'static str>,
    district: Option<&'static District>,
}

/// Every place that the agency's name and address speak of, with its judgement and the province in which it should lie.
pub(super) fn judged<'t>(
    agency: &Agency,
    texts: &'t [Text<'t>],
) -> Vec<(Named<'t>, Judgement, Option<&'static str>)> {
    let find = |value: &Spanned<String>| texts.iter().find(|text| text.whole() == value.span);
    let whole = |value: &Option<Spanned<String>>, kind| {
        value.as_ref().and_then(find).map(|text| Named::whole(text, kind))
    };
    let mut own = Vec::new();
    own.extend(whole(&agency.province, Kind::Province));
    own.extend(whole(&agency.district, Kind::District));
    let mut names = vec![&agency.name];
    if agency.short_name.span != agency.name.span {
        names.push(&agency.short_name);
    }
    own.extend(names.into_iter().filter_map(find).flat_map(|text| Named::all(text, true)));
    let address: Vec<Named> =
        agency.address.as_ref().and_then(find).map(|text| Named::all(text, false)).unwrap_or_default();
    let around = [Surroundings::of(own.iter().chain(&address)), Surroundings::of(address.iter().chain(&own))];
    let judge = |(places, around): (Vec<Named<'t>>, Surroundings)| {
        places.into_iter().map(move |place| {
            let judgement = place.judge(around);
            (place, judgement, around.province)
        })
    };
    [own, address].into_iter().zip(around).flat_map(judge).collect()
}

impl<'t> Named<'t> {
    fn new(text: &'t Text<'t>, range: Range<usize>, kind: Kind, in_agency_name: bool) -> Self {
        // What looks like one letter but was typed as two is a matter of other rules.
        let name = text.content[range.clone()].replace("ํา", "ำ").replace("เเ", "แ");
        Named { text, range, kind, name, in_agency_name }
    }

    /// The place that a whole text names, with or without what it is.
    fn whole(text: &'t Text<'t>, kind: Kind) -> Self {
        let content = text.content.trim_end();
        let at = content.len() - content.trim_start().len();
        let heads = if kind == Kind::Province { &WORDS.places.province } else { &WORDS.places.district };
        let head = heads.iter().find(|head| content[at..].starts_with(head.as_str()));
        let at = at + head.map_or(0, |head| head.len());
        let at = content.len() - content[at..].trim_start().len();
        Named::new(text, at..content.len(), kind, false)
    }

    /// The places that a text names, each behind what it is: ตำบลม่วงหมู่.
    fn all(text: &'t Text<'t>, in_agency_name: bool) -> Vec<Self> {
        let content = text.content.as_str();
        let mut found = Vec::new();
        let mut at = 0;
        while found.len() < MOST
            && let Some((kind, head)) = next_head(content, at)
        {
            let start = content.len() - content[head.end..].trim_start_matches(' ').len();
            let in_name = |c: char| is_letter(c) || matches!(c, '-' | 'ฯ');
            let end = start + content[start..].find(|c| !in_name(c)).unwrap_or(content.len() - start);
            // What it lies in may follow without a space.
            let is_khwaeng = content[head.clone()] == *"แขวง";
            let next = ["อำเภอ", "จังหวัด"].into_iter().chain(is_khwaeng.then_some("เขต"));
            let end =
                next.filter_map(|next| content[start..end].find(next)).min().map_or(end, |at| start + at);
            if start < end {
                found.push(Named::new(text, start..end, kind, in_agency_name));
            }
            at = end;
        }
        // Bangkok is named without จังหวัด.
        if let Some((alias, at)) =
            [BANGKOK, "กรุงเทพฯ", "กทม."].into_iter().find_map(|name| Some((name, content.find(name)?)))
        {
            found.push(Named::new(text, at..at + alias.len(), Kind::Province, in_agency_name));
        }
        found
    }

    /// The name as it is written.
    pub fn written(&self) -> &'t str {
        &self.text.content[self.range.clone()]
    }

    /// The word for what the place is.
    pub fn term(&self, province: Option<&str>) -> Argument {
        self.kind.term(province)
    }

    fn judge(&self, around: Surroundings) -> Judgement {
        match self.kind {
            // A court or a prison of a district may be called that of a จังหวัด.
            Kind::Province if self.in_agency_name && gazetteer::contains(&self.name) => Judgement::Fine,
            Kind::Province => match province(&self.name) {
                Lookup::Near(right, is_certain) => Judgement::Misspelt { right, inside: None, is_certain },
                _ => Judgement::Fine,
            },
            Kind::District => match (district(&self.name, around.province), around.province) {
                (Lookup::Elsewhere(elsewhere), Some(inside)) => Judgement::Elsewhere { inside, elsewhere },
                (Lookup::Near(right, is_certain), inside) => {
                    Judgement::Misspelt { right, inside, is_certain }
                }
                _ => Judgement::Fine,
            },
            Kind::Subdistrict if !self.in_agency_name => self.judge_subdistrict(around),
            Kind::Subdistrict | Kind::Municipality => self.judge_agency(around),
        }
    }

    /// Judges a subdistrict of an address, of which the gazetteer knows all.
    fn judge_subdistrict(&self, around: Surroundings) -> Judgement {
        let Some(own) = around.district else { return self.judge_agency(around) };
        if own.subdistricts().any(|known| known == self.name) {
            return Judgement::Fine;
        }
        let elsewhere: Vec<&'static str> = districts_of(own.province)
            .filter(|district| district.subdistricts().any(|known| known == self.name))
            .map(|district| district.name)
            .collect();
        if !elsewhere.is_empty() {
            return Judgement::Elsewhere { inside: own.name, elsewhere };
        }
        match Lookup::near(&self.name, own.subdistricts(), typos(&self.name)) {
            Lookup::Near(right, is_certain) => {
                Judgement::Misspelt { right, inside: Some(own.name), is_certain }
            }
            _ => Judgement::Fine,
        }
    }

    /// Judges the name of an agency. It may be that of a village, or an old one, so only what is no place at all and nearly
    /// the name of one close by counts.
    fn judge_agency(&self, around: Surroundings) -> Judgement {
        let Some(own) = around.province else { return Judgement::Fine };
        if gazetteer::contains(&self.name) || province(&self.name).is_known() {
            return Judgement::Fine;
        }
        let (known, inside, most): (Vec<&'static str>, _, _) = match around.district {
            Some(district) => {
                (district.subdistricts().chain([district.name]).collect(), district.name, typos(&self.name))
            }
            None => {
                let all = districts_of(own).flat_map(|district| district.subdistricts());
                // So many names have one by chance that is like a short one.
                (all.collect(), own, usize::from(self.name.chars().count() >= 6))
            }
        };
        let of_province = districts_of(own).map(|district| district.name).chain(provinces());
        let wider = of_province.filter(|_| self.kind == Kind::Municipality);
        match nearest(&self.name, known.into_iter().chain(wider), most).0 {
            right if right.is_empty() => Judgement::Fine,
            right => Judgement::Misspelt { right, inside: Some(inside), is_certain: false },
        }
    }
}

impl Surroundings {
    /// What the first of these places say that can be told.
    fn of<'p>(places: impl Iterator<Item = &'p Named<'p>> + Clone) -> Self {
        let of = |kind| places.clone().filter(move |place| place.kind == kind);
        let province = of(Kind::Province).find_map(|place| province(&place.name).only());
        let name = of(Kind::District).find_map(|place| district(&place.name, province).only());
        let district = name.and_then(|name| {
            let mut all = districts().iter().filter(|district| {
                district.name == name && province.is_none_or(|province| province == district.province)
            });
            let first = all.next();
            first.filter(|_| all.next().is_none())
        });
        Surroundings { province: province.or(district.map(|district| district.province)), district }
    }
}

/// The next word from `from` on that says what a place is, and where it stands. An abbreviation stands behind no letter, nor
/// does เขต, which would be วิทยาเขต, unless a name ends at `from`.
fn next_head(content: &str, from: usize) -> Option<(Kind, Range<usize>)> {
    let words = &WORDS.places;
    let heads = [
        (Kind::Province, &words.province),
        (Kind::District, &words.district),
        (Kind::Subdistrict, &words.subdistrict),
        (Kind::Municipality, &words.municipality),
    ];
    let heads =
        heads.into_iter().flat_map(|(kind, heads)| heads.iter().map(move |head| (kind, head.as_str())));
    let found = heads.filter_map(|(kind, head)| {
        let mut places = content[from..].match_indices(head).map(|(at, _)| from + at);
        let at = places.find(|at| {
            let may_be_within = !head.ends_with('.') && head != "เขต" || *at == from;
            may_be_within || !content[..*at].ends_with(|c: char| is_letter(c) || c == '.')
        })?;
        Some((kind, at..at + head.len()))
    });
    found.min_by_key(|(_, range)| (range.start, usize::MAX - range.end))
}
