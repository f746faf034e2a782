// What every check needs to know of an element. Put into each page from outside, so it does not
// matter whether the page's own scripts may run.
globalThis.probe = {
  html: (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120),

  text: (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : ""),

  /** Constructed sheets are the one way to add style that a strict policy does not forbid. */
  style(css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },

  unstyle() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  },

  rendered: (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),

  /** Cut down to a dot, as text meant for screen readers only is. */
  tucked(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath === "inset(50%)" || style.clipPath === "inset(100%)" || style.opacity === "0") return true;
      if (style.position === "absolute" && /^rect\((0px|1px)[ ,]/.test(style.clip)) return true;
      const box = at.getBoundingClientRect();
      if (style.overflow !== "visible" && box.width <= 2 && box.height <= 2) return true;
    }
    return false;
  },

  /** Something a sighted reader can find by scrolling. */
  seen(element) {
    if (!probe.rendered(element) || probe.tucked(element)) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && box.right + scrollX > 0 && box.bottom + scrollY > 0;
  },

  /** Every line of text that can be seen, with its box. */
  lines() {
    const found = [], known = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || /^(script|style|title|desc|option)$/i.test(parent.tagName)) continue;
      if (!known.has(parent)) known.set(parent, probe.rendered(parent) && !probe.tucked(parent));
      if (!known.get(parent)) continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 0.5) found.push({ node, parent, box });
    }
    return found;
  },

  openAll() {
    for (const each of document.querySelectorAll("details:not([open])")) each.open = true;
  },
};
