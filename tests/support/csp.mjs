// What Google's evaluator finds in a content security policy: node csp.mjs POLICY
// The answer is a list of { severity, directive, value, text }; severity is the name that the evaluator gives.
import process from "node:process";
import evaluator from "csp_evaluator";
import findings from "csp_evaluator/dist/finding.js";
import parser from "csp_evaluator/dist/parser.js";

const policy = new parser.CspParser(process.argv[2]).csp;
const found = new evaluator.CspEvaluator(policy).evaluate();
process.stdout.write(JSON.stringify(found.map(({ severity, directive, value, description }) => ({
  severity: findings.Severity[severity],
  directive,
  value: value ?? "",
  text: description,
}))));
