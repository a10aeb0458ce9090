// Lighthouse as a phone, on several pages by one browser:
//   CHROME_PATH=… node lighthouse.mjs CATEGORY[,CATEGORY…] FLAG[,FLAG…] URL…
// One line of JSON a page, as soon as it is known: its scores out of 100, what the visitor waits for, and the
// audits that cost points.
import process from "node:process";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [categories, flags, ...urls] = process.argv.slice(2);
const chrome = await launch({ chromeFlags: flags.split(","), logLevel: "silent" });
try {
  for (const url of urls) process.stdout.write(`${JSON.stringify(told(url, await audited(url)))}\n`);
} finally {
  chrome.kill();
}

// A trace that lacks its beginning, as a busy machine makes it, is taken again: so the message itself asks.
async function audited(url, again = 2) {
  const { lhr } = await lighthouse(url, {
    port: chrome.port,
    logLevel: "silent",
    onlyCategories: categories.split(","),
  });
  return lhr.runtimeError?.code === "NO_NAVSTART" && again ? audited(url, again - 1) : lhr;
}

function told(url, { audits, categories: found, runtimeError }) {
  const numbers = ["largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time"];
  return {
    url,
    error: runtimeError?.message ?? "",
    scores: Object.fromEntries(Object.values(found).map(({ id, score }) => [id, Math.round(score * 100)])),
    numbers: Object.fromEntries(numbers.map((id) => [id, audits[id]?.numericValue ?? 0])),
    costly: Object.values(found).flatMap(({ id, auditRefs }) => auditRefs
      .filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 1)
      .map((ref) => `${id}: ${audits[ref.id].title}${where(audits[ref.id])}`)),
  };
}

function where({ displayValue, details }) {
  const item = details?.items?.[0] ?? {};
  const place = item.node?.selector ?? item.source?.url ?? item.url ?? "";
  const words = [displayValue, item.description, place].filter((each) => typeof each === "string" && each);
  return words.length ? ` (${words.join(", ")})` : "";
}
