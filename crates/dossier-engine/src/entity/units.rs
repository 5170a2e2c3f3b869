//! Units of measure and currencies, with the form in which quantities are named.

/// How a quantity with this unit is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// The sign stands before the number: `$5 million`.
    Before(&'static str),
    /// The sign stands after the number, with a space: `683 km`.
    After(&'static str),
    /// The sign stands directly after the number: `12%`.
    Attached(&'static str),
}

/// A unit by its names. Full names also stand in the plural; signs are compared with case.
struct Row {
    unit: Unit,
    names: &'static [&'static str],
    signs: &'static [&'static str],
}

const fn row(unit: Unit, names: &'static [&'static str], signs: &'static [&'static str]) -> Row {
    Row { unit, names, signs }
}

/// Units that are one word.
const UNITS: &[Row] = &[
    row(Unit::Attached("%"), &["percent", "pct"], &[]),
    // Length
    row(
        Unit::After("km"),
        &["kilometre", "kilometer"],
        &["km", "kms"],
    ),
    row(Unit::After("m"), &["metre", "meter"], &[]),
    row(Unit::After("cm"), &["centimetre", "centimeter"], &["cm"]),
    row(Unit::After("mm"), &["millimetre", "millimeter"], &["mm"]),
    row(Unit::After("mi"), &["mile"], &[]),
    row(Unit::After("yd"), &["yard"], &[]),
    row(Unit::After("ft"), &["foot", "feet"], &["ft"]),
    row(Unit::After("in"), &["inch"], &[]),
    // Area
    row(Unit::After("ha"), &["hectare"], &["ha"]),
    row(Unit::After("ac"), &["acre"], &[]),
    // Mass
    row(Unit::After("t"), &["tonne", "ton"], &[]),
    row(
        Unit::After("kg"),
        &["kilogram", "kilogramme", "kilo"],
        &["kg", "kgs"],
    ),
    row(Unit::After("g"), &["gram", "gramme"], &[]),
    row(Unit::After("mg"), &["milligram"], &["mg"]),
    row(Unit::After("lb"), &[], &["lb", "lbs"]),
    row(Unit::After("oz"), &["ounce"], &["oz"]),
    // Volume
    row(Unit::After("l"), &["litre", "liter"], &[]),
    row(Unit::After("ml"), &["millilitre", "milliliter"], &["ml"]),
    row(Unit::After("gal"), &["gallon"], &[]),
    row(Unit::After("bbl"), &["barrel"], &["bbl"]),
    // Power, energy, yield
    row(Unit::After("W"), &["watt"], &[]),
    row(Unit::After("kW"), &["kilowatt"], &["kW"]),
    row(Unit::After("MW"), &["megawatt"], &["MW"]),
    row(Unit::After("GW"), &["gigawatt"], &["GW"]),
    row(Unit::After("kWh"), &[], &["kWh"]),
    row(Unit::After("kt"), &["kiloton", "kilotonne"], &["kt"]),
    row(Unit::After("Mt"), &["megaton", "megatonne"], &[]),
    row(Unit::After("cal"), &["calorie"], &[]),
    // Speed and temperature
    row(Unit::After("mph"), &[], &["mph"]),
    row(Unit::After("kph"), &[], &["kph"]),
    row(Unit::After("kn"), &["knot"], &[]),
    row(Unit::Attached("°"), &["degree"], &[]),
    // Information
    row(Unit::After("kB"), &["kilobyte"], &["kB", "KB"]),
    row(Unit::After("MB"), &["megabyte"], &["MB"]),
    row(Unit::After("GB"), &["gigabyte"], &["GB"]),
    row(Unit::After("TB"), &["terabyte"], &["TB"]),
    // Money
    row(Unit::Before("$"), &["dollar"], &[]),
    row(Unit::Before("€"), &["euro"], &[]),
    row(Unit::Before("¥"), &["yen"], &[]),
    row(Unit::After("cents"), &["cent"], &[]),
    row(Unit::After("pence"), &["penny", "pence"], &[]),
    row(Unit::After("won"), &[], &["won"]),
    row(Unit::After("yuan"), &["yuan", "renminbi"], &[]),
    row(Unit::After("roubles"), &["rouble", "ruble"], &[]),
    row(Unit::After("rupees"), &["rupee"], &[]),
    row(Unit::After("francs"), &["franc"], &[]),
    row(
        Unit::After("crowns"),
        &["krona", "krone", "kronor", "kroner"],
        &[],
    ),
    row(Unit::After("lira"), &["lira"], &[]),
    row(Unit::After("rials"), &["rial", "riyal"], &[]),
    row(Unit::After("pesos"), &["peso"], &[]),
    row(Unit::After("rand"), &["rand"], &[]),
    row(Unit::After("guilders"), &["guilder"], &[]),
    row(Unit::After("shekels"), &["shekel"], &[]),
    row(Unit::After("dinars"), &["dinar"], &[]),
    row(Unit::After("baht"), &["baht"], &[]),
    row(Unit::After("hryvnias"), &["hryvnia"], &[]),
    row(Unit::After("zlotys"), &["zloty"], &[]),
    // A weight or money; the number before it tells no more than the word does.
    row(Unit::After("pounds"), &["pound"], &[]),
];

