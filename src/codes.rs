//! The codes of the rules of this crate.
//!
//! A code is three letters and three digits. Codes are append-only: a retired rule keeps its code, and
//! [`explain`](crate::explain) still explains it. Numbers that are missing were never released and are not used: a new
//! rule takes the number after the last of its domain.
//!
//! ```
//! use kvalitetsmodel::{codes, explain};
//!
//! assert!(explain(codes::AGR011).is_some());
//! ```

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, error_type};

/// The code of a rule: three capital letters and three digits.
///
/// Your own rules have a prefix that this crate does not use.
///
/// ```
/// use kvalitetsmodel::codes::RuleCode;
///
/// let own: RuleCode = "XHU001".parse()?;
/// assert_eq!(own.prefix(), "XHU");
/// assert!("hus001".parse::<RuleCode>().is_err());
/// assert!("XHU01".parse::<RuleCode>().is_err());
/// # Ok::<(), kvalitetsmodel::codes::RuleCodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleCode([u8; 6]);

/// The text is not a rule code, for example `agr001`, `AGR1` or `AGR-001`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct RuleCodeError;

error_type! { RuleCodeError, fixed |_error| ("notARuleCode", RuleCodeError::LABEL) }

impl RuleCodeError {
    const LABEL: Bilingual = Bilingual::new(
        "en regelkode er tre bogstaver A–Z og tre cifre, som `AGR001`",
        "a rule code is three letters A–Z and three digits, such as `AGR001`",
    );
}

impl RuleCode {
    /// Reads a code; usable in constants.
    ///
    /// # Errors
    ///
    /// [`RuleCodeError`] for `agr001`, `AGR1`, `AGR-001` and everything else that is not `AAA999`.
    pub const fn new(text: &str) -> Result<Self, RuleCodeError> {
        let &[l1, l2, l3, d1, d2, d3] = text.as_bytes() else { return Err(RuleCodeError) };
        let letters = l1.is_ascii_uppercase() && l2.is_ascii_uppercase() && l3.is_ascii_uppercase();
        let digits = d1.is_ascii_digit() && d2.is_ascii_digit() && d3.is_ascii_digit();
        if letters && digits { Ok(Self([l1, l2, l3, d1, d2, d3])) } else { Err(RuleCodeError) }
    }

    #[expect(clippy::panic, reason = "evaluated when the crate is compiled: every use is a constant")]
    const fn literal(text: &str) -> Self {
        match Self::new(text) {
            Ok(code) => code,
            Err(_) => panic!("not a rule code"),
        }
    }

    /// A placeholder for a rule that does not state its code yet; no rule has it.
    pub(crate) const NONE: Self = Self([0; 6]);

    /// The six characters.
    pub(crate) const fn bytes(self) -> [u8; 6] {
        self.0
    }

    /// The code as a number, for constants, where `==` is not available.
    pub(crate) const fn number(self) -> u64 {
        let [l1, l2, l3, d1, d2, d3] = self.0;
        u64::from_be_bytes([0, 0, l1, l2, l3, d1, d2, d3])
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The three letters.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.as_str().get(..3).unwrap_or_default()
    }

    /// Returns `true` if the prefix is one of this crate's, in use or reserved.
    pub(crate) fn is_reserved(self) -> bool {
        const PREFIXES: [&str; 19] = [
            "DOC", "ORG", "MOD", "MEA", "TAR", "IMP", "PDS", "CIR", "AGR", "GOL", "EVA", "AUD", "GOV", "PLA",
            "DUT", "PRJ", "SER", "STA", "BUN",
        ];
        PREFIXES.contains(&self.prefix())
    }
}

impl fmt::Debug for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for RuleCode {
    type Err = RuleCodeError;

    fn from_str(text: &str) -> Result<Self, RuleCodeError> {
        Self::new(text)
    }
}

impl Serialize for RuleCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RuleCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::parsed(deserializer, "a rule code such as `AGR001`")
    }
}

leaf! {
    RuleCode: "en regelkode, fx `AGR001`", "a rule code, such as `AGR001`";
    Text(|text| RuleCode::new(text).err().map(|_| RuleCodeError::LABEL)) matches "^[A-Z]{3}[0-9]{3}$";
    |tape| *tape.pick(ALL)
}

macro_rules! codes {
    ($( $code:ident )+) => {
        $(
            #[doc = concat!("The rule ", stringify!($code), "; see [`explain`](crate::explain).")]
            pub const $code: RuleCode = RuleCode::literal(stringify!($code));
        )+

        /// All codes, in the order of the catalogue.
        pub(crate) const ALL: &[RuleCode] = &[ $( $code ),+ ];
    };
}

