// French until the person chooses another language: the program itself would follow the browser's.
// It reads its preferences when it is loaded, so this comes before it.
const PREFERENCES = "sveltia-cms.prefs";

const chosen = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
if (!chosen.locale) localStorage.setItem(PREFERENCES, JSON.stringify({ ...chosen, locale: "fr" }));
