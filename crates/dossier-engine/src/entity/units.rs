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
    row(Unit::After("nm"), &["nanometre", "nanometer"], &["nm"]),
    row(Unit::After("ly"), &["light-year", "lightyear"], &[]),
    row(Unit::After("fathoms"), &["fathom"], &[]),
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
    row(Unit::After("µg"), &["microgram"], &[]),
    row(Unit::After("st"), &["stone"], &[]),
    row(Unit::After("ct"), &["carat"], &[]),
    row(Unit::After("bu"), &["bushel"], &[]),
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
    row(Unit::After("MWh"), &[], &["MWh"]),
    row(Unit::After("GWh"), &[], &["GWh"]),
    row(Unit::After("TWh"), &[], &["TWh"]),
    row(Unit::After("TW"), &["terawatt"], &["TW"]),
    row(Unit::After("V"), &["volt"], &[]),
    row(Unit::After("A"), &["amp", "ampere"], &[]),
    row(Unit::After("J"), &["joule"], &[]),
    row(Unit::After("hp"), &["horsepower"], &["hp"]),
    row(Unit::After("dB"), &["decibel"], &["dB"]),
    row(Unit::After("Hz"), &["hertz"], &["Hz"]),
    row(Unit::After("kHz"), &["kilohertz"], &["kHz"]),
    row(Unit::After("MHz"), &["megahertz"], &["MHz"]),
    row(Unit::After("GHz"), &["gigahertz"], &["GHz"]),
    row(Unit::After("kt"), &["kiloton", "kilotonne"], &["kt"]),
    row(Unit::After("Mt"), &["megaton", "megatonne"], &[]),
    row(Unit::After("cal"), &["calorie"], &[]),
    // Speed and temperature
    row(Unit::After("mph"), &[], &["mph"]),
    row(Unit::After("kph"), &[], &["kph"]),
    row(Unit::After("kn"), &["knot"], &[]),
    row(Unit::Attached("°"), &["degree"], &[]),
    row(Unit::Attached(" °C"), &["celsius"], &[]),
    row(Unit::Attached(" °F"), &["fahrenheit"], &[]),
    row(Unit::After("s"), &["second"], &[]),
    // Information
    row(Unit::After("kB"), &["kilobyte"], &["kB", "KB"]),
    row(Unit::After("MB"), &["megabyte"], &["MB"]),
    row(Unit::After("GB"), &["gigabyte"], &["GB"]),
    row(Unit::After("TB"), &["terabyte"], &["TB"]),
    row(Unit::After("Gbit"), &["gigabit"], &["Gbps"]),
    row(Unit::After("Mbit"), &["megabit"], &["Mbps"]),
    row(Unit::After("MP"), &["megapixel"], &[]),
];

/// Currencies that are one word.
const MONEY: &[Row] = &[
    row(Unit::Before("$"), &["dollar"], &[]),
    row(Unit::Before("€"), &["euro"], &[]),
    row(Unit::Before("¥"), &["yen"], &[]),
    row(Unit::After("cents"), &["cent"], &[]),
    row(Unit::After("pence"), &["penny", "pence"], &["p"]),
    row(Unit::After("won"), &[], &["won"]),
    row(Unit::After("yuan"), &["yuan", "renminbi"], &[]),
    row(Unit::After("roubles"), &["rouble", "ruble"], &[]),
    row(Unit::After("rupees"), &["rupee"], &[]),
    row(Unit::After("francs"), &["franc"], &[]),
    row(
        Unit::After("crowns"),
        &["krona", "krone", "kronor", "kroner", "koruna", "crown"],
        &[],
    ),
    row(Unit::After("lira"), &["lira", "lire"], &[]),
    row(Unit::After("rials"), &["rial", "riyal"], &[]),
    row(Unit::After("reais"), &["reais"], &[]),
    row(Unit::After("pesos"), &["peso"], &[]),
    row(Unit::After("rand"), &["rand"], &[]),
    row(Unit::After("naira"), &["naira"], &[]),
    row(Unit::After("shillings"), &["shilling"], &[]),
    row(Unit::After("cedis"), &["cedi"], &[]),
    row(Unit::After("kwacha"), &["kwacha"], &[]),
    row(Unit::After("birr"), &["birr"], &[]),
    row(Unit::After("pula"), &["pula"], &[]),
    row(Unit::After("meticais"), &["metical", "meticais"], &[]),
    row(Unit::After("ariary"), &["ariary"], &[]),
    row(Unit::After("dirhams"), &["dirham"], &[]),
    row(Unit::After("rupiah"), &["rupiah"], &[]),
    row(Unit::After("ringgit"), &["ringgit"], &[]),
    row(Unit::After("taka"), &["taka"], &[]),
    row(Unit::After("dong"), &["dong"], &[]),
    row(Unit::After("kyat"), &["kyat"], &[]),
    row(Unit::After("tenge"), &["tenge"], &[]),
    row(Unit::After("forints"), &["forint"], &[]),
    row(Unit::After("bolivars"), &["bolivar"], &[]),
    row(Unit::After("quetzals"), &["quetzal"], &[]),
    row(Unit::After("guarani"), &["guarani"], &[]),
    row(Unit::After("bitcoins"), &["bitcoin"], &[]),
    row(Unit::After("guilders"), &["guilder"], &[]),
    row(Unit::After("shekels"), &["shekel"], &[]),
    row(Unit::After("dinars"), &["dinar"], &[]),
    row(Unit::After("baht"), &["baht"], &[]),
    row(Unit::After("hryvnias"), &["hryvnia"], &[]),
    row(Unit::After("zlotys"), &["zloty"], &[]),
    row(Unit::After("marks"), &["deutschmark"], &[]),
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
    (&["sq", "km"], Unit::After("km²")),
    (&["sq", "m"], Unit::After("m²")),
    (&["sq", "ft"], Unit::After("sq ft")),
    (&["sq", "mile"], Unit::After("sq mi")),
    (&["light", "year"], Unit::After("ly")),
    (&["terawatt", "hour"], Unit::After("TWh")),
    (&["gigawatt", "hour"], Unit::After("GWh")),
    (&["megawatt", "hour"], Unit::After("MWh")),
    (&["astronomical", "unit"], Unit::After("au")),
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
    find(UNITS, folded, raw).or_else(|| money(folded, raw))
}

