//! Systems whose ids have a published form.

use uuid::Uuid;

use super::ExternalId;

words! {
    /// A system whose ids have a published form.
    ///
    /// It is recognised by its name, however people write it: case, blanks and punctuation do not count, so
    /// `CVR-nr.`, `cvr nr` and `CVR nr` are the same name. A name that is not listed below is that of another system.
    /// `PNR` alone is not one of them: it also stands for the number of a person.
    ///
    /// ```
    /// use kvalitetsmodel::id::{ExternalId, KnownSystem};
    ///
    /// let id = ExternalId::new("CVR-nr.".parse()?, "13 74 81 36".parse()?);
    /// assert_eq!(id.known_system(), Some(KnownSystem::Cvr));
    /// assert!(KnownSystem::Cvr.accepts(id.value.as_str()));
    /// assert!(!KnownSystem::Cvr.accepts("13748137"));
    ///
    /// let other = ExternalId::new("ESDH".parse()?, "2023-104-7".parse()?);
    /// assert_eq!(other.known_system(), None);
    /// # Ok::<(), kvalitetsmodel::text::BlankText>(())
    /// ```
    #[non_exhaustive]
    pub enum KnownSystem: "kendt system", "known system" {
        /// The Danish central business register (*Det Centrale Virksomhedsregister*): the number of a legal unit.
        ///
        /// **Names:** CVR, CVR-nr., CVR-nummer, Det Centrale Virksomhedsregister, `http://cvr.dk`.
        ///
        /// **Form:** eight digits. Multiplied by 2, 7, 6, 5, 4, 3, 2 and 1, their sum is divisible by 11. Hyphens
        /// between them, and `DK` before them, are ignored.
        Cvr = "CVR-nummer", "CVR number";
        /// A production unit in that register: the place where a legal unit works.
        ///
        /// **Names:** P-nummer, P-nr., P-enhed, produktionsenhed, P-number, production unit.
        ///
        /// **Form:** ten digits. No check digit is valid for all of them.
        ProductionUnit = "P-nummer", "P-number";
        /// The register of organisations in Danish health care (*Sundhedsvæsenets Organisationsregister*).
        ///
        /// **Names:** SOR, SOR-kode, SOR-id, Sundhedsvæsenets Organisationsregister, `urn:oid:1.2.208.176.1.1`.
        ///
        /// **Form:** at least eleven digits.
        Sor = "SOR-kode", "SOR code";
        /// The national terms of the municipalities for social care (*Fælles Faglige Begreber*), published by KL.
        ///
        /// **Names:** FFB, KL FFB, KL-FFB, Fælles Faglige Begreber, `urn:oid:1.2.208.176.2.22`,
        /// `http://fhir.kl.dk/term/CodeSystem/CareSocialCodes`.
        ///
        /// **Form:** a UUID with hyphens, such as `0bb3daef-538d-45dc-b444-abdbcb63f6bc`.
        Ffb as "ffb" = "FFB-kode", "FFB code";
    }
}

impl ExternalId {
    /// The system, if it is one whose ids have a published form; see [`KnownSystem`].
    #[must_use]
    pub fn known_system(&self) -> Option<KnownSystem> {
        KnownSystem::ALL.iter().copied().find(|system| system.is_named(self.system.as_str()))
    }
}

impl KnownSystem {
    /// Returns `true` if the value has the form of an id of this system. Blanks between digits are ignored.
    ///
    /// Only the register can tell whether anything is registered under the id. Zeros alone are no id.
    ///
    /// ```
    /// use kvalitetsmodel::id::KnownSystem;
    ///
    /// assert!(KnownSystem::ProductionUnit.accepts("1003388394"));
    /// assert!(KnownSystem::Sor.accepts("330461000016004"));
    /// assert!(!KnownSystem::Sor.accepts("3304610"));
    /// ```
    #[must_use]
    pub fn accepts(self, value: &str) -> bool {
        match self {
            Self::Cvr => is_cvr_form(value) && has_check_digit(value),
            // No check digit: the authority says that a part was made with wrong weights. And no first digit: those we
            // know begin with 1, but no publication that we found says that all do.
            Self::ProductionUnit => digits(value).is_some_and(|count| count == 10),
            // The length is from HL7 Denmark. Those we know have the check digit of SNOMED CT, but the paper of the
            // authority that would say so is not available.
            Self::Sor => digits(value).is_some_and(|count| count >= 11),
            Self::Ffb => {
                let value = value.trim();
                value.len() == 36 && Uuid::try_parse(value).is_ok()
            }
        }
    }

    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Cvr => &[
                "cvr",
                "cvr nr",
                "cvrnr",
                "cvr nummer",
                "cvrnummer",
                "cvr no",
                "cvr number",
                "det centrale virksomhedsregister",
                "centrale virksomhedsregister",
                "http cvr dk",
            ],
            Self::ProductionUnit => &[
                "p nummer",
                "pnummer",
                "p nr",
                "p enhed",
                "produktionsenhed",
                "produktionsenhedsnummer",
                "p number",
                "production unit",
                "production unit number",
            ],
            Self::Sor => &[
                "sor",
                "sor kode",
                "sorkode",
                "sor id",
                "sor code",
                "sundhedsvæsenets organisationsregister",
                "urn oid 1 2 208 176 1 1",
            ],
            Self::Ffb => &[
                "ffb",
                "kl ffb",
                "fælles faglige begreber",
                "urn oid 1 2 208 176 2 22",
                "http fhir kl dk term codesystem caresocialcodes",
            ],
        }
    }

    pub(crate) fn is_named(self, name: &str) -> bool {
        self.names().iter().any(|known| words(known).eq(words(name)))
    }
}

