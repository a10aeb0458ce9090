// Reads a YAML file into what a form shows, and writes back what was edited: every other byte stays.
//
// The text that an entry was read from travels with it in a field that no form shows (SOURCE). Fields that
// are not in the form, comments, quotes, order and the layout of what was not edited are taken from it.
// Every scalar is text, as it is to the site's own loader: `2013`, `84` and `06000` stay what was written.
import { Document, YAMLMap, isMap, isScalar, isSeq, parseDocument } from "yaml";

export const SOURCE = "source_text";
/** The key, in the form, of a text that is the same in every language. */
export const SAME = "same";

const READING = { schema: "failsafe", keepSourceTokens: true };
const ON_ONE_LINE = ["PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"];
const WRITING = { lineWidth: 0, flowCollectionPadding: false };

/** What the form of `fields` shows of a YAML text. An Error for a text that is not YAML. */
export function read(text, fields) {
  const document = parseDocument(text, READING);
  if (document.errors.length) throw document.errors[0];
  return { ...toForm(document.toJS() ?? {}, fields), [SOURCE]: text };
}

/** The YAML text of a form: that of SOURCE, changed where the form says something else. */
export function write(form, allFields) {
  const fields = allFields.filter((field) => field.name !== SOURCE);
  const source = form[SOURCE] ?? "";
  const document = parseDocument(source, READING);
  const old = isMap(document.contents) ? document.contents : new YAMLMap();
  const wanted = fromForm(form, fields, old);
  if (old.flow) return new Document(merged(document, old, wanted), { schema: "failsafe" }).toString(WRITING);
  const pieces = cut(source, old);
  const kept = pieces.pairs.map(({ pair, start, text, tail }) => {
    const key = String(pair.key.value);
    if (!(key in wanted)) return isShown(key, fields) ? tail : text + tail;
    return rewritten(pair, wanted[key], text, start) + tail;
  });
  const known = new Set(old.items.map((pair) => String(pair.key.value)));
  const added = Object.keys(wanted).filter((key) => !known.has(key));
  const head = pieces.head + kept.join("");
  const gap = added.length && head && !head.endsWith("\n") ? "\n" : "";
  return head + gap + added.map((key) => paired(key, wanted[key])).join("");
}

function isShown(key, fields) {
  return fields.some((field) => field.name === key);
}

/** A file as its head (comments before the first key) and its keys at the left, each with what follows it. */
function cut(source, map) {
  const starts = map.items.map((pair) => lineStart(source, pair.key.range[0]));
  const pairs = map.items.map((pair, index) => {
    const end = starts[index + 1] ?? source.length;
    const piece = source.slice(starts[index], end);
    const stop = valueEnd(piece, pair, starts[index]);
    return { pair, start: starts[index], text: piece.slice(0, stop), tail: piece.slice(stop) };
  });
  return { head: source.slice(0, starts[0] ?? source.length), pairs };
}

function lineStart(source, index) {
  return source.lastIndexOf("\n", index - 1) + 1;
}

/** Where a value and the rest of its line end; comments on lines of their own belong to what comes next. */
function valueEnd(piece, pair, start) {
  const end = (pair.value?.range?.[1] ?? pair.key.range[1]) - start;
  if (piece[end - 1] === "\n") return end;
  const line = piece.indexOf("\n", end);
  return line < 0 ? piece.length : line + 1;
}

/** The text of a pair with a new value: the same text where nothing changes, else as close to it as can be. */
function rewritten(pair, wanted, text, start) {
  const edits = [];
  if (!gather(pair.value, wanted, edits)) return restructured(pair, wanted);
  return edits
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce((done, edit) => {
      const [from, to] = [edit.range[0] - start, edit.range[1] - start];
      return done.slice(0, from) + edit.text + done.slice(to);
    }, text);
}

/** Collect the scalars that change. False where more than scalars does: the value must be laid out anew. */
function gather(node, wanted, edits, flow = false) {
  if (isScalar(node) && typeof wanted === "string") {
    if (node.value === wanted) return true;
    const isInPlace = ON_ONE_LINE.includes(node.type) && node.range[0] < node.range[1];
    const text = isInPlace ? scalar(wanted, node.type, flow) : "";
    if (!text || text.includes("\n")) return false;
    edits.push({ range: node.range, text });
    return true;
  }
  if (isSeq(node) && Array.isArray(wanted)) {
    const inside = flow || Boolean(node.flow);
    return (
      node.items.length === wanted.length &&
      node.items.every((item, index) => gather(item, wanted[index], edits, inside))
    );
  }
  if (!isMap(node) || !isGroup(wanted)) return false;
  const keys = node.items.map((pair) => String(pair.key.value));
  const inside = flow || Boolean(node.flow);
  return (
    keys.length === Object.keys(wanted).length &&
    keys.every((key) => key in wanted) &&
    node.items.every((pair) => gather(pair.value, wanted[String(pair.key.value)], edits, inside))
  );
}

