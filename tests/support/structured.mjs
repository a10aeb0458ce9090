// The JSON-LD of pages against what search engines ask and against schema.org, by Adobe's validator:
//   node structured.mjs < [{ page, nodes }, …]
// The answer is a list of { page, severity, message }.
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import process from "node:process";
import Validator from "@adobe/structured-data-validator";

const { types } = JSON.parse(readFileSync(new URL("schema_org.json", import.meta.url), "utf8"));
const validator = new Validator(graph(types));
const found = [];
for (const { page, nodes } of JSON.parse(await text(process.stdin))) {
  const jsonld = grouped(nodes);
  for (const issue of await validator.validate({ jsonld, errors: [] })) {
    found.push({ page, severity: issue.severity, message: `${issue.rootType}: ${issue.issueMessage}` });
  }
}
process.stdout.write(JSON.stringify(found));


function grouped(nodes) {
  const groups = {};
  for (const node of nodes) (groups[[node["@type"]].flat()[0] ?? "none"] ??= []).push(node);
  return groups;
}

// The vocabulary as its JSON-LD has it, which the validator reads.
function graph(all) {
  const domains = {};
  for (const [type, { has }] of Object.entries(all)) {
    for (const property of has) (domains[property] ??= []).push({ "@id": `schema:${type}` });
  }
  return {
    "@graph": [
      ...Object.entries(all).map(([type, { of }]) => ({
        "@id": `schema:${type}`,
        "@type": "rdfs:Class",
        "rdfs:subClassOf": of.map((parent) => ({ "@id": `schema:${parent}` })),
      })),
      ...Object.entries(domains).map(([property, domain]) => ({
        "@id": `schema:${property}`,
        "@type": "rdf:Property",
        "schema:domainIncludes": domain,
      })),
    ],
  };
}
