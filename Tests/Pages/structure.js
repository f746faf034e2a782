globalThis.structure = {
  headings() {
    const wrong = [], all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")];
    const level = (each) => Number(each.getAttribute("aria-level") || each.tagName[1]);
    const first = all.filter((each) => level(each) === 1);
    if (first.length !== 1) wrong.push([`${first.length} headings of the first level: a page has one h1`, ""]);
    let before = 0;
    for (const each of all) {
      if (!probe.text(each)) wrong.push(["an empty heading: give it words or take it away", probe.html(each)]);
      if (level(each) > before + 1)
        wrong.push([`a heading of level ${level(each)} after one of level ${before}: skip no level`, probe.html(each)]);
      before = level(each);
    }
    if (!document.querySelector("main#main-container")) wrong.push(["`main#main-container` is missing", ""]);
    return wrong;
  },

  breadcrumb() {
    const list = document.querySelector("nav.breadcrumb-container[aria-label] > " +
      "ol.breadcrumb[data-element=breadcrumb]");
    if (!list) return null;
    const wrong = [], items = [...list.querySelectorAll(":scope > li")], last = items.at(-1);
    const title = probe.text(document.querySelector("h1"));
    const current = last?.matches("[aria-current=page]") ? last : last?.querySelector("[aria-current=page]");
    if (!current)
      wrong.push(["the last step of the breadcrumb lacks `aria-current=page`", last ? probe.html(last) : ""]);
    else {
      const copy = current.cloneNode(true);
      for (const each of copy.querySelectorAll(".separator, [aria-hidden=true]")) each.remove();
      if (probe.text(copy) !== title)
        wrong.push([`the last step of the breadcrumb, «${probe.text(copy)}», is not the h1, «${title}»`, probe.html(
          last)]);
    }
    if (list.querySelectorAll("[aria-current]").length > 1)
      wrong.push(["more than one current step in the breadcrumb", probe.html(list)]);
    for (const each of list.querySelectorAll(".separator:not([aria-hidden=true])"))
      wrong.push(["a separator that screen readers speak: give it `aria-hidden=true`", probe.html(each)]);
    for (const each of items.slice(0, -1))
      if (!each.querySelector("a[href]"))
        wrong.push(["a step of the breadcrumb leads nowhere: link it", probe.html(each)]);
    // An area is a place on the page of the step before, and no folder.
    const steps = items.slice(0, -1).map((each) => each.querySelector("a[href]")), paths = [];
    for (const each of steps)
      if (!each?.hash || each.pathname !== paths.at(-1)) paths.push(each?.pathname);
    return { wrong, paths };
  },

  /** The page's own index names every section, in order. */
  index() {
    const wrong = [], sections = [...document.querySelectorAll("section.it-page-section")];
    const list = document.querySelector("nav[aria-label] ul.link-list[data-element=page-index]");
    for (const each of sections)
      if (!each.id) wrong.push(["a section without an id cannot be reached from the index", probe.html(each)]);
    if (!list && sections.length > 1)
      wrong.push(["no index of the page (`ul.link-list[data-element=page-index]`)", ""]);
    if (!list) return wrong;
    const links = [...list.querySelectorAll("a[href]")].map((each) => decodeURIComponent(each.hash.slice(1)));
    for (const each of list.querySelectorAll("a[href]")) {
      const target = document.getElementById(decodeURIComponent(each.hash.slice(1)));
      if (!target?.closest("section.it-page-section"))
        wrong.push(["the index leads to something that is no section of the page", probe.html(each)]);
    }
    for (const each of sections)
      if (each.id && !links.includes(each.id))
        wrong.push(["a section that the index of the page leaves out", probe.html(each)]);
    const order = links.map((id) => sections.findIndex((each) => each.id === id)).filter((at) => at >= 0);
    if (order.some((at, i) => i > 0 && at < order[i - 1]))
      wrong.push(["the index has another order than the page", probe.html(list)]);
    return wrong;
  },
};
