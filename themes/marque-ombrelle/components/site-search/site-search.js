/* The search page. The index is a set of small files, described in ombrelle/search/published.py: only those that the
   words of a query stand in are fetched. First the language of the page, then what only the others have found. */
{
  const FIRST = 10;
  const OTHERS = 3;
  const WORDS = 30;
  const SEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
  const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i", ـ: "", ى: "ي", ة: "ه" };
  /* What a word may end in and still be the same one: it is asked for without. */
  const ENDINGS = {
    fr: /(?:ations?|ements?|euses?|eurs?|ives?|ifs?|aux|es|s|x|e)$/,
    en: /(?:ations?|ings?|ments?|ies|es|ed|s|y|e)$/,
    de: /(?:ungen|ung|innen|en|er|es|em|e|n|s)$/,
    es: /(?:aciones|acion|mientos?|es|os|as|s|o|a|e)$/,
    ar: /(?:ات|ون|ين|ان|يه|ها|ه|ي)$/,
  };

  /* The form under which the index keeps a word: the same as `fold` of ombrelle/search/text.py. */
  const fold = (word, lang) => {
    const bare = word.toLowerCase().normalize("NFKD").replace(/(?![\u3099\u309a])\p{M}/gu, "").normalize("NFC");
    const plain = bare.replace(/[œæßøłđıـىة]/g, (sign) => LIGATURES[sign]).replace(/[^\p{L}\p{N}]/gu, "");
    if (lang === "de") return plain.replace(/([aou])e/g, "$1");
    return lang === "ar" ? plain.replace(/^(?:[وفبك]?ال|لل)(?=..)/, "") : plain;
  };

  const stem = (term, lang) => {
    const cut = ENDINGS[lang] ? term.replace(ENDINGS[lang], "") : term;
    return cut.length < (lang === "ar" ? 3 : 4) ? term : cut;
  };

  const segments = (text, lang) => {
    if (!Intl.Segmenter) return text.split(/(?<=\s)|(?=\s)/).map((segment) => ({ segment, isWordLike: /\S/.test(segment) }));
    return [...new Intl.Segmenter(lang, { granularity: "word" }).segment(text)];
  };

  /* The words of a query: each with the form that is whole, and the parts that would do as well. */
  const termsOf = (query, lang) => {
    const found = [];
    for (const token of query.replace(/(?<!\p{L})\p{L}{1,2}['’](?=\p{L})/gu, "").split(/\s+/)) {
      if (SEGMENTED.test(token)) {
        const words = segments(token, "ja").filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
        const telling = words.filter((word) => !/^\p{Script=Hiragana}{1,2}$/u.test(word));
        found.push(...(telling.length ? telling : words).map((word) => [fold(word, lang)]));
      } else {
        const parts = token.split(/[^\p{L}\p{N}\p{M}]+/u).map((part) => fold(part, lang)).filter((part) => part.length > 1);
        const whole = fold(token, lang);
        if (whole) found.push(parts.length && parts[0] !== whole ? [whole, parts] : [whole]);
      }
    }
    return found;
  };

  const loaded = new Map();
  const load = (url) => {
    if (!loaded.has(url)) {
      loaded.set(url, fetch(url).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer))));
      loaded.get(url).catch(() => loaded.delete(url));
    }
    return loaded.get(url);
  };

  /* One language of the index. */
  class Index {
    constructor(base, lang) {
      this.base = base;
      this.lang = lang;
    }

    /* The best score of each page for a word, and whether so many have it that it rules none out. */
    async word(term) {
      const { starts } = await load(`${this.base}.json`);
      const start = stem(term, this.lang);
      const isWhole = start.length < 3 && !SEGMENTED.test(start);
      const last = isWhole ? start : `${start}\uffff`;
      const parts = starts.map((_, number) => number).filter((number) => starts[number] <= last && !(starts[number + 1] <= start));
      const pages = new Map();
      let isCommon = false;
      for (const part of await Promise.all(parts.map((number) => load(`${this.base}/w${number}.json`)))) {
        for (const [word, scores] of Object.entries(part)) {
          if (isWhole ? word !== start : !word.startsWith(start)) continue;
          const likeness = word === term ? 1 : (word.startsWith(term) ? 0.8 : 0.6) * Math.max(0.4, 1 - 0.05 * (word.length - start.length));
          if (scores[0] === -1) isCommon = true;
          for (let at = scores[0] === -1 ? 1 : 0; at < scores.length; at += 2) {
            pages.set(scores[at], Math.max(pages.get(scores[at]) ?? 0, likeness * scores[at + 1]));
          }
        }
      }
      return { pages, isCommon };
    }

    async term([whole, parts]) {
      const found = await this.word(whole);
      if (!parts) return found;
      const { pages } = this.all(await Promise.all(parts.map((part) => this.word(part))), 1e6);
      for (const [page, score] of found.pages) pages.set(page, Math.max(pages.get(page) ?? 0, score));
      return { pages, isCommon: false };
    }

    /* The pages that have every word, with the sum of what each tells. */
    all(words, total) {
      const sums = new Map();
      const asked = words.filter(({ isCommon }) => !isCommon).length;
      for (const { pages, isCommon } of words) {
        const weight = isCommon ? 0.2 : Math.log(1 + total / (pages.size + 0.5));
        for (const [page, score] of pages) {
          const { score: sum, count } = sums.get(page) ?? { score: 0, count: 0 };
          sums.set(page, { score: sum + weight * score, count: count + !isCommon });
        }
      }
      const most = Math.max(0, ...[...sums.values()].map(({ count }) => count));
      const isWhole = most === asked;
      const kept = [...sums].filter(([, { count }]) => count === most && (most || !asked));
      return { pages: new Map(kept.map(([page, { score }]) => [page, score])), isWhole };
    }

    /* The pages of a kind (of any, without) that answer a query, the best first; in part where none has all of it. */
    async find(query, kind) {
      const { keys, kinds, kind: ofPage } = await load(`${this.base}.json`);
      const words = await Promise.all(termsOf(query, this.lang).map((term) => this.term(term)));
      const { pages, isWhole } = this.all(words, keys.length);
      const found = [...pages].filter(([page]) => !kind || kinds[ofPage[page]] === kind);
      found.sort(([one, score], [other, second]) => second - score || one - other);
      return { isWhole, found: found.map(([page]) => ({ page, key: keys[page] })) };
    }

    page(number) {
      return load(`${this.base}/p${number}.json`);
    }
  }

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  /* What says whether a word of a text is one of those that were asked for. */
  const matcher = (query, lang) => {
    const starts = termsOf(query, lang).flatMap(([whole, parts]) => [whole, ...(parts ?? [])]).map((term) => stem(term, lang));
    const is = (word) => starts.some((start) => (start.length < 3 && !SEGMENTED.test(start) ? word === start : word.startsWith(start)));
    return (word) => [word, ...word.split(/['’-]/)].some((part) => is(fold(part, lang)));
  };

  /* A text with its words marked; where it is long, the part of it that has most of them. */
  const marked = (text, lang, matches, most = Infinity) => {
    const all = segments(text, lang);
    const hits = all.map(({ segment, isWordLike }) => isWordLike && matches(segment));
    const size = most * 2;
    let best = 0;
    let bestCount = 0;
    for (let at = hits.indexOf(true); at >= 0 && size < all.length; at = hits.indexOf(true, at + 1)) {
      const count = hits.slice(at, at + size - 10).filter(Boolean).length;
      if (count > bestCount) [best, bestCount] = [at, count];
    }
    const from = size < all.length ? Math.max(0, Math.min(best - 10, all.length - size)) : 0;
    const shown = all.slice(from, from + size).map(({ segment }, at) => (hits[from + at] ? element("mark", { textContent: segment }) : segment));
    return [...(from ? ["… "] : []), ...shown, ...(from + size < all.length ? ["…"] : [])];
  };

  class SiteSearch extends HTMLElement {
    connectedCallback() {
      this.own = document.documentElement.lang;
      this.form = this.querySelector("form");
      this.state = this.querySelector("[role=status]");
      this.ways = this.querySelector(".site-search-ways");
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        const { q, kind } = this.form.elements;
        history.pushState(null, "", this.address(q.value, kind.value));
        this.answer();
      });
      this.form.elements.kind.addEventListener("change", () => this.form.elements.q.value.trim() && this.form.requestSubmit());
      this.form.addEventListener("focusin", () => this.index().catch(() => {}), { once: true });
      window.addEventListener("popstate", () => this.answer());
      const { q } = this.form.elements;
      if (location.hash === "#_q") q.focus();
      /* The form sent by the browser, before the script came, has the address that the script would have given it. */
      const asked = new URLSearchParams(location.search);
      if (asked.has("q")) history.replaceState(history.state, "", this.address(asked.get("q"), asked.get("kind")));
      /* What was typed before the script came stays. */
      const typed = q.value;
      this.answer();
      if (typed) q.value = typed;
    }

    /* Where a query is found again: what to send to a colleague. */
    address(query, kind) {
      return `?${new URLSearchParams({ q: query.trim(), ...(kind && { kind }) })}`;
    }

    /* The indexes by language, that of the page first. */
    async index() {
      const url = this.dataset.index;
      const { folders } = await load(url);
      const base = url.slice(0, url.lastIndexOf("/"));
      const order = [this.own, ...Object.keys(folders).filter((lang) => lang !== this.own)].filter((lang) => lang in folders);
      return order.map((lang) => new Index(`${base}/${folders[lang]}/${lang}`, lang));
    }

    say(message, values = {}) {
      this.state.textContent = Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), message);
    }

    async answer() {
      const turn = (this.turn = {});
      const asked = new URLSearchParams(location.search);
      const query = (asked.get("q") ?? "").trim().slice(0, 200);
      const { q, kind } = this.form.elements;
      [q.value, kind.value] = [query, asked.get("kind") ?? ""];
      if (!query) return this.show(turn, [], 0);
      this.setAttribute("aria-busy", "true");
      try {
        await this.seek(turn, query, kind.value);
      } catch {
        if (turn === this.turn) {
          this.show(turn, [], 0);
          this.say(gettext("Search cannot be reached at the moment. Here are other ways.", this.own));
        }
      }
      if (turn === this.turn) this.removeAttribute("aria-busy");
    }

    async seek(turn, query, kind) {
      const indexes = await this.index();
      if (!indexes.length) {
        this.show(turn, [], 0);
        return this.say(gettext("The texts are not indexed here: search works on the published site. Here are other ways.", this.own));
      }
      const seen = new Set();
      const lists = [];
      const find = async (index) => ({ index, ...(await index.find(query, kind)) });
      for (const { index, found, isWhole } of [await find(indexes[0]), ...(await Promise.all(indexes.slice(1).map(find)))]) {
        /* What another language has in part only is of no use. */
        const fresh = found.filter(({ key }) => !seen.has(key) && (isWhole || index.lang === this.own));
        fresh.forEach(({ key }) => seen.add(key));
        if (fresh.length) lists.push({ index, found: fresh, matches: matcher(query, index.lang) });
      }
      await Promise.all(lists.map((list) => this.draw(list, this.first(list))));
      this.show(turn, lists, seen.size);
    }

    first({ index }) {
      return index.lang === this.own ? FIRST : OTHERS;
    }

    /* Makes the next results of a list. */
    async draw(list, count) {
      const { index, found, matches } = list;
      const next = found.slice(list.items?.length ?? 0, (list.items?.length ?? 0) + count);
      const pages = await Promise.all(next.map(({ page }) => index.page(page)));
      const made = pages.map((page) => this.result(page, index.lang, matches));
      list.items = [...(list.items ?? []), ...made];
      return made;
    }

    result({ url, title, label, district, summary, text }, lang, matches) {
      const direction = this.section(lang).dataset.direction;
      const isMarked = (parts) => parts.some((part) => part.nodeName === "MARK");
      const name = marked(title, lang, matches);
      const told = marked(summary, lang, matches, WORDS);
      const excerpt = marked(text, lang, matches, WORDS);
      const isSummed = summary && (isMarked(told) || isMarked(name) || !isMarked(excerpt));
      const about = [label, district].filter(Boolean).join(" · ");
      return element(
        "li",
        { lang, dir: direction },
        element("h3", {}, element("a", { href: url }, ...name)),
        ...(about ? [element("p", { className: "quiet small", textContent: about })] : []),
        element("p", {}, ...(isSummed ? told : excerpt)),
      );
    }

    section(lang) {
      return this.querySelector(`section[data-lang="${lang}"]`);
    }

    /* Puts what was found in the place of what stands there. */
    show(turn, lists, count) {
      if (turn !== this.turn) return;
      const byLang = new Map(lists.map((list) => [list.index.lang, list]));
      for (const section of this.querySelectorAll("section[data-lang]")) {
        const list = byLang.get(section.dataset.lang);
        section.hidden = !list;
        section.querySelector("ol").replaceChildren(...(list?.items ?? []));
        const more = section.querySelector("button");
        more.hidden = !list || list.items.length >= list.found.length;
        more.onclick = () => this.more(list, section, more);
      }
      this.ways.hidden = count > 0;
      const nothing = new URLSearchParams(location.search).get("q") ? gettext("Nothing was found. Try fewer or other words, or these ways.", this.own) : "";
      this.say(count ? gettext("Results: {count}", this.own) : nothing, { count: count.toLocaleString(this.own) });
    }

    async more(list, section, button) {
      const made = await this.draw(list, FIRST);
      section.querySelector("ol").append(...made);
      button.hidden = list.items.length >= list.found.length;
      made[0]?.querySelector("a").focus();
    }
  }

  customElements.define("site-search", SiteSearch);
}
