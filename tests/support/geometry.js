// What the geometry of a page says, apart from its colours and letters: handed to the browser by geometry.py.
(() => {
  const LEAST_TEXT = 12;
  const ROW = 40;
  const COLUMNS = 24;
  const TARGETS = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const LANDMARKS = "header, nav, main, footer, aside, section, article, form, search, figure, table, dialog";
  const CONTENT = "h1, h2, h3, ul, ol, dl, img, picture, svg, video, iframe, button, input, select, details";

  const style = (element) => getComputedStyle(element);
  const name = (element) => {
    const own = element.classList.length ? `.${[...element.classList].join(".")}` : "";
    return `${element.localName}${element.id ? `#${element.id}` : own}`;
  };
  const label = (element) => {
    const words = (element.textContent || "").trim().replaceAll(/\s+/g, " ").slice(0, 40);
    const around = element.parentElement ? `${name(element.parentElement)} > ` : "";
    return `${around}${name(element)}${words ? ` “${words}”` : ""}`;
  };

  const isShown = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && !isHiddenFromEyes(element);
  };
  // Words for screen readers alone, in a box of one pixel or cut away whole.
  const isHiddenFromEyes = (element) => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const { clipPath, position } = style(each);
      if (position === "absolute" && clipPath.startsWith("inset(50%")) return true;
    }
    return false;
  };
  const clips = (element) => /hidden|clip/.test(style(element).overflowX);
  const scrolls = (element) => /auto|scroll/.test(style(element).overflowX);
  const ancestors = function* (element) {
    for (let each = element.parentElement; each; each = each.parentElement) yield each;
  };

  function* wide() {
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth + 1) yield `page-too-wide html: ${root.scrollWidth} px in ${innerWidth}`;
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest("svg") !== null && element.localName !== "svg") continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width <= 1 || (left >= -1 && right <= innerWidth + 1) || !isShown(element)) continue;
      if ([...ancestors(element)].some((each) => each !== document.body && each !== root && (clips(each) || scrolls(each)))) continue;
      yield `out-of-window ${label(element)}: ${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`;
    }
  }

  // WCAG 2.2, 1.4.10: in a narrow window only what needs two dimensions may be scrolled sideways.
  function* sideways() {
    if (innerWidth > 320) return;
    for (const element of document.body.querySelectorAll("*")) {
      if (!scrolls(element) || element.scrollWidth <= element.clientWidth + 1 || !isShown(element)) continue;
      if (element.matches("pre, table") || element.querySelector("table, pre, svg")) continue;
      yield `scrolled-sideways ${label(element)}: ${element.scrollWidth} px in ${element.clientWidth}`;
    }
  }

  function* overlapping() {
    const boxes = [...document.querySelectorAll(TARGETS)]
      .filter((element) => isShown(element) && !hasTwin(element))
      .flatMap((element) => boxesOf(element).map((box) => ({ element, box, layer: layerOf(element) })));
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (one.element === other.element || one.layer !== other.layer) continue;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 2 && down > 2) yield `targets-overlap ${label(one.element)} and ${label(other.element)}: ${Math.round(across)} × ${Math.round(down)} px`;
      }
    }
  }
  // A link in a text is as high as its letters: the box of some fonts is far higher than the line.
  const boxesOf = (element) => [...element.getClientRects()].map((box) => {
    const size = parseFloat(style(element).fontSize);
    if (style(element).display !== "inline" || box.height <= size) return box;
    return new DOMRect(box.x, box.y + (box.height - size) / 2, box.width, size);
  });
  // A point of a drawing whose link stands among the words too (WCAG 2.2, 2.5.8: an equivalent).
  const hasTwin = (element) => {
    if (!element.closest("svg")) return false;
    const address = element.getAttribute("href") ?? element.getAttribute("xlink:href");
    return [...document.querySelectorAll("a[href]")].some((each) => !each.closest("svg") && each.getAttribute("href") === address);
  };
  // What is opened over the page is not beside it.
  const layerOf = (element) => {
    for (const each of [element, ...ancestors(element)]) {
      if (each.matches(":popover-open, dialog[open]") || /fixed|sticky/.test(style(each).position)) return each;
    }
    return document.body;
  };

  function* small() {
    const seen = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || seen.has(element) || element.closest("script, style, template, title, desc")) continue;
      seen.add(element);
      const scale = element instanceof SVGGraphicsElement ? Math.abs(element.getScreenCTM()?.d ?? 1) : 1;
      const size = parseFloat(style(element).fontSize) * scale;
      if (size < LEAST_TEXT - 0.05 && isShown(element)) yield `text-too-small ${label(element)}: ${size.toFixed(1)} px`;
    }
  }

  function* cut() {
    for (const element of document.body.querySelectorAll("*")) {
      const { overflowX, overflowY, textOverflow } = style(element);
      if (element.closest("svg") || !element.textContent.trim() || !isShown(element)) continue;
      const across = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const down = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (!(across || down) || !holdsWordsOutside(element)) continue;
      yield `text-cut ${label(element)}: ${element.scrollWidth} × ${element.scrollHeight} in ${element.clientWidth} × ${element.clientHeight}${textOverflow === "ellipsis" ? ", ellipsis" : ""}`;
    }
  }
  // Ornaments may run over an edge; words may not.
  const holdsWordsOutside = (element) => {
    const frame = element.getBoundingClientRect();
    const range = document.createRange();
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (!data.trim() || parentElement.closest("script, svg, template") || !isShown(parentElement)) continue;
      range.selectNodeContents(texts.currentNode);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 2 || bottom > frame.bottom + 2) return true;
      }
    }
    return false;
  };

  function* covering() {
    const fixed = [...document.body.querySelectorAll("*")].filter((element) => isShown(element) && style(element).position === "fixed");
    const height = Math.max(0, ...fixed.map((element) => element.getBoundingClientRect().height));
    if (height > innerHeight / 2 && !document.querySelector(":popover-open, dialog[open]")) {
      yield `window-covered: ${Math.round(height)} px of ${innerHeight} are taken by what does not scroll`;
    }
  }

  function* outline(root) {
    const isRightToLeft = style(document.documentElement).direction === "rtl";
    const start = ({ left, right }) => (isRightToLeft ? innerWidth - right : left);
    const brand = document.querySelector("header a, main h1");
    const gutter = brand ? start(brand.getBoundingClientRect()) : 0;
    const isTold = (element) => isShown(element) && (element.matches(`${LANDMARKS}, ${CONTENT}`) || element.matches("main [class], header [class], footer [class]"))
      && !element.parentElement.closest("svg, p, h1, h2, h3, a, button, table") && style(element).display !== "inline";
    const told = (element) => [...element.children].flatMap((child) => (isTold(child) ? [child] : told(child)));
    const cells = (length) => Math.round((length / innerWidth) * COLUMNS);
    const line = (element) => {
      const box = element.getBoundingClientRect();
      const edge = Math.abs(start(box) - gutter) <= 2 ? "|" : " ";
      const variants = [...element.attributes].filter((each) => each.name.startsWith("data-")).map((each) => `[${each.name.slice(5)}]`);
      return `${edge}${name(element)}${variants.join("")}  at ${cells(start(box))} wide ${cells(box.width)} high ${Math.round(box.height / ROW)}`;
    };
    const relation = (element, before) => {
      if (!before) return "";
      const [one, two] = [before, element].map((each) => each.getBoundingClientRect());
      const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
      const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      if (down > 1 && across > 1) return " over";
      return down > Math.min(one.height, two.height) / 2 ? " beside" : "";
    };
    const shape = (element) => [line(element), ...told(element).map(shape)].join("\n");
    const write = function* (element, depth) {
      let [before, last, times] = [null, "", 0];
      for (const child of told(element)) {
        const text = shape(child) + relation(child, before);
        // Alike neighbours are told once.
        if (text === last) times += 1;
        else {
          if (times) yield `${"  ".repeat(depth)} and ${times} more`;
          [last, times] = [text, 0];
          yield `${"  ".repeat(depth)}${line(child)}${relation(child, before)}`;
          yield* write(child, depth + 1);
        }
        before = child;
      }
      if (times) yield `${"  ".repeat(depth)} and ${times} more`;
    };
    yield* write(document.querySelector(root), 0);
  }

  // Where the focus is: whether it is drawn, in the window and in sight. None at the end of the page.
  const focus = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const isDrawing = element.localName !== "svg" && element.closest("svg") !== null;
    const drawn = isDrawing ? element.querySelector("circle, path, text, rect") ?? element : element;
    const { left, top, right, bottom } = drawn.getBoundingClientRect();
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isMarked = [element, ...element.querySelectorAll("*")].map(style).some((each) =>
      (each.outlineStyle !== "none" && parseFloat(each.outlineWidth) > 0) || (isDrawing && each.stroke !== "none"));
    return {
      name: `${label(element)} ${element.getAttribute("href") ?? ""}`,
      seen: isMarked,
      inside: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      covered: Boolean(over && !element.contains(over) && !over.contains(element) && !over.closest("label, svg")),
    };
  };

  // What can be pressed and has neither an edge nor a line, which colours that are forced leave.
  const shapeless = () => [...document.querySelectorAll("button, .button, input, select")].filter((each) => {
    const { borderTopStyle, borderTopWidth, textDecorationLine, appearance } = style(each);
    const isEdged = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0;
    return isShown(each) && !isEdged && !textDecorationLine.includes("underline") && appearance === "none";
  }).map(label);

  const moving = () => [
    ...document.getAnimations().map((each) => `${label(each.effect.target)}: ${each.animationName ?? each.transitionProperty}`),
    ...(style(document.documentElement).scrollBehavior === "smooth" ? ["smooth scrolling"] : []),
  ];

  return {
    focus,
    shapeless,
    moving,
    faults: () => [wide, sideways, overlapping, small, cut, covering].flatMap((check) => [...check()]),
    outline: (root) => [...outline(root)],
  };
})()
