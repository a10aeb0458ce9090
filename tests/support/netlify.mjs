// Netlify's own parsers, asked one question: node netlify.mjs config|headers|redirects FILE
// The answer is JSON: for config the resolved configuration; else { rules, errors }.
import { dirname } from "node:path";
import process from "node:process";

const readers = {
  async config(path) {
    const { resolveConfig } = await import("@netlify/config");
    const { config } = await resolveConfig({
      config: path,
      cwd: dirname(path),
      repositoryRoot: dirname(path),
      context: process.env.CONTEXT ?? "production",
      branch: process.env.BRANCH ?? "main",
      mode: "require",
      offline: true,
      logs: {},
    });
    return config;
  },
  async headers(path) {
    const { parseAllHeaders } = await import("@netlify/headers-parser");
    const { headers, errors } = await parseAllHeaders({ headersFiles: [path], minimal: false });
    return { rules: headers, errors: errors.map(String) };
  },
  async redirects(path) {
    const { parseAllRedirects } = await import("@netlify/redirect-parser");
    const { redirects, errors } = await parseAllRedirects({ redirectsFiles: [path], minimal: false });
    return { rules: redirects, errors: errors.map(String) };
  },
};

const [question, path] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await readers[question](path)));
