/* Filters the directory in the page: several terms of each facet, the state in the address. What it needs of all
   companies is fetched at the first use; until then, and where it cannot be had, the links lead to prepared pages. */
{
  const STEP = 40;
  const ORDERS = ["name", "newest", "district"];
  const { lang } = document.documentElement;
  const element = (name, properties = {}, ...inside) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...inside);
    return made;
  };
  /* Text that the generator has escaped and marked with its language. */
  const marked = (html) => document.createRange().createContextualFragment(html);
  const isPlain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  customElements.define("company-directory", class extends HTMLElement {
    #index;
    #boxes = [];
    #shown = STEP;

    connectedCallback() {
      this.fixed = this.dataset.fixed.split(" ").filter(Boolean);
      this.panel = this.querySelector(".facets");
      this.list = this.querySelector(".companies");
      this.status = this.querySelector("[role=status]");
      this.on = this.querySelector(".facets-on");
      this.table = this.querySelector("a[download]");
      this.kept = [...this.on.children].filter((item) => item.querySelector(".visually-hidden"));
      this.order = element("select", {}, ...ORDERS.map((value) => element("option", { value, textContent: this.#nameOf(value) })));
      this.order.addEventListener("change", () => this.#use(() => this.#changed()));
      this.querySelector(".facets-order").append(element("label", {}, gettext("Sort by", lang), " ", this.order));
      this.panel.addEventListener("click", (event) => this.#link(event));
      this.table.addEventListener("click", (event) => this.#download(event));
      addEventListener("popstate", () => this.#restore());
      if (location.search) this.#restore();
    }

    #nameOf(order) {
      if (order === "newest") return gettext("Founded last", lang);
      return order === "district" ? gettext("District", lang) : gettext("Name", lang);
    }

    /* The index, fetched once, then what is to be done with it; `otherwise` where there is none to be had. */
    async #use(act, otherwise = () => {}) {
      try {
        this.#index ??= fetch(this.dataset.index).then((answer) => answer.json()).then((index) => this.#build(index));
        await this.#index;
      } catch {
        this.#index = undefined;
        otherwise();
        return;
      }
      act();
    }

    #link(event) {
      const link = event.target.closest(".facets-terms a");
      if (!link || !isPlain(event) || this.#isFixed(link.closest("ul").dataset.field)) return;
      event.preventDefault();
      const { field } = link.closest("ul").dataset;
      const term = link.textContent;
      this.#use(() => {
        const box = this.#boxes.find((one) => one.field === field && one.label === term);
        box.input.checked = true;
        box.input.focus();
        this.#changed();
      }, () => location.assign(link.href));
    }

    #isFixed(field) {
      return this.fixed.some((one) => one.startsWith(`${field}/`));
    }

    /* Turns the links of each facet into boxes; a facet that this page has fixed keeps its links. */
    #build({ counts, facets, rows }) {
      this.counts = counts;
      this.facets = facets;
      const places = facets.flatMap(({ field, terms }) => terms.map(([id]) => `${field}/${id}`));
      this.rows = rows.map(([id, line, own, founded]) => ({ id, line, founded, own: new Set(own.map((place) => places[place])) }));
      this.rows = this.rows.filter(({ own }) => this.fixed.every((one) => own.has(one)));
      const { districts } = Object.fromEntries(facets.map(({ field, terms }) => [field, terms.map(([id]) => `districts/${id}`)]));
      this.rows.forEach((row) => { row.district = districts.findIndex((one) => row.own.has(one)); });
      const end = this.panel.lastElementChild;
      for (const facet of facets.filter(({ field, terms }) => terms.length && !this.#isFixed(field))) {
        const old = this.panel.querySelector(`[data-field="${facet.field}"]`);
        old?.previousElementSibling.remove();
        old?.remove();
        end.before(...this.#group(facet));
      }
      end.querySelector("a").addEventListener("click", (event) => {
        if (this.fixed.length || !isPlain(event)) return;
        event.preventDefault();
        this.#clear();
      });
      this.more = element("button", { type: "button", className: "drawer-button", textContent: gettext("Show more", lang) });
      this.more.addEventListener("click", () => {
        const first = this.#shown;
        this.#shown += STEP;
        this.#draw();
        this.list.children[first].querySelector("a").focus();
      });
      this.list.after(this.more);
      this.querySelector(".pager")?.remove();
    }

    #group({ field, parameter, title, terms }) {
      const heading = element("h2", { id: `_by-${parameter}` }, marked(title));
      const list = element("ul", { className: "facets-terms" });
      list.dataset.field = field;
      list.setAttribute("aria-labelledby", heading.id);
      for (const [id, said] of terms) {
        const input = element("input", { type: "checkbox", name: parameter, value: id });
        const label = element("label", {}, input, element("span", {}, marked(said)));
        const count = element("span");
        input.addEventListener("change", () => this.#changed());
        this.#boxes.push({ field, parameter, id, input, count, label: label.textContent, title, said });
        list.append(element("li", {}, label, count));
      }
      return [heading, list];
    }

    /* The boxes as an address says. */
    #restore() {
      const wanted = new URLSearchParams(location.search);
      const isAsked = [...wanted].length > 0;
      if (!isAsked && !this.#index) return;
      this.#use(() => {
        for (const { parameter, id, input } of this.#boxes) {
          input.checked = (wanted.get(parameter) ?? "").split(",").includes(id);
        }
        this.order.value = ORDERS.includes(wanted.get("sort")) ? wanted.get("sort") : "name";
        this.#shown = STEP;
        this.#draw();
      });
    }

    #changed() {
      this.#shown = STEP;
      history.pushState(null, "", this.dataset.first + this.#search());
      this.#draw();
    }

    #clear() {
      for (const { input } of this.#boxes) input.checked = false;
      this.#changed();
    }

    #search() {
      const parts = this.facets.map(({ parameter, field }) => [parameter, this.#chosen(field).map(({ id }) => id).join(",")]);
      parts.push(["sort", this.order.value === "name" ? "" : this.order.value]);
      const said = parts.filter(([, value]) => value).map((part) => part.join("="));
      return said.length ? `?${said.join("&")}` : "";
    }

    #chosen(field) {
      return this.#boxes.filter((box) => box.input.checked && (!field || box.field === field));
    }

    /* The companies that have, of every facet but one, a term that is chosen. */
    #found(but = "") {
      const wanted = this.facets.filter(({ field }) => field !== but).map(({ field }) => this.#chosen(field).map(({ id }) => `${field}/${id}`));
      const groups = wanted.filter((terms) => terms.length);
      return this.rows.filter(({ own }) => groups.every((terms) => terms.some((term) => own.has(term))));
    }

    #sorted(rows) {
      if (this.order.value === "newest") return rows.toSorted((a, b) => (a.founded < b.founded) - (a.founded > b.founded));
      return this.order.value === "district" ? rows.toSorted((a, b) => a.district - b.district) : rows;
    }

    #draw() {
      this.found = this.#found();
      this.list.replaceChildren(marked(this.#sorted(this.found).slice(0, this.#shown).map(({ line }) => line).join("\n")));
      this.more.hidden = this.found.length <= this.#shown;
      const rule = new Intl.PluralRules(lang).select(this.found.length);
      const number = this.found.length.toLocaleString(lang);
      this.status.textContent = (this.counts[rule] ?? this.counts.other).replace("%(num)s", number);
      for (const { field } of this.facets) this.#count(field);
      this.#say();
    }

    /* Beside each term, how many are listed when it alone is chosen in its facet. */
    #count(field) {
      const boxes = this.#boxes.filter((box) => box.field === field);
      const rows = boxes.length ? this.#found(field) : [];
      for (const { id, input, count } of boxes) {
        const found = rows.filter(({ own }) => own.has(`${field}/${id}`)).length;
        count.textContent = found.toLocaleString(lang);
        input.disabled = !found && !input.checked;
      }
    }

    /* The filters that are on, and the same page in the other languages, which have the same terms. */
    #say() {
      const search = this.#search();
      for (const link of document.querySelectorAll("#_languages a")) link.search = search;
      for (const item of this.kept) item.firstElementChild.search = search;
      const chosen = this.#chosen();
      const added = chosen.map((box) => this.#removal(box));
      if (added.length + this.kept.length > 1 && added.length) {
        added.push(this.#action(gettext("Remove all filters", lang), () => this.#clear()));
      }
      this.on.replaceChildren(...this.kept, ...added);
      this.on.hidden = !this.on.children.length;
    }

    #removal({ title, said, input }) {
      const unseen = element("span", { className: "visually-hidden" }, gettext("Remove the filter", lang), " ", marked(title));
      return this.#action([unseen, " ", marked(said)], () => {
        input.checked = false;
        this.#changed();
      });
    }

    #action(words, act) {
      const button = element("button", { type: "button" }, ...[words].flat());
      button.addEventListener("click", () => {
        act();
        this.status.tabIndex = -1;
        this.status.focus();
      });
      return element("li", {}, button);
    }

    /* The table of just what is listed: the lines of the prepared one, as they stand there. */
    #download(event) {
      if (!this.facets || !this.#chosen().length) return;
      event.preventDefault();
      const wanted = new Set(this.found.map(({ id }) => id));
      fetch(this.dataset.csv).then((answer) => answer.text()).then((text) => {
        const [head, ...lines] = text.match(/(?:[^"\r\n]|"[^"]*")+\r\n/g);
        const kept = lines.filter((line) => wanted.has(line.slice(0, line.indexOf(","))));
        const href = URL.createObjectURL(new Blob(["\ufeff", head, ...kept], { type: "text/csv" }));
        element("a", { href, download: "startups.csv" }).click();
        setTimeout(() => URL.revokeObjectURL(href), 60_000);
      }).catch(() => location.assign(this.table.href));
    }
  });
}
