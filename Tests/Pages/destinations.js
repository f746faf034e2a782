globalThis.destinations = {
  name: (link) => (link.getAttribute("aria-label") || probe.text(link)).toLowerCase(),

  /** Whoever goes from link to link hears their names alone. */
  names() {
    const known = new Map(), isDocument = document.body.dataset.page === "document";
    for (const each of document.querySelectorAll("a[href]")) {
      const name = destinations.name(each);
      // In the whole document numbers and signs of notes are met in their sentences, of many pages.
      const isSign = each.matches("[role^=doc-]") || !/\p{L}/u.test(name);
      if (!name || (isDocument && isSign)) continue;
      if (!known.has(name)) known.set(name, new Map());
      known.get(name).set(each.href, each);
    }
    return [...known].filter(([, places]) => places.size > 1).map(([name, places]) => [
      `«${name.slice(0, 60)}» leads to ${places.size} places, ${[...places.keys()].slice(0, 2).join(" and ")}: ` +
      "add words that tell them apart, hidden ones will do", probe.html([...places.values()][1])]);
  },

  /** Readers know before they leave: by a sign, and by words that screen readers speak. */
  leaving(own) {
    const WORDS = /altro sito|another site/i, wrong = [];
    for (const each of document.querySelectorAll("a[href]")) {
      if (!/^https?:$/.test(each.protocol) || [location.origin, own].includes(each.origin)) continue;
      const after = getComputedStyle(each, "::after"), drawn = after.content !== "none" &&
        after.backgroundImage !== "none" && after.display !== "none";
      if (!drawn && !each.querySelector("svg, img"))
        wrong.push(["leads to another site without a sign", probe.html(each)]);
      if (!WORDS.test(drawn ? after.content : "") && !WORDS.test(destinations.name(each)))
        wrong.push(["leads to another site, and no words say so", probe.html(each)]);
    }
    return wrong;
  },

  /** What a file is and how large it is stands in or beside its link. */
  files() {
    const FORMATS = { jsonld: "JSON-LD", ttl: "Turtle" }, wrong = [];
    for (const each of document.querySelectorAll("a[href]")) {
      const ending = each.origin === location.origin && each.pathname.match(/\.([a-z0-9]{2,6})$/i)?.[1].toLowerCase();
      if (!ending || ending === "html") continue;
      const around = probe.text(each.closest("li, p, td, dd, div"));
      const format = FORMATS[ending] || ending.toUpperCase();
      if (!around.toLowerCase().includes(format.toLowerCase()))
        wrong.push([`leads to a file and does not say that it is ${format}`, probe.html(each)]);
      if (/\/file\//.test(each.pathname) && !/\d\s?(B|kB|MB)\b/.test(around))
        wrong.push(["leads to a file of the site and does not say how large it is", probe.html(each)]);
    }
    return wrong;
  },

  /** The page's heading keeps its distance from what stands above. */
  heading() {
    const LEAST = 8, first = document.querySelector("h1");
    if (!first) return [];
    const above = [...document.querySelectorAll("header, aside")].filter((each) => probe.seen(each) &&
      each.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING && !each.contains(first));
    const box = first.getBoundingClientRect();
    return above.map((each) => [each, box.top - each.getBoundingClientRect().bottom])
      .filter(([, gap]) => gap < LEAST)
      .map(([each, gap]) => [`the heading is ${gap.toFixed(0)} px below \`${each.tagName.toLowerCase()}\`: leave ` +
        `${LEAST} px or more`, probe.html(first)]);
  },
};
