globalThis.reflow = {
  all: () => [...reflow.sideways(), ...reflow.scrollers(), ...reflow.cells(), ...reflow.texts()],

  /** The page is no wider than the window; if it is, the elements that stick out are named. */
  sideways() {
    const room = innerWidth, width = document.documentElement.scrollWidth;
    if (width <= room) return [];
    const out = [...document.body.querySelectorAll("*")].filter((each) => {
      if (!probe.rendered(each) || each.getBoundingClientRect().right <= room + 1) return false;
      for (let at = each.parentElement; at; at = at.parentElement)
        if (at !== document.body && /auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return false;
      return true;
    });
    const deepest = out.filter((each) => !out.some((other) => other !== each && each.contains(other)));
    return (deepest.length ? deepest.slice(0, 3) : [document.body]).map(
      (each) => [`the page is ${width} px wide: let this wrap or shrink`, probe.html(each)]);
  },

  /** Only what has two dimensions by nature may scroll sideways in its own box. */
  scrollers() {
    return [...document.body.querySelectorAll("*")].filter((each) =>
      each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX) &&
      probe.seen(each) && !each.matches("pre, textarea, table, input") && !each.querySelector(
        "table, pre, svg[role=img], math"))
      .map((each) => ["a box to be scrolled sideways that holds no table, code or chart: let it wrap", probe.html(
        each)]);
  },

  /** A table may scroll, but whoever reads a cell does not scroll to the end of each line. */
  cells: () => [...document.querySelectorAll("main :is(th, td)")].filter((each) =>
    probe.seen(each) && each.getBoundingClientRect().width > innerWidth)
    .map((each) => ["a cell is wider than the window: let its words wrap", probe.html(each)]),

  texts() {
    const wrong = [], told = new Set(), lines = probe.lines();
    const tell = (what, element) => { if (!told.has(element)) { told.add(element); wrong.push(
      [what, probe.html(element)]); } };
    const boxes = new Map();
    const clipping = (element) => {
      if (!boxes.has(element)) {
        const found = [];
        for (let at = element; at && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at), x = style.overflowX, y = style.overflowY;
          if (x === "visible" && y === "visible" || style.display === "inline") continue;
          found.push({ at, cutsX: /hidden|clip/.test(x), cutsY: /hidden|clip/.test(y), box: at.getBoundingClientRect(
            ) });
          if (/auto|scroll/.test(x + y)) break;
          if (style.position === "fixed") break;
        }
        boxes.set(element, found);
      }
      return boxes.get(element);
    };
    for (const { parent, box } of lines) {
      // Glyph boxes are taller than what is drawn in them.
      const slack = box.height / 4;
      for (const { cutsX, cutsY, box: clip } of clipping(parent))
        if ((cutsX && (box.right > clip.right + 2 || box.left < clip.left - 2)) ||
            (cutsY && (box.bottom - slack > clip.bottom || box.top + slack < clip.top)))
          tell("text is cut off: let its box grow", parent);
      const button = parent.closest("button, .btn, .badge, .chip");
      if (button) {
        const own = button.getBoundingClientRect();
        if (box.right > own.right + 2 || box.left < own.left - 2 || box.bottom - slack > own.bottom ||
          box.top + slack < own.top)
          tell("text runs out of its button or badge: give it no fixed size", button);
      }
    }
    reflow.overlaps(lines, tell);
    return wrong;
  },

  /** Lines of different texts whose inner halves meet. */
  overlaps(lines, tell) {
    const inner = lines.filter(({ parent }) => getComputedStyle(parent).position !== "fixed")
      .map(({ node, parent, box }) => ({ node, parent, left: box.left + 1, right: box.right - 1,
        top: box.top + box.height * 0.3, bottom: box.bottom - box.height * 0.3 })).sort((a, b) => a.top - b.top);
    for (let i = 0; i < inner.length; i += 1)
      for (let j = i + 1; j < inner.length && inner[j].top < inner[i].bottom; j += 1) {
        const [a, b] = [inner[i], inner[j]];
        if (a.node !== b.node && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2)
          tell(`text lies on other text («${a.node.data.trim().slice(0, 30)}»): give both room`, b.parent);
      }
  },
};
