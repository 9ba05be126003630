//! The number to call in an emergency, guessed from where a device says that it is.

/// A guess, to be told with its country, so that a wrong one shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    /// The country, as ISO 3166-1 has it: two letters.
    pub country: &'static str,
    /// The number that brings an ambulance there.
    pub number: &'static str,
}

/// The number that mobile phones know everywhere in the European Union and in many other countries
/// (Directive (EU) 2018/1972, article 109; GSM 02.30).
pub const ON_MOBILES: &str = "112";

/// Countries, their numbers and their time zones (IANA; one that ends with a slash stands for all below
/// it). The numbers are as each country's own emergency services publish them (read in November 2026;
/// for the European Union the directive above). Only those we are sure of.
const COUNTRIES: [(&str, &str, &str); 51] = [
    ("AD", "112", "Europe/Andorra"),
    ("AT", "112", "Europe/Vienna"),
    ("AU", "000", "Australia/"),
    ("BE", "112", "Europe/Brussels"),
    ("BG", "112", "Europe/Sofia"),
    (
        "BR",
        "192",
        "America/Sao_Paulo America/Bahia America/Fortaleza America/Recife America/Belem America/Manaus America/Maceio America/Cuiaba America/Campo_Grande America/Porto_Velho America/Araguaina America/Boa_Vista America/Rio_Branco America/Santarem",
    ),
    (
        "CA",
        "911",
        "America/Toronto America/Montreal America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/St_Johns America/Regina America/Moncton America/Whitehorse America/Yellowknife America/Iqaluit America/Goose_Bay America/Glace_Bay America/Thunder_Bay America/Swift_Current America/Dawson_Creek America/Fort_Nelson America/Inuvik America/Rankin_Inlet",
    ),
    ("CH", "144", "Europe/Zurich"),
    ("CN", "120", "Asia/Shanghai Asia/Urumqi"),
    ("CY", "112", "Asia/Nicosia Europe/Nicosia"),
    ("CZ", "112", "Europe/Prague"),
    ("DE", "112", "Europe/Berlin Europe/Busingen"),
    ("DK", "112", "Europe/Copenhagen"),
    ("EE", "112", "Europe/Tallinn"),
    ("ES", "112", "Europe/Madrid Atlantic/Canary Africa/Ceuta"),
    ("FI", "112", "Europe/Helsinki Europe/Mariehamn"),
    ("FR", "112", "Europe/Paris"),
    ("GB", "999", "Europe/London Europe/Belfast"),
    ("GR", "112", "Europe/Athens"),
    ("HK", "999", "Asia/Hong_Kong"),
    ("HR", "112", "Europe/Zagreb"),
    ("HU", "112", "Europe/Budapest"),
    ("IE", "112", "Europe/Dublin"),
    ("IL", "101", "Asia/Jerusalem Asia/Tel_Aviv"),
    ("IN", "112", "Asia/Kolkata Asia/Calcutta"),
    ("IS", "112", "Atlantic/Reykjavik"),
    ("IT", "112", "Europe/Rome"),
    ("JP", "119", "Asia/Tokyo"),
    ("KR", "119", "Asia/Seoul"),
    ("LI", "144", "Europe/Vaduz"),
    ("LT", "112", "Europe/Vilnius"),
    ("LU", "112", "Europe/Luxembourg"),
    ("LV", "112", "Europe/Riga"),
    ("MC", "112", "Europe/Monaco"),
    ("MT", "112", "Europe/Malta"),
    (
        "MX",
        "911",
        "America/Mexico_City America/Monterrey America/Merida America/Cancun America/Tijuana America/Hermosillo America/Mazatlan America/Chihuahua America/Ciudad_Juarez America/Matamoros America/Ojinaga America/Bahia_Banderas",
    ),
    ("MY", "999", "Asia/Kuala_Lumpur Asia/Kuching"),
    ("NL", "112", "Europe/Amsterdam"),
    ("NO", "113", "Europe/Oslo"),
    ("NZ", "111", "Pacific/Auckland Pacific/Chatham"),
    ("PL", "112", "Europe/Warsaw"),
    ("PT", "112", "Europe/Lisbon Atlantic/Madeira Atlantic/Azores"),
    ("RO", "112", "Europe/Bucharest"),
    ("SE", "112", "Europe/Stockholm"),
    ("SG", "995", "Asia/Singapore"),
    ("SI", "112", "Europe/Ljubljana"),
    ("SK", "112", "Europe/Bratislava"),
    ("TR", "112", "Europe/Istanbul Asia/Istanbul"),
    ("TW", "119", "Asia/Taipei"),
    (
        "US",
        "911",
        "America/New_York America/Detroit America/Kentucky/ America/Indiana/ America/Chicago America/Menominee America/North_Dakota/ America/Denver America/Boise America/Phoenix America/Los_Angeles America/Anchorage America/Juneau America/Sitka America/Metlakatla America/Yakutat America/Nome America/Adak Pacific/Honolulu",
    ),
    ("ZA", "10177", "Africa/Johannesburg"),
];

/// Whether a time zone names a place. UTC does not.
fn is_a_place(time_zone: &str) -> bool {
    time_zone.contains('/') && !time_zone.starts_with("Etc/")
}

/// The number for a device in a time zone (IANA), with a language (BCP 47) whose region is asked only
/// where the time zone names no place: somebody far from home still reads the language of home.
/// `None` where we do not know.
pub fn guess(time_zone: &str, language: &str) -> Option<Guess> {
    let is_in = |zone: &str| if zone.ends_with('/') { time_zone.starts_with(zone) } else { time_zone == zone };
    let region = language.split(['-', '_']).skip(1).find(|part| part.len() == 2).map(str::to_ascii_uppercase);
    let is_it = |(country, _, zones): &&(&str, &str, &str)| {
        if is_a_place(time_zone) { zones.split(' ').any(is_in) } else { region.as_deref() == Some(*country) }
    };
    COUNTRIES.iter().find(is_it).map(|(country, number, _)| Guess { country, number })
}

/// All time zones that are known, each with its country; for tests.
pub fn zones() -> impl Iterator<Item = (&'static str, &'static str)> {
    COUNTRIES.iter().flat_map(|(country, _, zones)| zones.split(' ').map(move |zone| (zone, *country)))
}
