globalThis.keyboard = {
  SMALLEST: 24,
  RING: 2,
  // Two colours of this contrast show on any ground (technique C40 of WCAG 2.2).
  CONTRAST: 9,
  list: [],
  before: new Map(),
  previous: null,

  /** Remembers how everything that can take the focus looks without it. */
  index() {
    const wanted = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], " +
      "iframe, [contenteditable]";
    for (const each of document.querySelectorAll(wanted)) {
      if (keyboard.before.has(each)) continue;
      if (!probe.rendered(each) || each.matches(":disabled") || each === document.activeElement) continue;
      keyboard.list.push(each);
      keyboard.before.set(each, keyboard.looks(each));
    }
  },

  number(element) {
    if (!keyboard.list.includes(element)) keyboard.list.push(element);
    return keyboard.list.indexOf(element);
  },

  /** The element and what may carry its ring for it, such as the label of a hidden radio. */
  carriers: (element) =>
    [element, ...(element.labels || []), element.nextElementSibling, element.parentElement].filter(Boolean),

  looks(element) {
    return keyboard.carriers(element).flatMap((each) => ["", "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(each, pseudo || null);
      if (pseudo && style.content === "none") return { key: "" };
      const outline = style.outlineStyle === "none" ? "" :
        `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`;
      const shadow = style.boxShadow === "none" ? "" : style.boxShadow;
      return { key: `${outline}|${shadow}`, outline, shadow, width: parseFloat(style.outlineWidth),
        colour: style.outlineColor,
        offset: parseFloat(style.outlineOffset) || 0, box: each };
    }));
  },

  luminance(colour) {
    const numbers = (colour.match(/[\d.]+/g) || []).map(Number);
    if (numbers.length < 3 || (numbers.length > 3 && numbers[3] < 0.9)) return null;
    const [r, g, b] = numbers.slice(0, 3).map((n) => n / 255).map(
      (n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  },

  /** The coloured bands that the focus added around the element: outline and solid shadows. */
  bands(element) {
    const before = keyboard.before.get(element) || [], bands = [];
    keyboard.looks(element).forEach((look, at) => {
      if (!look.key || look.key === before[at]?.key) return;
      if (look.outline && look.outline !== before[at]?.outline && look.width >= 1)
        bands.push({ colour: look.colour, width: look.width, reach: look.offset + look.width, box: look.box });
      if (look.shadow && look.shadow !== before[at]?.shadow)
        for (const layer of look.shadow.split(/,(?![^(]*\))/)) {
          const lengths = (layer.replace(/(rgba?|color)\([^)]*\)/, "").match(/-?[\d.]+px/g) || []).map(parseFloat);
          const colour = layer.match(/(rgba?|color)\([^)]*\)/)?.[0] || "";
          if (lengths[3] >= 1 && lengths[2] <= 2)
            bands.push({ colour, width: lengths[3], reach: lengths[3], box: look.box });
        }
    });
    return bands;
  },

  ring(element) {
    const bands = keyboard.bands(element).filter((band) => keyboard.luminance(band.colour) !== null);
    if (!bands.length)
      return [["no focus ring: nothing is drawn around it when it has the focus", probe.html(element)]];
    const wrong = [], shades = bands.map((band) => keyboard.luminance(band.colour)).sort((a, b) => a - b);
    const contrast = (shades.at(-1) + 0.05) / (shades[0] + 0.05);
    if (bands.length < 2 || contrast < keyboard.CONTRAST)
      wrong.push([`the focus ring has ${bands.length} colour(s) of contrast ${contrast.toFixed(1)}: draw it double, ` +
        `white inside black`, probe.html(element)]);
    if (Math.max(...bands.map((band) => band.reach)) < keyboard.RING)
      wrong.push([`the focus ring is thinner than ${keyboard.RING} px`, probe.html(element)]);
    const carrier = bands[0].box, box = carrier.getBoundingClientRect();
    for (let at = carrier.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const clip = at.getBoundingClientRect();
      const cut = [box.left - clip.left, box.top - clip.top, clip.right - box.right, clip.bottom - box.bottom].filter(
        (room) => room < 1);
      if (cut.length > 2)
        return [...wrong, [`the focus ring is cut off on ${cut.length} sides by a box with overflow: give that box ` +
          `room inside`, probe.html(element)]];
    }
    return wrong;
  },

  /** What the pointer aims at: the element, or its label where the control itself is hidden. */
  aim(element) {
    const box = element.getBoundingClientRect();
    const hidden = probe.tucked(element) || box.width <= 2 || box.height <= 2;
    return (hidden && [...(element.labels || [])].find(probe.seen)) || element;
  },

  size(element) {
    const aim = keyboard.aim(element), own = [aim, ...(aim === element ? element.labels || [] : [])];
    const boxes = own.map((each) => each.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.width)), height = Math.max(...boxes.map((box) => box.height));
    if (width >= keyboard.SMALLEST - 0.01 && height >= keyboard.SMALLEST - 0.01) return [];
    if (keyboard.inSentence(aim)) return [];
    return [[`a target of ${width.toFixed(1)} × ${height.toFixed(1)} px: make it ${keyboard.SMALLEST} × ` +
      `${keyboard.SMALLEST} or more`, probe.html(element)]];
  },

  /** A link among the words of a sentence cannot be taller than its line; the rule exempts it. */
  inSentence(element) {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (/[\p{L}\d]/u.test(node.data) && !node.parentElement.closest("a[href], button")) return true;
    return false;
  },

  covered(element) {
    const aim = keyboard.aim(element), box = aim.getClientRects()[0] || aim.getBoundingClientRect();
    const x = box.left + box.width / 2, y = Math.max(box.top, 0) / 2 + Math.min(box.bottom, innerHeight) / 2;
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight)
      return [["has the focus outside the window: it must scroll into view", probe.html(element)]];
    const hit = document.elementFromPoint(x, y);
    const fine = hit && (hit.contains(aim) || aim.contains(hit) ||
      [...(element.labels || [])].some((each) => each.contains(hit)));
    return fine ? [] : [[`has the focus but is covered by ${hit ? probe.html(hit).split(">")[0] + ">" : "nothing"}: ` +
      `set \`scroll-padding\` or \`scroll-margin\``, probe.html(element)]];
  },

  /** Focus order is source order, and a box may not show its parts in another. */
  order(element) {
    const before = keyboard.previous;
    if (!before) return [];
    if (!(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
      return [["takes the focus after something that stands behind it: drop the positive `tabindex`",
        probe.html(element)]];
    let common = before.parentElement;
    while (common && !common.contains(element)) common = common.parentElement;
    const branch = (each) => { while (each.parentElement !== common) each = each.parentElement; return each; };
    const style = common && getComputedStyle(common);
    if (!common || common.contains(before) && before.contains(element) || !/flex|grid/.test(style.display)) return [];
    const [a, b] = [branch(before), branch(element)], [p, q] = [keyboard.aim(before), keyboard.aim(element)].map(
      (e) => e.getBoundingClientRect());
    const turned = /reverse/.test(style.flexDirection) || /reverse/.test(style.flexWrap) ||
      getComputedStyle(a).order !== getComputedStyle(b).order;
    const earlier = q.bottom <= p.top + 1 || (q.top < p.bottom && p.top < q.bottom && q.right <= p.left + 1);
    return turned && earlier ? [["is shown before what takes the focus before it: keep the order of the source",
      probe.html(element)]] : [];
  },

  /** What there is to say of the element that has the focus; nothing where the focus left the page. */
  stop(isNext) {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const covered = keyboard.covered(element), group = element.type === "radio" && !element.checked && isNext;
    const wrong = [...keyboard.ring(element), ...keyboard.size(element), ...covered,
      ...(isNext ? keyboard.order(element) : [])];
    if (isNext) keyboard.previous = element;
    return {
      index: keyboard.number(element), element: probe.html(element), wrong, covered,
      skip: element.matches(".skiplinks a[href='#main-container'], .skiplinks a[href$='#main-container']"),
      folded: element.matches("details:not([open]) > summary"),
      radios: group ? keyboard.group(element).length : 0,
    };
  },

  group: (radio) => [...document.querySelectorAll("input[type=radio]")].filter(
    (each) => each.name === radio.name && each.form === radio.form && !each.disabled && probe.rendered(each)),

  /** What a pointer can use and the walk did not come to. */
  missed(order) {
    const reached = new Set(order.map((at) => keyboard.list[at]));
    return keyboard.list.filter((each) => {
      if (reached.has(each) || !each.isConnected || !probe.rendered(each) || each.matches(":disabled") ||
        each.closest("[inert]")) return false;
      if (each.type === "radio") return !keyboard.group(each).some((other) => reached.has(other));
      if (each.matches("[tabindex='-1']"))
        return probe.seen(each) && each.matches("a[href], button, input, select, textarea, summary");
      return each.tabIndex >= 0 && !(each.matches("summary") && each.parentElement.tagName !== "DETAILS");
    }).map((each) => ["Tab never comes here: make it reachable", probe.html(each)]);
  },

  /** Puts the start of the walk back behind the last element of the page. */
  toEnd() {
    const mark = document.createElement("span");
    mark.tabIndex = -1;
    document.body.append(mark);
    mark.focus({ preventScroll: true });
    scrollTo(0, document.documentElement.scrollHeight);
  },
};
