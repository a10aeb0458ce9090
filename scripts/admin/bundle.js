// Makes the content manager into a folder: node scripts/admin/bundle.js FOLDER
import { cp, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const cms = join(here, "../../node_modules/@sveltia/cms");
const [folder] = process.argv.slice(2);

/** Colours for two hundred programming languages, of which texts like ours show none. */
const withoutGrammars = {
  name: "without-grammars",
  setup(bundler) {
    bundler.onResolve({ filter: /^@shikijs\/langs\// }, () => ({ path: "none", namespace: "grammar" }));
    bundler.onLoad({ filter: /.*/, namespace: "grammar" }, () => ({ contents: "export default [];" }));
  },
};

/** The fonts come with the package; its styles also name them at an address of somebody else's. */
const withoutRemoteFonts = {
  name: "without-remote-fonts",
  setup(bundler) {
    bundler.onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => {
      const program = await readFile(path, "utf8");
      const contents = program.replaceAll(/@font-face \{[^}]*https:[^}]*\}/g, "");
      if (contents === program) throw new Error("the styles of @sveltia/cms name no remote font any more");
      return { contents, loader: "js" };
    });
  },
};

await mkdir(folder, { recursive: true });
await build({
  entryPoints: { main: join(here, "main.js") },
  outdir: folder,
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  target: "es2022",
  legalComments: "linked",
  chunkNames: "[name]-[hash]",
  plugins: [withoutGrammars, withoutRemoteFonts],
  logLevel: "warning",
});
await cp(join(cms, "npm/assets"), join(folder, "assets"), { recursive: true });
await cp(join(cms, "LICENSE.txt"), join(folder, "LICENSE.txt"));