/// Units of several words, by their folded singulars.
const COMPOUND: &[(&[&str], Unit)] = &[
    (&["per", "cent"], Unit::Attached("%")),
    (&["percentage", "point"], Unit::After("percentage points")),
    (&["basis", "point"], Unit::After("basis points")),
    (&["square", "kilometre"], Unit::After("km²")),
    (&["square", "kilometer"], Unit::After("km²")),
    (&["square", "metre"], Unit::After("m²")),
    (&["square", "meter"], Unit::After("m²")),
    (&["square", "mile"], Unit::After("sq mi")),
    (&["square", "feet"], Unit::After("sq ft")),
    (&["square", "foot"], Unit::After("sq ft")),
    (&["cubic", "metre"], Unit::After("m³")),
    (&["cubic", "meter"], Unit::After("m³")),
    (&["cubic", "feet"], Unit::After("cu ft")),
    (&["nautical", "mile"], Unit::After("nmi")),
    (&["metric", "ton"], Unit::After("t")),
    (&["kilowatt", "hour"], Unit::After("kWh")),
    (&["degree", "celsius"], Unit::Attached(" °C")),
    (&["degree", "fahrenheit"], Unit::Attached(" °F")),
    (&["pound", "sterling"], Unit::Before("£")),
];

/// The unit whose name a folded word and its raw form are.
pub(super) fn of_word(folded: &str, raw: &str) -> Option<Unit> {
    let by_sign = UNITS.iter().find(|row| row.signs.contains(&raw));
    by_sign
        .or_else(|| {
            UNITS
                .iter()
                .find(|row| row.names.iter().any(|name| is_form(folded, name)))
        })
        .map(|row| row.unit)
}

/// The unit that two folded words name.
pub(super) fn of_words(first: &str, second: &str) -> Option<Unit> {
    COMPOUND
        .iter()
        .find(|(names, _)| is_form(first, names[0]) && is_form(second, names[1]))
        .map(|(_, unit)| *unit)
}

/// The currency whose sign ends a text.
pub(super) fn of_sign(text: &str) -> Option<(Unit, usize)> {
    let signs = ["$", "€", "£", "¥", "₩", "₽", "₹", "₺", "₴"];
    let sign = signs.into_iter().find(|sign| text.ends_with(sign))?;
    Some((Unit::Before(sign), sign.len()))
}

fn is_form(word: &str, name: &str) -> bool {
    word == name
        || word.strip_suffix('s') == Some(name)
        || (name.ends_with("ch") && word.strip_suffix("es") == Some(name))
}