/// The currency whose name a folded word and its raw form are.
pub(super) fn money(folded: &str, raw: &str) -> Option<Unit> {
    find(MONEY, folded, raw)
}

fn find(rows: &[Row], folded: &str, raw: &str) -> Option<Unit> {
    let by_sign = rows.iter().find(|row| row.signs.contains(&raw));
    by_sign
        .or_else(|| {
            rows.iter()
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
    let signs = [
        "$", "€", "£", "¥", "₩", "₽", "₹", "₺", "₴", "₦", "₱", "฿", "₫", "₪", "₵", "₡",
    ];
    // `R$ 30`: some set the sign apart.
    let apart = text.strip_suffix(' ').unwrap_or(text);
    let sign = signs.into_iter().find(|sign| apart.ends_with(sign))?;
    Some((Unit::Before(sign), sign.len() + text.len() - apart.len()))
}

/// Letters of currencies before sums of money, as they are written.
pub(super) const LETTERS: &[(&str, Unit)] = &[
    ("USD", Unit::Before("$")),
    ("AUD", Unit::Before("$")),
    ("CAD", Unit::Before("$")),
    ("NZD", Unit::Before("$")),
    ("SGD", Unit::Before("$")),
    ("HKD", Unit::Before("$")),
    ("EUR", Unit::Before("€")),
    ("GBP", Unit::Before("£")),
    ("JPY", Unit::Before("¥")),
    ("Rs", Unit::After("rupees")),
    ("INR", Unit::After("rupees")),
    ("PKR", Unit::After("rupees")),
    ("CHF", Unit::After("francs")),
    ("CNY", Unit::After("yuan")),
    ("RMB", Unit::After("yuan")),
    ("NGN", Unit::After("naira")),
    ("ZAR", Unit::After("rand")),
    ("KSh", Unit::After("shillings")),
    ("Ksh", Unit::After("shillings")),
    ("KES", Unit::After("shillings")),
    ("TSh", Unit::After("shillings")),
    ("Tsh", Unit::After("shillings")),
    ("TZS", Unit::After("shillings")),
    ("USh", Unit::After("shillings")),
    ("UGX", Unit::After("shillings")),
    ("Sh", Unit::After("shillings")),
    ("GHS", Unit::After("cedis")),
    ("RM", Unit::After("ringgit")),
    ("MYR", Unit::After("ringgit")),
    ("Rp", Unit::After("rupiah")),
    ("IDR", Unit::After("rupiah")),
    ("Tk", Unit::After("taka")),
    ("BDT", Unit::After("taka")),
    ("BRL", Unit::After("reais")),
    ("DM", Unit::After("marks")),
    ("SEK", Unit::After("crowns")),
    ("NOK", Unit::After("crowns")),
    ("DKK", Unit::After("crowns")),
    ("AED", Unit::After("dirhams")),
    ("Dh", Unit::After("dirhams")),
    ("Dhs", Unit::After("dirhams")),
];

/// The currency whose letters stand before sums of money: `USD 5 million`, `Rs 500`.
pub(super) fn of_letters(raw: &str) -> Option<Unit> {
    let known = LETTERS.iter().find(|(letters, _)| *letters == raw);
    known.map(|(_, unit)| *unit)
}

fn is_form(word: &str, name: &str) -> bool {
    word == name
        || word.strip_suffix('s') == Some(name)
        || (name.ends_with("ch") && word.strip_suffix("es") == Some(name))
}
