// Holds the schemas against a second validator, ajv: what is accepted and refused in Rust is accepted and refused here.
//
//   node validate.mjs FILE    lines of a verdict (`true` or `false`), the name of a schema and a JSON text, with tabs
//                             between, as tests/extra/schema writes them if SCHEMA_LINES names a file
import { readFileSync, readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const folder = new URL("../../docs/schema/", import.meta.url);
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, validateFormats: false });
for (const name of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  ajv.addSchema(JSON.parse(readFileSync(new URL(name, folder), "utf8")), name);
}
const lines = readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean);
const counts = { true: 0, false: 0 };
for (const line of lines) {
  const [verdict, schema, text] = line.split("\t");
  const validate = ajv.getSchema(`${schema}.json`);
  if (String(validate(JSON.parse(text))) !== verdict) {
    console.error(`${schema}: ${verdict} in Rust\n${text}\n${ajv.errorsText(validate.errors)}`);
    process.exit(1);
  }
  counts[verdict] += 1;
}
console.log(`ajv agrees: ${counts.true} accepted, ${counts.false} refused`);
if (counts.true < 1000 || counts.false < 1000) process.exit(1);
