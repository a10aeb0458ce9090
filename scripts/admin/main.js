// The content manager: its configuration comes from the page, its forms write files as people do.
import "./french.js";
import CMS from "@sveltia/cms";
import { SOURCE } from "./yaml.js";
import * as facts from "./yaml.js";
import * as text from "./text.js";

const FORMS = { yaml: facts, md: text };

/** One format per set of fields: the program hands a format the values, and not whose they are. */
function registerFormats(collections) {
  for (const collection of collections) {
    const items = collection.files ?? [collection];
    const extension = collection.extension ?? items[0].file.split(".").pop();
    const { fields } = items[0];
    const form = FORMS[extension];
    CMS.registerCustomFormat(collection.format, extension, {
      fromFile: (content) => form.read(`${content}\n`, fields),
      toFile: (values) => form.write({ ...values, [SOURCE]: restored(values[SOURCE]) }, fields),
    });
  }
}

/** The program takes spaces off the ends of every value; a file ends with a line break. */
function restored(source) {
  return source ? `${source.trim()}\n` : "";
}

const link = document.querySelector('link[rel="cms-config-url"]');
const config = await (await fetch(link.href)).json();
registerFormats(config.collections);
CMS.init({ config });
