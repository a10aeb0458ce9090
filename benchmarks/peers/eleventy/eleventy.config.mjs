import { readFileSync } from "node:fs";

const site = JSON.parse(readFileSync(new URL("site.json", import.meta.url), "utf8"));
const codes = Object.keys(site.languages);
const byLanguage = (make) => Object.fromEntries(codes.map((code) => [code, make(code)]));
const amounts = byLanguage(
  (code) => new Intl.NumberFormat(code, { style: "currency", currency: "EUR", maximumFractionDigits: 0 }),
);
const days = byLanguage((code) => new Intl.DateTimeFormat(code, { dateStyle: "long", timeZone: "UTC" }));

/** Companies by the path of each list that names them, the newest first, in the order of the paths. */
function shelves(api) {
  const found = {};
  for (const company of api.getFilteredByTag("startups").reverse()) {
    const { lang, quartiers, sectors } = company.data;
    const kinds = [...quartiers.map((id) => `quartiers/${id}`), ...sectors.map((id) => `sectors/${id}`)];
    for (const path of [lang, `${lang}/startups`, ...kinds.map((kind) => `${lang}/${kind}`)]) {
      (found[path] ??= []).push(company);
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The lists of districts and of sectors: by the path of each, the links to what it names. */
function menus(api) {
  const paths = Object.keys(shelves(api));
  const links = (start) =>
    paths.filter((path) => path.startsWith(start)).map((path) => ({ url: `/${path}/`, title: site.titles[path] }));
  const kinds = codes.flatMap((code) => [`${code}/quartiers`, `${code}/sectors`]);
  return Object.fromEntries(kinds.map((kind) => [kind, links(`${kind}/`)]));
}

/** Each page of each list. */
function lists(api) {
  return Object.entries(shelves(api)).flatMap(([path, companies]) => {
    const count = Math.ceil(companies.length / site.pageSize);
    const address = (number) => (number === 1 ? `/${path}/` : `/${path}/page/${number}/`);
    return Array.from({ length: count }, (_, index) => ({
      lang: path.split("/")[0],
      title: site.titles[path],
      url: address(index + 1),
      companies: companies.slice(index * site.pageSize, (index + 1) * site.pageSize),
      number: index + 1,
      count,
      previous: index > 0 && address(index),
      next: index + 1 < count && address(index + 2),
    }));
  });
}

export default function settings(config) {
  config.addGlobalData("site", site);
  config.addCollection("shelves", shelves);
  config.addCollection("menus", menus);
  config.addCollection("lists", lists);
  config.addCollection("terms", (api) =>
    Object.entries(menus(api)).map(([path, links]) => ({
      lang: path.split("/")[0],
      title: site.titles[path],
      url: `/${path}/`,
      links,
    })),
  );
  config.addFilter("amount", (value, lang) => amounts[lang].format(value));
  config.addFilter("day", (value, lang) => days[lang].format(value));
  config.addFilter("iso", (value) => value.toISOString().slice(0, 10));
  config.addFilter("inLanguage", (url, lang) => `/${lang}${url.slice(3)}`);
  config.addFilter("jsonld", (value) => JSON.stringify(value).replaceAll("<", "\\u003c"));
}

export const config = {
  dir: { input: "content", includes: "../_includes" },
  markdownTemplateEngine: false,
};
