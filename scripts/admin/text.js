// Reads and writes a text: a head of YAML between two lines of hyphens, then Markdown.
import { SOURCE, read as readYaml, write as writeYaml } from "./yaml.js";

const PARTS = /^---[ \t]*\n(?<head>[\s\S]*?)^---[ \t]*(?<gap>\s*\n)(?<body>[\s\S]*)$/m;
/** The field of the form that holds the Markdown. */
export const BODY = "body";

/** What the form of `fields` shows of a text. */
export function read(text, fields) {
  const { head, body } = parts(text);
  return { ...readYaml(head, headFields(fields)), [BODY]: body.trimEnd(), [SOURCE]: text };
}

/** The text of a form: what was not edited is as it was. */
export function write(form, fields) {
  const source = parts(form[SOURCE] ?? "");
  const head = writeYaml({ ...form, [SOURCE]: source.head }, headFields(fields));
  const body = form[BODY] ? `${form[BODY].trimEnd()}\n` : "";
  return head || source.hasHead ? `---\n${head}---${source.gap}${body}` : body;
}

function headFields(fields) {
  return fields.filter((field) => field.name !== BODY);
}

function parts(text) {
  const { head, gap, body } = PARTS.exec(text)?.groups ?? { head: "", gap: "", body: text };
  return { head, gap: gap || "\n\n", body, hasHead: Boolean(gap) };
}
