// What the content manager's forms make of files: a list of { extension, fields, text, edits } comes in on the
// standard input, a list of { form, text } goes out. An edit is [way to the value in the form, value].
import process from "node:process";
import { text as all } from "node:stream/consumers";
import * as facts from "../../scripts/admin/yaml.js";
import * as text from "../../scripts/admin/text.js";

const FORMS = { yaml: facts, md: text };

function edit(form, [way, value]) {
  const place = way.slice(0, -1).reduce((inside, key) => (inside[key] ??= {}), form);
  if (value === null) delete place[way.at(-1)];
  else place[way.at(-1)] = value;
}

const jobs = JSON.parse(await all(process.stdin));
const done = jobs.map(({ extension, fields, text: before, edits = [] }) => {
  const form = before === "" ? {} : FORMS[extension].read(before, fields);
  const shown = structuredClone(form);
  for (const each of edits) edit(form, each);
  return { form: shown, text: FORMS[extension].write(form, fields) };
});
process.stdout.write(JSON.stringify(done));
