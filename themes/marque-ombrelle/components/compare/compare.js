/* Two or three districts side by side: the names above the table become boxes, and the address says which are ticked. */
{
  const MOST = 3;
  const { lang } = document.documentElement;

  customElements.define("district-compare", class extends HTMLElement {
    connectedCallback() {
      this.table = this.querySelector(".compare-table");
      this.boxes = [...this.querySelectorAll(".compare-choice a")].map((link) => {
        const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "d" });
        box.value = link.hash.replace("#_district-", "");
        box.addEventListener("change", () => this.#changed());
        const label = document.createElement("label");
        label.append(box, ...link.childNodes);
        link.replaceWith(label);
        return box;
      });
      addEventListener("popstate", () => this.#restore());
      this.#restore();
    }

    get #chosen() {
      return this.boxes.filter(({ checked }) => checked).map(({ value }) => value);
    }

    #restore() {
      const wanted = (new URLSearchParams(location.search).get("d") ?? "").split(",").slice(0, MOST);
      for (const box of this.boxes) box.checked = wanted.includes(box.value);
      this.#draw();
    }

    #changed() {
      const chosen = this.#chosen.join(",");
      history.pushState(null, "", location.pathname + (chosen && `?d=${chosen}`));
      this.#draw();
    }

    #draw() {
      const chosen = this.#chosen;
      for (const box of this.boxes) box.disabled = chosen.length === MOST && !box.checked;
      for (const row of this.table.querySelectorAll("tr")) {
        [...row.cells].slice(1).forEach((cell, at) => { cell.hidden = chosen.length > 1 && !this.boxes[at].checked; });
      }
      this.table.toggleAttribute("data-few", chosen.length > 1);
      const said = chosen.length < 2 ? gettext("Choose two or three districts.", lang) : gettext("The table shows the districts that you chose.", lang);
      this.querySelector("[role=status]").textContent = said;
      for (const link of document.querySelectorAll("#_languages a")) link.search = location.search;
    }
  });
}
