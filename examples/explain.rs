//! What does a code stand for? `cargo run --example explain -- AGR011 [da|en]`; without a code, all of them.

use kvalitetsmodel::{Explanation, Lang, codes::RuleCode, explain, rule::Rule, rules};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let Some(code) = words.next() else {
        for rule in rules() {
            println!("{} {:<11} {}", rule.code, rule.severity.label().en, rule.title.en);
        }
        return Ok(());
    };
    let lang = words.next().map_or(Ok(Lang::Da), |lang| lang.parse())?;
    let code: RuleCode = code.parse()?;
    match explain(code) {
        Some(Explanation::Active(rule)) => print(rule, lang),
        Some(Explanation::Retired(retired)) => println!("{code}: {}", retired.reason.in_lang(lang)),
        None => println!("{code} is not a code of this crate"),
    }
    Ok(())
}

fn print(rule: &Rule, lang: Lang) {
    let (severity, basis) = (rule.severity.label().in_lang(lang), rule.basis.label().in_lang(lang));
    println!("{} ({severity}, {basis})\n{}\n", rule.code, rule.title.in_lang(lang));
    for text in [rule.why, rule.remedy, rule.example] {
        println!("{}", text.in_lang(lang));
    }
    println!();
    for source in rule.sources {
        println!("{source}");
    }
}
