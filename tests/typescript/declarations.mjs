// Writes TypeScript declarations of everything in docs/schema to a file.
//
//   node declarations.mjs FILE
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const folder = new URL("../../docs/schema/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();

// The definitions of all files in one schema: for each further file the tool would declare a shared type again.
const definitions = {};
for (const name of files) {
  const { $schema, $defs = {}, title, ...root } = JSON.parse(
    readFileSync(new URL(name, folder), "utf8"),
  );
  for (const [key, value] of Object.entries({ ...$defs, [title]: root })) {
    if (key in definitions) throw new Error(`${name} defines ${key}, as another file does`);
    const { if: _if, then: _then, else: _else, ...plain } = value;
    definitions[key] = adapted(plain);
  }
}

// References lead to definitions of the one schema. Beside a reference nothing can stand, or the tool declares
// another type for it; a list of one reference keeps the description. A type of its own stands for any JSON.
function adapted(value) {
  if (Array.isArray(value)) return value.map(adapted);
  if (value === null || typeof value !== "object") return value;
  const { $ref, ...rest } = value;
  const copy = Object.fromEntries(Object.entries(rest).map(([key, inside]) => [key, adapted(inside)]));
  if (typeof $ref !== "string") return copy;
  const reference = { $ref: $ref.replace(/^[^#]*/, "") };
  return "description" in copy ? { ...copy, allOf: [reference] } : reference;
}
definitions.AnyJson.tsType = "unknown";

const { Document, ...$defs } = definitions;
const text = await compile({ ...Document, $defs }, "Document", {
  bannerComment:
    "// The exchange format kvalitetsmodel/1, written from the schemas beside it by .ci/bless. Do not edit it.",
  additionalProperties: false,
  unreachableDefinitions: true,
  style: { printWidth: 110 },
});
// The tool says of each definition that nothing refers to it where it stands.
const remark = /^ \*\n \* This interface was referenced by .*\n \* via the `definition` ".*"\.\n/gm;
writeFileSync(process.argv[2], text.replaceAll(remark, ""));
