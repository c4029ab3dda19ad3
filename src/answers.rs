//! Answers to questions that a document may leave open.

/// The answers that several places give to the same question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Answers {
    pub(crate) yes: bool,
    pub(crate) no: bool,
}

impl Answers {
    pub(crate) fn of(answer: Option<bool>) -> Self {
        Self { yes: answer == Some(true), no: answer == Some(false) }
    }

    /// The answer. `None` if there is neither, or both.
    pub(crate) const fn only(self) -> Option<bool> {
        if self.yes == self.no { None } else { Some(self.yes) }
    }

    pub(crate) const fn add(&mut self, other: Self) {
        self.yes |= other.yes;
        self.no |= other.no;
    }
}

/// Whether all answers are yes: one no decides, and otherwise one open answer leaves it open.
pub(crate) fn all_of(answers: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for answer in answers {
        match answer {
            Some(false) => return answer,
            None => all = None,
            Some(true) => {}
        }
    }
    all
}

/// Whether any answer is yes: one yes decides, and otherwise one open answer leaves it open.
pub(crate) fn any_of(answers: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let not = |answer: Option<bool>| answer.map(|is_so| !is_so);
    not(all_of(answers.into_iter().map(not)))
}