/// The words of a name in lower case, each followed by a blank.
fn words(name: &str) -> impl Iterator<Item = char> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.flat_map(|word| word.chars().flat_map(char::to_lowercase).chain([' ']))
}

/// Returns `true` for eight digits, as people write them: `13748136`, `13 74 81 36`, `13-74-81-36`, `DK13748136`.
pub(crate) fn is_cvr_form(value: &str) -> bool {
    count_digits(behind_country(value), &[' ', '\u{a0}', '-']) == Some(8)
}

fn behind_country(value: &str) -> &str {
    let value = value.trim();
    let country = value.get(..2).filter(|country| country.eq_ignore_ascii_case("DK"));
    country.and_then(|_| value.get(2..)).unwrap_or(value)
}

fn digits(value: &str) -> Option<usize> {
    count_digits(value.trim(), &[' ', '\u{a0}'])
}

/// How many digits there are. `None` if they are all zero, or if there is any other character than `between`.
fn count_digits(value: &str, between: &[char]) -> Option<usize> {
    let plain = value.chars().all(|c| c.is_ascii_digit() || between.contains(&c));
    let means_something = value.chars().any(|c| matches!(c, '1'..='9'));
    (plain && means_something).then(|| value.chars().filter(char::is_ascii_digit).count())
}

fn has_check_digit(value: &str) -> bool {
    const WEIGHTS: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];
    let digits = value.chars().filter_map(|c| c.to_digit(10));
    digits.zip(WEIGHTS).map(|(digit, weight)| digit.saturating_mul(weight)).sum::<u32>() % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::{ExternalId, KnownSystem};

    fn system(name: &str) -> Option<KnownSystem> {
        let [system, value] = [name, "1"].map(|text| text.parse().expect("not blank"));
        ExternalId::new(system, value).known_system()
    }

    #[test]
    fn a_system_is_recognised_however_its_name_is_written() {
        for name in ["CVR", "cvr", " Cvr-nr. ", "CVR nummer", "cvrnummer", "http://cvr.dk", "CVR_NR"] {
            assert_eq!(system(name), Some(KnownSystem::Cvr), "{name}");
        }
        for name in ["P-nummer", "p nr.", "P-nr", "Produktionsenhed", "P NUMMER", "production unit"] {
            assert_eq!(system(name), Some(KnownSystem::ProductionUnit), "{name}");
        }
        for name in ["SOR", "sor-kode", "SUNDHEDSVÆSENETS Organisationsregister", "urn:oid:1.2.208.176.1.1"]
        {
            assert_eq!(system(name), Some(KnownSystem::Sor), "{name}");
        }
        for name in ["KL FFB", "FFB", "http://fhir.kl.dk/term/CodeSystem/CareSocialCodes"] {
            assert_eq!(system(name), Some(KnownSystem::Ffb), "{name}");
        }
        for name in ["ESDH", "PNR", "CVR gammel", "KL", "FSIII", "Sensum", "SORT", "urn:oid:1.2.208.176.1.4"]
        {
            assert_eq!(system(name), None, "{name}");
        }
    }

    #[test]
    fn the_check_digit_of_a_cvr_number_is_that_of_modulus_11() {
        // The example of the authority that keeps the register, and numbers of companies.
        for right in ["13748136", "13-74-81-36", " 13 74 81 36", "DK13748136", "dk 24256790", "29190909"] {
            assert!(KnownSystem::Cvr.accepts(right), "{right}");
        }
        for wrong in
            ["13748137", "31748136", "1374813", "137481360", "00000000", "13.74.81.36", "SE13748136", ""]
        {
            assert!(!KnownSystem::Cvr.accepts(wrong), "{wrong}");
        }
        // Any one digit that is wrong is found.
        for at in 0..8 {
            let wrong = (0..10).filter(|digit| {
                let mut number: [u8; 8] = *b"13748136";
                number[at] = b'0' + digit;
                KnownSystem::Cvr.accepts(core::str::from_utf8(&number).expect("digits"))
            });
            assert_eq!(wrong.count(), 1, "position {at}");
        }
    }

    #[test]
    fn other_ids_have_so_many_digits_or_are_uuids() {
        let accepted = |system: KnownSystem, values: &[&'static str]| {
            values.iter().copied().filter(|value| system.accepts(value)).collect::<alloc::vec::Vec<_>>()
        };
        let unit = ["1003388394", "10 03 38 83 94", "100338839", "10033883941", "0000000000", "100338-8394"];
        assert_eq!(accepted(KnownSystem::ProductionUnit, &unit), ["1003388394", "10 03 38 83 94"]);
        let sor = ["330461000016004", "41501000016009", "12345678901", "1234567890", "33046100001600X"];
        assert_eq!(accepted(KnownSystem::Sor, &sor), ["330461000016004", "41501000016009", "12345678901"]);
        let ffb = [
            "0bb3daef-538d-45dc-b444-abdbcb63f6bc",
            "0BB3DAEF-538D-45DC-B444-ABDBCB63F6BC ",
            "0bb3daef538d45dcb444abdbcb63f6bc",
            "0bb3daef-538d-45dc-b444-abdbcb63f6b",
            "J1.2",
        ];
        assert_eq!(accepted(KnownSystem::Ffb, &ffb), ffb[..2]);
    }
}