// A rule without its line here does not compile, nor does a line without its rule.
codes! {
    DOC001 DOC002 DOC003 DOC004 DOC005 DOC006 DOC007 DOC008 DOC010 DOC011 DOC012

    ORG001 ORG002 ORG003 ORG004 ORG005

    MOD001 MOD002 MOD003 MOD004 MOD005 MOD006 MOD007 MOD008 MOD009 MOD010 MOD011
    MOD012 MOD013
    MOD020 MOD021 MOD022 MOD023 MOD024 MOD025 MOD026 MOD027
    MOD028 MOD029 MOD030 MOD031 MOD032 MOD033 MOD034 MOD035 MOD036 MOD037 MOD038 MOD039 MOD040 MOD041 MOD042
    MOD043 MOD044

    MEA001 MEA002 MEA003 MEA004 MEA005 MEA006 MEA007 MEA008 MEA009 MEA010 MEA011 MEA012 MEA013
    MEA014 MEA015

    TAR001 TAR002 TAR003 TAR004 TAR005 TAR006 TAR007 TAR008 TAR009 TAR010
    TAR011 TAR012 TAR013 TAR014 TAR015 TAR016 TAR017 TAR018

    PDS001 PDS002 PDS003 PDS004 PDS005 PDS006 PDS007 PDS008 PDS009 PDS010 PDS020 PDS021

    IMP001 IMP002 IMP003 IMP004 IMP005 IMP006 IMP007 IMP008 IMP009 IMP010 IMP011 IMP012 IMP013
    IMP014 IMP015 IMP016 IMP017 IMP018 IMP019 IMP020 IMP021 IMP022 IMP023 IMP024 IMP025 IMP026 IMP027 IMP028
    IMP029 IMP030 IMP031 IMP032 IMP033 IMP034 IMP035 IMP036 IMP037 IMP038 IMP039 IMP040 IMP041 IMP042

    AGR001 AGR002 AGR003 AGR004 AGR005 AGR006 AGR007 AGR008 AGR009 AGR010 AGR011 AGR012 AGR013 AGR014 AGR015
    AGR016 AGR017 AGR018 AGR019 AGR020 AGR021 AGR022 AGR023 AGR024 AGR025 AGR026 AGR027 AGR028 AGR029 AGR030
    AGR031 AGR032 AGR033 AGR034 AGR035 AGR036 AGR038 AGR039 AGR040 AGR041
    AGR050 AGR051 AGR052 AGR053 AGR054 AGR055 AGR056 AGR057 AGR058 AGR059 AGR060 AGR061 AGR062 AGR063
    AGR064 AGR065 AGR066 AGR067 AGR070 AGR071 AGR072 AGR073 AGR074 AGR075 AGR076 AGR077
    AGR078 AGR079 AGR080 AGR081 AGR082 AGR083 AGR084 AGR085 AGR086 AGR087
    AGR088 AGR089 AGR091 AGR092 AGR093 AGR094

    STA001 STA002 STA003 STA004 STA005 STA006 STA007 STA008 STA009 STA010 STA011 STA012

    GOL001 GOL002 GOL003 GOL004 GOL005 GOL006 GOL007 GOL008 GOL009 GOL010 GOL011 GOL012 GOL013 GOL014 GOL015
    GOL016 GOL017 GOL018 GOL019 GOL020 GOL021 GOL022 GOL023 GOL024 GOL025 GOL026 GOL027 GOL028

    AUD001 AUD002 AUD003 AUD004 AUD005 AUD006 AUD007 AUD008 AUD009 AUD010 AUD011 AUD012 AUD013 AUD014
    AUD015 AUD016

    PRJ001 PRJ002 PRJ003 PRJ004 PRJ005 PRJ006 PRJ007 PRJ008 PRJ009 PRJ010 PRJ011 PRJ012 PRJ013 PRJ014
    PRJ015 PRJ016 PRJ017 PRJ018 PRJ019 PRJ020 PRJ021

    CIR001 CIR002 CIR003 CIR004 CIR005 CIR006 CIR007 CIR008 CIR009 CIR010 CIR011 CIR012 CIR013 CIR014
    CIR015 CIR016 CIR017 CIR018 CIR019 CIR020 CIR021 CIR022

    EVA001 EVA002 EVA003 EVA004 EVA005 EVA006 EVA007 EVA008 EVA009 EVA010 EVA011 EVA012 EVA013 EVA014 EVA015
    EVA016 EVA017 EVA018 EVA019 EVA020 EVA021 EVA022 EVA023 EVA025 EVA026 EVA027 EVA028 EVA029 EVA030
    EVA031 EVA032 EVA034 EVA035

    PLA001 PLA002 PLA003 PLA004 PLA005 PLA006 PLA007 PLA008 PLA009 PLA010 PLA011 PLA012 PLA013 PLA014
    PLA015 PLA016 PLA017 PLA018 PLA019 PLA020 PLA021 PLA022 PLA023 PLA024 PLA025 PLA026 PLA027 PLA028 PLA029
    PLA030 PLA031 PLA032 PLA033 PLA034

    DUT001 DUT002 DUT003 DUT004 DUT005 DUT006 DUT007 DUT008 DUT009 DUT010 DUT011 DUT012 DUT013
    DUT014 DUT015 DUT016 DUT017 DUT018 DUT019 DUT020 DUT021 DUT022 DUT023

    SER001 SER002 SER003 SER004 SER005 SER006 SER007 SER008 SER009 SER010 SER011 SER012 SER013 SER014 SER015
    SER016 SER017 SER018 SER019

    BUN001 BUN002 BUN003 BUN004 BUN005 BUN006 BUN007 BUN008 BUN009
    BUN010 BUN011 BUN012 BUN013 BUN014 BUN015 BUN016 BUN017 BUN018 BUN019 BUN020 BUN021 BUN022 BUN023
    BUN024 BUN025 BUN026 BUN027 BUN028 BUN029 BUN030 BUN031 BUN032 BUN034 BUN035 BUN036
    BUN037 BUN038 BUN039
}
