//! Amounts of money as decimal numbers, which are never computed in binary floating point.

/// An amount in baht, with commas between the thousands and two decimals.
pub(super) fn grouped(amount: &str) -> String {
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    format!("{out}.{fraction:0<2}")
}

/// The sum of amounts that have at most two decimals. `None` if it is beyond all money.
pub(super) fn sum<'a>(amounts: impl Iterator<Item = &'a str>) -> Option<String> {
    let satang = |amount: &str| {
        let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
        format!("{whole}{fraction:0<2}").parse::<u128>().ok()
    };
    let mut sum: u128 = 0;
    for amount in amounts {
        sum = sum.checked_add(satang(amount)?)?;
    }
    Some(format!("{}.{:02}", sum / 100, sum % 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_added_exactly() {
        assert_eq!(sum(["0.1", "0.20", "1234567"].into_iter()).as_deref(), Some("1234567.30"));
        assert_eq!(sum(["9".repeat(40).as_str()].into_iter()), None);
        assert_eq!(grouped("1234567.3"), "1,234,567.30");
    }
}
