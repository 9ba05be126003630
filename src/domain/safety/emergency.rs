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

/// Countries and their numbers, as each country's own emergency services publish them (read in
/// November 2026; for the European Union the directive above). Only those we are sure of.
const NUMBERS: [(&str, &str); 51] = [
    ("AT", "112"),
    ("AU", "000"),
    ("BE", "112"),
    ("BG", "112"),
    ("BR", "192"),
    ("CA", "911"),
    ("CH", "144"),
    ("CN", "120"),
    ("CY", "112"),
    ("CZ", "112"),
    ("DE", "112"),
    ("DK", "112"),
    ("EE", "112"),
    ("ES", "112"),
    ("FI", "112"),
    ("FR", "112"),
    ("GB", "999"),
    ("GR", "112"),
    ("HK", "999"),
    ("HR", "112"),
    ("HU", "112"),
    ("IE", "112"),
    ("IL", "101"),
    ("IN", "112"),
    ("IS", "112"),
    ("IT", "112"),
    ("JP", "119"),
    ("KR", "119"),
    ("LI", "144"),
    ("LT", "112"),
    ("LU", "112"),
    ("LV", "112"),
    ("MT", "112"),
    ("MX", "911"),
    ("MY", "999"),
    ("NL", "112"),
    ("NO", "113"),
    ("NZ", "111"),
    ("PL", "112"),
    ("PT", "112"),
    ("RO", "112"),
    ("SE", "112"),
    ("SG", "995"),
    ("SI", "112"),
    ("SK", "112"),
    ("TR", "112"),
    ("TW", "119"),
    ("US", "911"),
    ("ZA", "10177"),
    ("AD", "112"),
    ("MC", "112"),
];

/// Countries by their time zones (IANA); one that ends with a slash stands for all below it.
const ZONES: [(&str, &str); 51] = [
    ("AT", "Europe/Vienna"),
    ("AU", "Australia/"),
    ("BE", "Europe/Brussels"),
    ("BG", "Europe/Sofia"),
    (
        "BR",
        "America/Sao_Paulo America/Bahia America/Fortaleza America/Recife America/Belem America/Manaus America/Maceio America/Cuiaba America/Campo_Grande America/Porto_Velho America/Araguaina America/Boa_Vista America/Rio_Branco America/Santarem",
    ),
    (
        "CA",
        "America/Toronto America/Montreal America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/St_Johns America/Regina America/Moncton America/Whitehorse America/Yellowknife America/Iqaluit America/Goose_Bay America/Glace_Bay America/Thunder_Bay America/Swift_Current America/Dawson_Creek America/Fort_Nelson America/Inuvik America/Rankin_Inlet",
    ),
    ("CH", "Europe/Zurich"),
    ("CN", "Asia/Shanghai Asia/Urumqi"),
    ("CY", "Asia/Nicosia Europe/Nicosia"),
    ("CZ", "Europe/Prague"),
    ("DE", "Europe/Berlin Europe/Busingen"),
    ("DK", "Europe/Copenhagen"),
    ("EE", "Europe/Tallinn"),
    ("ES", "Europe/Madrid Atlantic/Canary Africa/Ceuta"),
    ("FI", "Europe/Helsinki Europe/Mariehamn"),
    ("FR", "Europe/Paris"),
    ("GB", "Europe/London Europe/Belfast"),
    ("GR", "Europe/Athens"),
    ("HK", "Asia/Hong_Kong"),
    ("HR", "Europe/Zagreb"),
    ("HU", "Europe/Budapest"),
    ("IE", "Europe/Dublin"),
    ("IL", "Asia/Jerusalem Asia/Tel_Aviv"),
    ("IN", "Asia/Kolkata Asia/Calcutta"),
    ("IS", "Atlantic/Reykjavik"),
    ("IT", "Europe/Rome"),
    ("JP", "Asia/Tokyo"),
    ("KR", "Asia/Seoul"),
    ("LI", "Europe/Vaduz"),
    ("LT", "Europe/Vilnius"),
    ("LU", "Europe/Luxembourg"),
    ("LV", "Europe/Riga"),
    ("MT", "Europe/Malta"),
    (
        "MX",
        "America/Mexico_City America/Monterrey America/Merida America/Cancun America/Tijuana America/Hermosillo America/Mazatlan America/Chihuahua America/Ciudad_Juarez America/Matamoros America/Ojinaga America/Bahia_Banderas",
    ),
    ("MY", "Asia/Kuala_Lumpur Asia/Kuching"),
    ("NL", "Europe/Amsterdam"),
    ("NO", "Europe/Oslo"),
    ("NZ", "Pacific/Auckland Pacific/Chatham"),
    ("PL", "Europe/Warsaw"),
    ("PT", "Europe/Lisbon Atlantic/Madeira Atlantic/Azores"),
    ("RO", "Europe/Bucharest"),
    ("SE", "Europe/Stockholm"),
    ("SG", "Asia/Singapore"),
    ("SI", "Europe/Ljubljana"),
    ("SK", "Europe/Bratislava"),
    ("TR", "Europe/Istanbul Asia/Istanbul"),
    ("TW", "Asia/Taipei"),
    (
        "US",
        "America/New_York America/Detroit America/Kentucky/ America/Indiana/ America/Chicago America/Menominee America/North_Dakota/ America/Denver America/Boise America/Phoenix America/Los_Angeles America/Anchorage America/Juneau America/Sitka America/Metlakatla America/Yakutat America/Nome America/Adak Pacific/Honolulu",
    ),
    ("ZA", "Africa/Johannesburg"),
    ("AD", "Europe/Andorra"),
    ("MC", "Europe/Monaco"),
];

/// The country of a time zone.
fn country_of(time_zone: &str) -> Option<&'static str> {
    let is_in = |zone: &str| if zone.ends_with('/') { time_zone.starts_with(zone) } else { time_zone == zone };
    ZONES.iter().find(|(_, zones)| zones.split(' ').any(is_in)).map(|(country, _)| *country)
}

/// Whether a time zone names a place. UTC does not.
fn is_a_place(time_zone: &str) -> bool {
    time_zone.contains('/') && !time_zone.starts_with("Etc/")
}

/// The number for a device in a time zone (IANA), with a language (BCP 47) whose region is asked only
/// where the time zone names no place: somebody far from home still reads the language of home.
/// `None` where we do not know.
pub fn guess(time_zone: &str, language: &str) -> Option<Guess> {
    let country = if is_a_place(time_zone) {
        country_of(time_zone)?.to_owned()
    } else {
        language.split(['-', '_']).skip(1).find(|part| part.len() == 2)?.to_ascii_uppercase()
    };
    NUMBERS.iter().find(|(known, _)| *known == country).map(|(country, number)| Guess { country, number })
}

/// All time zones that are known, each with its country; for tests.
pub fn zones() -> impl Iterator<Item = (&'static str, &'static str)> {
    ZONES.iter().flat_map(|(country, zones)| zones.split(' ').map(move |zone| (zone, *country)))
}
