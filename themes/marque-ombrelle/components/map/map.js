/* The map of the districts: closer by buttons, keys, wheel or fingers, lit by a sector or a service. The state is in the address. */
{
  const CLOSEST = 8;
  const between = (low, value, high) => Math.min(Math.max(low, value), high);

  class MapExplorer extends HTMLElement {
    connectedCallback() {
      const template = this.querySelector("template");
      if (!template || this.svg) return;
      this.prepend(template.content);
      this.svg = this.querySelector("figure > svg");
      this.select = this.querySelector("select");
      this.output = this.querySelector("output");
      const { width, height } = this.svg.viewBox.baseVal;
      Object.assign(this, { width, height, zoom: 1, x: width / 2, y: height / 2 });
      this.read();
      this.listen();
      this.show();
    }

    listen() {
      const at = { passive: false };
      this.select?.addEventListener("change", () => this.show());
      this.addEventListener("click", ({ target }) => this.press(target.closest?.("button")?.dataset.zoom));
      this.addEventListener("keydown", (event) => this.key(event));
      /* Not on the SVG itself: Chromium would then make it a stop of the keyboard. */
      this.addEventListener("focusin", ({ target }) => this.reveal(target));
      this.svg.addEventListener("dblclick", (event) => this.tap(event));
      this.svg.addEventListener("wheel", (event) => this.wheel(event), at);
      this.svg.addEventListener("pointerdown", (event) => this.drag(event));
      this.svg.addEventListener("touchstart", ({ touches }) => { this.span = this.spread(touches); }, at);
      this.svg.addEventListener("touchmove", (event) => this.pinch(event), at);
    }

    /* The state, from the address and to it. */
    read() {
      const asked = new URLSearchParams(location.search);
      const values = [...(this.select?.options ?? [])].map(({ value }) => value);
      const light = values.find((value) => value && asked.get(value.split("=")[0]) === value.split("=")[1]);
      if (light) this.select.value = light;
      const [zoom, x, y] = (asked.get("zoom") ?? "").split("-").map(Number);
      if ([2, 4, CLOSEST].includes(zoom) && x >= 0 && y >= 0) Object.assign(this, { zoom, x, y });
    }

    write() {
      const url = new URL(location.href);
      for (const name of ["sector", "layer", "zoom"]) url.searchParams.delete(name);
      const [name, term] = (this.select?.value ?? "").split("=");
      if (term) url.searchParams.set(name, term);
      if (this.zoom > 1) url.searchParams.set("zoom", [this.zoom, this.x.toFixed(1), this.y.toFixed(1)].join("-"));
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    }

    show() {
      const [across, down] = [this.width / this.zoom, this.height / this.zoom];
      this.x = between(across / 2, this.x, this.width - across / 2);
      this.y = between(down / 2, this.y, this.height - down / 2);
      this.svg.setAttribute("viewBox", [this.x - across / 2, this.y - down / 2, across, down].join(" "));
      if (this.zoom > 1) this.svg.dataset.zoom = this.zoom;
      else delete this.svg.dataset.zoom;
      for (const button of this.querySelectorAll("button[data-zoom]")) {
        const end = button.dataset.zoom === "in" ? CLOSEST : 1;
        button.ariaDisabled = String(this.zoom === end);
      }
      this.light();
      this.write();
    }

    light() {
      const wanted = this.select?.value;
      const lit = new Set();
      for (const link of this.svg.querySelectorAll("a")) {
        const matches = !wanted || (link.dataset.match ?? "").split(" ").includes(wanted);
        link.toggleAttribute("data-dim", !matches);
        if (matches) lit.add(link.dataset.district);
      }
      for (const item of document.querySelectorAll(".map-list > li, .map-cards li:has([data-kind=quartier])")) {
        const id = item.dataset.district ?? item.querySelector("[data-district]")?.dataset.district;
        item.hidden = Boolean(wanted) && !lit.has(id);
      }
      this.querySelector("[data-sign=dim]")?.toggleAttribute("hidden", !wanted);
      const said = wanted ? this.select.selectedOptions[0].dataset.said : "";
      const text = [said, this.zoom > 1 ? `× ${this.zoom}` : ""].filter(Boolean).join(" · ");
      if (this.output && this.output.textContent !== text) this.output.textContent = text;
    }

    /* Closer or farther, with one place staying where it is. */
    press(what, place = this) {
      if (!what) return;
      const zoom = what === "reset" ? 1 : between(1, what === "in" ? this.zoom * 2 : this.zoom / 2, CLOSEST);
      const share = this.zoom / zoom;
      const { x, y } = place;
      Object.assign(this, { zoom, x: x + (this.x - x) * share, y: y + (this.y - y) * share });
      this.show();
    }

    move(x, y) {
      Object.assign(this, { x, y });
      this.show();
    }

    place({ clientX, clientY }) {
      return new DOMPoint(clientX, clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target === this.select) return;
      const what = { "+": "in", "=": "in", "-": "out", "0": "reset" }[event.key];
      const step = this.width / this.zoom / 8;
      const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
      if (what) this.press(what);
      else if (way && this.zoom > 1 && this.svg.contains(event.target)) this.move(this.x + way[0], this.y + way[1]);
      else return;
      event.preventDefault();
    }

    /* What has the focus is in sight. */
    reveal(target) {
      const seat = target.querySelector(".map-reach");
      if (!seat || this.zoom === 1) return;
      const [x, y] = [seat.cx.baseVal.value, seat.cy.baseVal.value];
      const hidden = Math.abs(x - this.x) > this.width / this.zoom / 2.4 || Math.abs(y - this.y) > this.height / this.zoom / 2.4;
      if (hidden) this.move(x, y);
    }

    tap(event) {
      if (!event.target.closest("a")) this.press(event.shiftKey ? "out" : "in", this.place(event));
    }

    wheel(event) {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.turned = (this.turned ?? 0) + event.deltaY;
      if (Math.abs(this.turned) < 40) return;
      this.press(this.turned < 0 ? "in" : "out", this.place(event));
      this.turned = 0;
    }

    spread(touches) {
      return touches.length === 2 ? Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY) : 0;
    }

    pinch(event) {
      if (!this.span || event.touches.length !== 2) return;
      event.preventDefault();
      const span = this.spread(event.touches);
      if (span > this.span * 1.4 || span < this.span / 1.4) {
        this.press(span > this.span ? "in" : "out", this.place(event.touches[0]));
        this.span = span;
      }
    }

    drag(start) {
      if (this.zoom === 1 || start.button) return;
      const from = { x: this.x, y: this.y };
      const unit = this.width / this.zoom / this.svg.clientWidth;
      const far = ({ clientX, clientY }) => Math.hypot(clientX - start.clientX, clientY - start.clientY) > 6;
      let moved = false;
      const follow = (event) => {
        if (this.span && event.pointerType === "touch") return;
        moved ||= far(event);
        if (moved) this.move(from.x - (event.clientX - start.clientX) * unit, from.y - (event.clientY - start.clientY) * unit);
      };
      const still = (event) => {
        if (moved) event.preventDefault();
      };
      const end = () => {
        removeEventListener("pointermove", follow);
        setTimeout(() => this.svg.removeEventListener("click", still, true));
      };
      this.svg.addEventListener("click", still, true);
      this.svg.addEventListener("dragstart", (event) => event.preventDefault(), { once: true });
      addEventListener("pointermove", follow);
      for (const name of ["pointerup", "pointercancel"]) addEventListener(name, end, { once: true });
    }
  }

  customElements.define("map-explorer", MapExplorer);
}