function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A scalar quoted as before, or as it must be; it may take several lines. */
function scalar(value, type, flow) {
  const document = new Document(flow ? [value] : value, { schema: "failsafe" });
  const node = flow ? document.contents.items[0] : document.contents;
  if (flow) document.contents.flow = true;
  node.type = type;
  const text = document.toString(WRITING).trimEnd();
  return flow ? text.slice(1, -1) : text;
}

function restructured(pair, wanted) {
  const map = new YAMLMap();
  const document = new Document(map, { schema: "failsafe" });
  pair.value = merged(document, pair.value, wanted);
  map.items.push(pair);
  return document.toString(WRITING);
}

/** The node of a value: what is already there stays as it is written. */
function merged(document, node, wanted) {
  if (isScalar(node) && typeof wanted === "string") {
    node.value = wanted;
    return node;
  }
  if (isSeq(node) && Array.isArray(wanted)) {
    const before = node.items;
    node.items = wanted.map((item, index) => merged(document, before[index], item));
    return node;
  }
  if (!isMap(node) || !isGroup(wanted)) return document.createNode(wanted, { flow: isShort(wanted) });
  node.items = node.items.filter((pair) => String(pair.key.value) in wanted);
  for (const [key, value] of Object.entries(wanted)) {
    const there = node.items.find((pair) => String(pair.key.value) === key);
    if (there) there.value = merged(document, there.value, value);
    else node.items.push(document.createPair(key, value));
  }
  return node;
}

function isShort(value) {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function paired(key, value) {
  const document = new Document({}, { schema: "failsafe" });
  document.contents.items.push(document.createPair(key, document.createNode(value, { flow: isShort(value) })));
  return document.toString(WRITING);
}

/** Text becomes what the fields of a form hold: yes and no, and texts that are the same in every language. */
function toForm(value, fields) {
  const shown = { ...value };
  for (const field of fields) {
    if (field.name in shown) shown[field.name] = shownValue(shown[field.name], field);
  }
  return shown;
}

function shownValue(value, field) {
  if (field.widget === "list" && Array.isArray(value)) {
    return field.fields ? value.map((item) => shownGroup(item, field.fields)) : value;
  }
  if (field.widget === "object") return shownGroup(value, field.fields);
  return field.widget === "boolean" ? isYes(value) : value;
}

function shownGroup(value, fields) {
  if (typeof value === "string") return isLocal(fields) ? { [SAME]: value } : value;
  return toForm(value, fields);
}

function isLocal(fields) {
  return fields[0]?.name === SAME;
}

function isYes(value) {
  return ["true", "yes", "on", "y", "t", "1"].includes(String(value).toLowerCase());
}

/** The values to write: without what is empty, and with what the form does not show, from the node. */
function fromForm(form, fields, node) {
  const wanted = {};
  for (const field of fields) {
    const before = isMap(node) ? node.get(field.name, true) : undefined;
    const value = writtenValue(form[field.name], field, before);
    if (value !== undefined) wanted[field.name] = value;
  }
  for (const pair of isMap(node) ? node.items : []) {
    const key = String(pair.key.value);
    if (!isShown(key, fields)) wanted[key] = pair.value?.toJSON() ?? "";
  }
  return wanted;
}

function writtenValue(value, field, before) {
  if (field.widget === "boolean") return writtenYesNo(value, before);
  if (field.widget === "list") return writtenList(value, field, before);
  if (field.widget === "object") return writtenGroup(value, field.fields, before);
  if (Array.isArray(value)) return value.length ? value.map(String) : undefined;
  return value === undefined || value === null || value === "" ? undefined : String(value);
}

/** No is what a file says by leaving the key out. */
function writtenYesNo(value, before) {
  if (isScalar(before) && isYes(before.value) === Boolean(value)) return String(before.value);
  return value || before ? String(Boolean(value)) : undefined;
}

function writtenList(value, field, before) {
  const items = (Array.isArray(value) ? value : [])
    .map((item, index) => {
      const node = isSeq(before) ? before.items[index] : undefined;
      return field.fields ? writtenGroup(item, field.fields, node) : writtenValue(item, field.field, node);
    })
    .filter((item) => item !== undefined);
  return items.length ? items : undefined;
}

/** A group, or the text itself where it is the same in every language; a language that is given wins. */
function writtenGroup(value, fields, before) {
  if (!isGroup(value)) return undefined;
  const wanted = fromForm(value, fields, before);
  if (isLocal(fields)) {
    const { [SAME]: same, ...forms } = wanted;
    if (same !== undefined && !Object.keys(forms).length) return same;
    return Object.keys(forms).length ? forms : undefined;
  }
  return Object.keys(wanted).length ? wanted : undefined;
}
