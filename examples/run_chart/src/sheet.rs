//! A page of plain text, as the example prints it.

use kvalitetsmodel::Lang;

const WIDTH: usize = 100;

pub(crate) struct Sheet {
    pub(crate) lang: Lang,
    pub(crate) out: String,
}

impl Sheet {
    pub(crate) const fn new(lang: Lang) -> Self {
        Self { lang, out: String::new() }
    }

    pub(crate) fn into_string(self) -> String {
        self.out
    }

    pub(crate) const fn say(&self, da: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Da => da,
            Lang::En => en,
        }
    }

    pub(crate) fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    pub(crate) fn heading(&mut self, text: &str) {
        let rule = "-".repeat(text.chars().count());
        self.line(&format!("\n{text}\n{rule}"));
    }

    /// Writes `text` after `label`, broken at spaces, later lines under the first.
    pub(crate) fn paragraph(&mut self, label: &str, text: &str) {
        let indent = label.chars().count();
        let mut line = label.to_owned();
        let mut used = indent;
        for word in text.split_whitespace() {
            let length = word.chars().count();
            if used > indent && used.saturating_add(length) > WIDTH {
                self.line(&line);
                line = " ".repeat(indent);
                used = indent;
            }
            line.push_str(word);
            line.push(' ');
            used = used.saturating_add(length).saturating_add(1);
        }
        self.line(&line);
    }
}
