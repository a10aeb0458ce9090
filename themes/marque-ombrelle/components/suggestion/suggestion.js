/* Tells a visitor, once and in their own language, that the page is also in it. Nothing is sent or redirected. */
{
  const seen = "suggestion-seen";
  const base = (tag) => tag.toLowerCase().split("-")[0];

  /* The first of the visitor's languages in which the page has a text; none where it is in that one already. */
  const wanted = () => {
    const translated = new Set([...document.querySelectorAll("link[rel=alternate]")].map(({ hreflang }) => hreflang));
    const links = [...document.querySelectorAll("#_languages a")].filter(({ hreflang }) => translated.has(hreflang));
    for (const tag of navigator.languages.map(base)) {
      if (tag === base(document.documentElement.lang)) return null;
      const link = links.find(({ hreflang }) => base(hreflang) === tag);
      if (link) return link;
    }
    return null;
  };

  const element = (name, properties) => Object.assign(document.createElement(name), properties);

  const suggest = ({ href, hreflang: lang, dir, textContent: autonym }) => {
    const box = element("aside", { className: "suggestion", lang, ariaLabel: autonym });
    /* NOTE: Say it of the language that you translate into: in German, that the page is also in German. */
    const link = element("a", { href, hreflang: lang, dir, textContent: gettext("This page is also in English.", lang) });
    const button = element("button", { type: "button", textContent: "×", ariaLabel: gettext("Close", lang) });
    button.addEventListener("click", () => box.remove());
    box.append(link, button);
    /* Its styles are in the sheet that no page waits for. */
    document.querySelector("link[media=print]").media = "all";
    document.body.append(box);
  };

  try {
    const link = localStorage.getItem(seen) ? null : wanted();
    if (link) {
      suggest(link);
      localStorage.setItem(seen, "yes");
    }
  } catch {
    /* Storage is refused: better not to ask at all than at every page. */
  }
}
