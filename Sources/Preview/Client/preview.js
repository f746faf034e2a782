// What the preview adds to each page it shows: the page follows its texts, its mistakes stand over it,
// and its checks stand beside it. The built site has none of this.
(() => {
  "use strict";

  const host = document.querySelector("bilancio-anteprima");
  if (!host) return;
  if (!host.shadowRoot) {
    // A browser that does not know shadow trees in markup.
    const template = host.querySelector("template");
    host.attachShadow({ mode: "open" }).append(template.content);
    template.remove();
  }
  const root = host.shadowRoot;
  const here = host.dataset.pagina;
  const column = { key: "bilancio-colonna" };
  const closed = { key: "bilancio-pannello-chiuso" };

  // The page follows its texts.

  let state = host.dataset.stato;
  let isBusy = false;
  let isDue = false;

  async function refresh() {
    if (isBusy) {
      isDue = true;
      return;
    }
    isBusy = true;
    do {
      isDue = false;
      try {
        const response = await fetch(location.href, { headers: { "If-None-Match": `"${state}"` } });
        if (response.status !== 304) await show(await response.text());
      } catch {
        // The preview has stopped; what is shown stays until it is back.
      }
    } while (isDue);
    isBusy = false;
  }

  async function show(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const element = page.querySelector("bilancio-anteprima");
    // A page that came or went away is another page.
    if (element?.dataset.pagina !== here || scripts(document) !== scripts(page)) {
      location.reload();
      return;
    }
    state = element.dataset.stato;
    const content = element.querySelector("template").content;
    element.remove();
    const outdated = await addStyles(page);
    adopt(document.documentElement, page.documentElement);
    adopt(document.body, page.body);
    children(document.head, page.head);
    children(document.body, page.body);
    for (const link of outdated) link.remove();
    host.dataset.stato = state;
    showElement(content);
    if (isOpen()) await fillColumn();
  }

  /// The scripts of a page that run: a page with others must be loaded anew.
  function scripts(page) {
    return [...page.querySelectorAll("script:not([type='application/ld+json'], bilancio-anteprima *)")]
      .map((script) => script.getAttribute("src") + script.text)
      .join("\n");
  }

  /// Adds the style sheets that a new state of the page has, and waits for them, so that nothing flashes.
  async function addStyles(page) {
    const links = (from) => [...from.querySelectorAll("link[rel='stylesheet']")];
    const wanted = links(page).map((link) => link.getAttribute("href"));
    const had = links(document.head).map((link) => link.getAttribute("href"));
    const added = wanted.filter((href) => !had.includes(href)).map((href) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      return new Promise((done) => {
        link.onload = link.onerror = done;
        document.head.append(link);
      });
    });
    await Promise.all(added);
    return links(document.head).filter((link) => !wanted.includes(link.getAttribute("href")));
  }

  function adopt(from, to) {
    for (const { name } of [...from.attributes]) {
      // What the reader unfolded stays unfolded.
      if (!to.hasAttribute(name) && name !== "open") from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) {
      if (from.getAttribute(name) !== value) from.setAttribute(name, value);
    }
  }

  function isOwn(node) {
    return node === host || (node.nodeName === "SCRIPT" && node.src?.includes("/_preview/"));
  }

  /// Makes the children of one element those of another, and leaves alone what is the same: so the place
  /// on the page, the focus and what was typed stay.
  function children(from, to) {
    const styles = (node) => node.nodeName === "LINK" && node.rel === "stylesheet";
    const old = [...from.childNodes].filter((node) => !isOwn(node) && !styles(node));
    const now = [...to.childNodes].filter((node) => !isOwn(node) && !styles(node));
    let start = 0;
    while (start < old.length && start < now.length && old[start].isEqualNode(now[start])) start++;
    let end = 0;
    while (
      end < Math.min(old.length, now.length) - start &&
      old[old.length - 1 - end].isEqualNode(now[now.length - 1 - end])
    )
      end++;
    const before = old[old.length - end] ?? (from === document.body ? host : null);
    const [removed, added] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
    for (const [place, node] of added.entries()) {
      const known = removed[place];
      if (!known) from.insertBefore(document.importNode(node, true), before);
      else if (known.nodeName !== node.nodeName || known.id !== node.id)
        known.replaceWith(document.importNode(node, true));
      else if (known.nodeType !== Node.ELEMENT_NODE) known.nodeValue = node.nodeValue;
      else {
        adopt(known, node);
        children(known, node);
      }
    }
    for (const node of removed.slice(added.length)) node.remove();
  }

  // The mistakes over the page.

  let returnTo = null;

  function showElement(content) {
    const panel = content.querySelector(".pannello");
    const old = root.querySelector(".pannello");
    const hadFocus = Boolean(old?.contains(root.activeElement)) || root.activeElement === old;
    root.querySelector(".barra")?.replaceWith(content.querySelector(".barra"));
    wireBar();
    if (old && panel && old.innerHTML === panel.innerHTML) return;
    old?.remove();
    if (panel) {
      root.querySelector(".barra").before(panel);
      if (!old) returnTo = document.activeElement;
      wirePanel(panel);
      if (!isClosed(panel) && (!old || hadFocus)) panel.focus({ preventScroll: true });
    } else if (hadFocus) giveBack();
  }

  function giveBack() {
    if (returnTo?.isConnected && returnTo !== document.body) returnTo.focus({ preventScroll: true });
    else document.activeElement?.blur();
    returnTo = null;
  }

  const problems = (panel) => [...panel.querySelectorAll("li, details > pre")].map((item) => item.textContent);

  /// A panel that was closed stays closed until something else is wrong.
  function isClosed(panel) {
    const known = JSON.parse(sessionStorage.getItem(closed.key) ?? "[]");
    const isKnown = problems(panel).every((problem) => known.includes(problem));
    panel.querySelector("details").open = !isKnown;
    return isKnown;
  }

  function wirePanel(panel) {
    const details = panel.querySelector("details");
    details.addEventListener("toggle", () => {
      if (details.open) sessionStorage.removeItem(closed.key);
      else sessionStorage.setItem(closed.key, JSON.stringify(problems(panel)));
    });
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      details.open = false;
      giveBack();
    });
  }

  // The checks beside the page.

  const aside = root.querySelector(".colonna");
  const isOpen = () => Boolean(aside) && !aside.hidden;

  function wireBar() {
    const link = root.querySelector(".controlli");
    if (!link) return;
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", String(isOpen()));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (isOpen()) closeColumn();
      else openColumn(true);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
    // The focus is never below the bar (WCAG 2.4.11).
    document.documentElement.style.scrollPaddingBottom = "4rem";
  }

  async function openColumn(takesFocus) {
    aside.hidden = false;
    sessionStorage.setItem(column.key, "1");
    root.querySelector(".controlli").setAttribute("aria-expanded", "true");
    document.documentElement.style.setProperty("margin-inline-end", "min(28rem, 40vw)");
    await fillColumn();
    if (takesFocus) aside.querySelector("h2")?.focus();
  }

  function closeColumn() {
    aside.hidden = true;
    outline(null);
    sessionStorage.removeItem(column.key);
    document.documentElement.style.removeProperty("margin-inline-end");
    const link = root.querySelector(".controlli");
    link.setAttribute("aria-expanded", "false");
    link.focus();
  }

  async function fillColumn() {
    const link = root.querySelector(".controlli");
    const response = await fetch(`${link.getAttribute("href")}?parte`);
    if (!response.ok) return;
    const text = await response.text();
    if (aside.dataset.text === text) return runAxe(aside);
    aside.dataset.text = text;
    const scroll = aside.scrollTop;
    aside.innerHTML = text;
    aside.querySelector(".chiudi")?.addEventListener("click", closeColumn);
    aside.scrollTop = scroll;
    await runAxe(aside);
  }

  // Accessibility of the page at hand.

  const IMPACTS = ["critical", "serious", "moderate", "minor"];

  function loadAxe(address) {
    if (window.axe) return Promise.resolve();
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      host.append(script);
    });
  }

  async function runAxe(place) {
    const box = place.querySelector(".axe");
    if (!box) return;
    outline(null);
    try {
      await loadAxe(box.dataset.script);
    } catch {
      return;
    }
    const { violations } = await window.axe.run(
      { exclude: [["bilancio-anteprima"]] },
      { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    );
    violations.sort((a, b) => IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact));
    box.replaceChildren();
    if (!violations.length) {
      box.append(part("p", box.dataset.nessuno));
      return;
    }
    const list = part("ol", "");
    for (const violation of violations) {
      const item = part("li", "");
      item.append(part("p", `${violation.help} (${violation.impact}, ${violation.id})`));
      for (const node of violation.nodes) {
        const button = part("button", `${box.dataset.mostra} ${node.html.slice(0, 120)}`);
        button.type = "button";
        button.addEventListener("click", () => outline(find(node.target)));
        item.append(button);
      }
      list.append(item);
    }
    box.append(list);
  }

  function part(name, text) {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  }

  /// An element by axe's path, which has a list for what stands in a shadow tree.
  function find(target) {
    let place = document;
    let found = null;
    for (const selector of target.flat()) {
      found = place.querySelector(selector);
      place = found?.shadowRoot ?? found;
      if (!place) return null;
    }
    return found;
  }

  let outlined = null;

  function outline(element) {
    outlined = element;
    element?.scrollIntoView({ block: "center" });
    placeOutline();
  }

  function placeOutline() {
    const box = root.querySelector(".contorno");
    if (!box) return;
    box.hidden = !outlined?.isConnected;
    if (box.hidden) return;
    const { left, top, width, height } = outlined.getBoundingClientRect();
    Object.assign(box.style, {
      left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`,
    });
  }

  addEventListener("scroll", placeOutline, { passive: true });
  addEventListener("resize", placeOutline);
  aside?.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeColumn();
  });

  // News.

  const channel = new BroadcastChannel("bilancio-anteprima");
  let isFirst = true;

  /// A browser keeps six connections to one server, so one window asks for the news of all.
  function listen() {
    const source = new EventSource("/_preview/eventi");
    const pass = (news) => {
      channel.postMessage(news);
      hear(news);
    };
    for (const name of ["fatto", "controllato"]) {
      source.addEventListener(name, (event) => pass({ name, pages: JSON.parse(event.data).pagine }));
    }
    source.addEventListener("error", () => {
      pass({ name: "fermo" });
      // After its network failed for good, a browser no longer asks by itself.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
    });
    // The first news of a connection tell what is there already.
    source.addEventListener("open", () => {
      isFirst = true;
      say(null);
    });
  }

  function hear({ name, pages }) {
    if (name === "fermo") {
      say(part("p", host.dataset.fermo));
      return;
    }
    refresh();
    const isNews = name === "fatto" && !isFirst;
    isFirst = false;
    if (!isNews || !pages.length || pages.some((page) => page.indirizzo === here)) {
      if (name === "fatto" || pages.length === 0) say(null);
      return;
    }
    const note = part("p", `${host.dataset.cambiata} `);
    for (const [place, page] of pages.entries()) {
      const link = part("a", page.titolo);
      link.href = `/${page.indirizzo}`;
      if (place) note.append(", ");
      note.append(link);
    }
    say(note);
  }

  function say(note) {
    root.querySelector(".novita")?.replaceChildren(...(note ? [note] : []));
  }

  const panel = root.querySelector(".pannello");
  if (panel) {
    wirePanel(panel);
    if (!isClosed(panel)) panel.focus({ preventScroll: true });
  }
  wireBar();
  if (aside && here !== undefined && sessionStorage.getItem(column.key)) openColumn(false);
  if (!aside) runAxe(document);
  channel.onmessage = (event) => {
    isFirst = false;
    hear(event.data);
  };
  // Whoever holds the lock asks; when its window closes, the next one does.
  if (navigator.locks) navigator.locks.request("bilancio-anteprima", () => new Promise(listen));
  else listen();
  // Something may have happened while the page came.
  refresh();
})();
