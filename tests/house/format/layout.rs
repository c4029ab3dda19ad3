//! JSON as people read it: what fits on a line is on one.

use kvalitetsmodel::document::Value;

/// Values as in a program: objects keep the order of their members.
pub(crate) fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    Value::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

pub(crate) fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

/// The members of an object, then those of another.
pub(crate) fn with(value: Value, more: Value) -> Value {
    match (value, more) {
        (Value::Object(members), Value::Object(more)) => {
            Value::Object(members.into_iter().chain(more).collect())
        }
        _ => panic!("two objects"),
    }
}

/// Lays a value out in lines of at most `width` characters, where a line can be broken at all.
pub(crate) fn laid_out(value: &Value, width: usize) -> String {
    let mut out = String::new();
    write(value, 0, 0, width, &mut out);
    out
}

fn write(value: &Value, indent: usize, taken: usize, width: usize, out: &mut String) {
    let line = on_one_line(value);
    let (open, close, items): (_, _, Vec<(String, &Value)>) = match value {
        Value::Object(members) => {
            ('{', '}', members.iter().map(|(key, value)| (format!("{}: ", quoted(key)), value)).collect())
        }
        Value::List(items) => ('[', ']', items.iter().map(|item| (String::new(), item)).collect()),
        _ => return out.push_str(&line),
    };
    if items.is_empty() || indent + taken + line.chars().count() < width {
        return out.push_str(&line);
    }
    out.push(open);
    for (n, (key, item)) in items.iter().enumerate() {
        out.push_str(if n > 0 { ",\n" } else { "\n" });
        out.push_str(&" ".repeat(indent + 2));
        out.push_str(key);
        write(item, indent + 2, key.chars().count(), width, out);
    }
    out.push('\n');
    out.push_str(&" ".repeat(indent));
    out.push(close);
}

fn on_one_line(value: &Value) -> String {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let members: Vec<_> = members
                .iter()
                .map(|(key, value)| format!("{}: {}", quoted(key), on_one_line(value)))
                .collect();
            format!("{{ {} }}", members.join(", "))
        }
        Value::List(items) => {
            format!("[{}]", items.iter().map(on_one_line).collect::<Vec<_>>().join(", "))
        }
        other => serde_json::to_string(other).expect("a value"),
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("text")
}
