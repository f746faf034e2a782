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
    const pictures = changedPictures(element);
    const content = element.querySelector("template").content;
    element.remove();
    const outdated = await addStyles(page);
    adopt(document.documentElement, page.documentElement);
    adopt(document.body, page.body);
    children(document.head, page.head);
    children(document.body, page.body);
    for (const link of outdated) link.remove();
    for (const picture of document.images) renew(picture, pictures);
    host.dataset.stato = state;
    host.dataset.immagini = element.dataset.immagini;
    showElement(content);
    if (isOpen()) fillColumn();
  }

  /// The pictures of which the file is another, though its address is the same.
  function changedPictures(element) {
    const versions = ({ dataset }) => JSON.parse(dataset.immagini || "{}");
    const [old, now] = [versions(host), versions(element)];
    return Object.fromEntries(Object.entries(now).filter(([address, version]) => old[address] !== version));
  }

  function renew(picture, versions) {
    const address = picture.getAttribute("src").split("?")[0];
    // A browser shows what it has of the same address; another query makes it ask.
    if (versions[address]) picture.src = `${address}?${versions[address]}`;
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
    const had = links(document.head).filter((link) => link.sheet).map((link) => link.getAttribute("href"));
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
    // What the reader folded away or unfolded stays so.
    const names = (element) => [...element.attributes].map(({ name }) => name).filter((name) => name !== "open");
    for (const name of names(from)) {
      if (!to.hasAttribute(name)) from.removeAttribute(name);
    }
    for (const name of names(to)) {
      const value = to.getAttribute(name);
      // A picture that was renewed has a query.
      if (name === "src" && from.getAttribute(name)?.split("?")[0] === value) continue;
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
    const [panel, old] = [content.querySelector(".pannello"), root.querySelector(".pannello")];
    const hadFocus = old !== null && (old === root.activeElement || old.contains(root.activeElement));
    const bar = root.querySelector(".barra");
    if (bar) {
      children(bar, content.querySelector(".barra"));
      dressBar();
    }
    if (old && panel && problems(old).join() === problems(panel).join()) {
      // The same mistakes may stand on other lines.
      children(old, panel);
      return;
    }
    old?.remove();
    if (panel) {
      bar.before(panel);
      if (!old) returnTo = document.activeElement;
      wirePanel(panel);
      if (!isClosed(panel) && (!old || hadFocus)) panel.focus({ preventScroll: true });
    } else if (hadFocus) giveBack();
    makeRoom();
  }

  function giveBack() {
    if (returnTo?.isConnected && returnTo !== document.body) returnTo.focus({ preventScroll: true });
    else document.activeElement?.blur();
    returnTo = null;
  }

  /// What is wrong, whatever line it stands on.
  const problems = (panel) => [...panel.querySelectorAll("[data-chiave]")].map((item) => item.dataset.chiave);

  /// A panel that was closed stays closed until something else is wrong.
  function isClosed(panel) {
    const known = JSON.parse(sessionStorage.getItem(closed.key) ?? "[]");
    const isKnown = problems(panel).every((problem) => known.includes(problem));
    const details = panel.querySelector("details");
    if (isKnown) details.open = false;
    return !details.open;
  }

  function wirePanel(panel) {
    panel.querySelector("details").addEventListener("toggle", () => remember(panel));
  }

  /// What was folded away or unfolded is so on the next page too.
  function remember(panel) {
    if (panel.querySelector("details").open) sessionStorage.removeItem(closed.key);
    else sessionStorage.setItem(closed.key, JSON.stringify(problems(panel)));
    makeRoom();
  }

  /// Escape closes what was opened last: the column where the focus is in it, else the panel.
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const details = root.querySelector(".pannello details[open]");
    if (isOpen() && (aside.contains(root.activeElement) || !details)) closeColumn();
    else if (details) {
      const hadFocus = details.parentNode === root.activeElement || details.contains(root.activeElement);
      details.open = false;
      remember(details.parentNode);
      if (hadFocus) giveBack();
    }
  });

  const room = new CSSStyleSheet();
  document.adoptedStyleSheets.push(room);

  /// Leaves room beside the page for the column and below it for the bar and the panel, so that all of the
  /// page can be reached and what has the focus is never covered (WCAG 2.4.11); not on paper.
  function makeRoom() {
    const heights = [...root.querySelectorAll(".pannello, .barra")].map((part) => part.offsetHeight);
    const below = Math.max(0, ...heights) + 16;
    const beside = isOpen() && aside.offsetWidth < innerWidth ? aside.offsetWidth : 0;
    room.replaceSync(`@media screen { html { scroll-padding-bottom: ${below}px; margin-inline-end: ${beside}px }
      body { padding-block-end: ${below}px } }`);
  }

  // The checks beside the page.

  const aside = root.querySelector(".colonna");
  const isOpen = () => Boolean(aside) && !aside.hidden;

  /// With scripts, the link to the checks opens them beside the page.
  function dressBar() {
    const link = root.querySelector(".controlli");
    link?.setAttribute("role", "button");
    link?.setAttribute("aria-expanded", String(isOpen()));
  }

  function toggleColumn(event) {
    if (!event.target.closest?.(".controlli")) return;
    event.preventDefault();
    if (isOpen()) closeColumn();
    else openColumn(true);
  }

  async function openColumn(takesFocus) {
    aside.hidden = false;
    sessionStorage.setItem(column.key, "1");
    root.querySelector(".controlli").setAttribute("aria-expanded", "true");
    makeRoom();
    await fillColumn();
    if (takesFocus) aside.querySelector("h2")?.focus();
  }

  function closeColumn() {
    aside.hidden = true;
    outline(null);
    sessionStorage.removeItem(column.key);
    makeRoom();
    const link = root.querySelector(".controlli");
    link.setAttribute("aria-expanded", "false");
    link.focus();
  }

  async function fillColumn() {
    const link = root.querySelector(".controlli");
    const response = await fetch(`${link.getAttribute("href")}?parte`).catch(() => null);
    const text = response?.ok ? await response.text() : `<p>${part("p", host.dataset.fermo).innerHTML}</p>`;
    if (aside.dataset.text !== text) {
      aside.dataset.text = text;
      const next = document.createElement("aside");
      next.innerHTML = text;
      children(aside, next);
    }
    examine();
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

  let examination = Promise.resolve();
  let examinations = 0;

  /// Looks at the page as it is now; of several looks that wait for each other only the last is taken.
  function examine() {
    const mine = ++examinations;
    examination = examination.then(() => (mine === examinations ? runAxe() : null)).catch(() => null);
  }

  async function runAxe() {
    const box = aside.querySelector(".axe");
    if (!box) return;
    outline(null);
    await loadAxe(box.dataset.script);
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
  aside?.addEventListener("click", (event) => {
    if (event.target.closest(".chiudi")) closeColumn();
  });
  root.addEventListener("click", toggleColumn);
  root.addEventListener("keydown", (event) => {
    if (event.key === " ") toggleColumn(event);
  });

  // News.

  const channel = new BroadcastChannel("bilancio-anteprima");
  let isFirst = false;

  /// A browser keeps six connections to one server, so one window asks for the news of all.
  function listen() {
    const source = new EventSource("/_preview/eventi");
    const pass = (news) => {
      channel.postMessage(news);
      hear(news);
    };
    for (const name of ["fatto", "controllato"]) {
      source.addEventListener(name, (event) => pass({ name, pages: JSON.parse(event.data) }));
    }
    source.addEventListener("error", () => {
      pass({ name: "fermo" });
      // After its network failed for good, a browser no longer asks by itself.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
    });
    source.addEventListener("open", () => pass({ name: "aperto" }));
  }

  function hear({ name, pages }) {
    if (name === "fermo") return say(part("p", host.dataset.fermo));
    if (name === "aperto") {
      // The first news of a connection tell what is there already.
      isFirst = true;
      return say(null);
    }
    refresh();
    const isOld = isFirst;
    isFirst = false;
    if (name !== "fatto") return;
    if (isOld || !pages.length || pages.some((page) => page.indirizzo === here)) return say(null);
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
    const place = root.querySelector(".novita");
    // What is said already is not said again.
    if (!place || place.textContent === (note?.textContent ?? "")) return;
    place.replaceChildren(...(note ? [note] : []));
  }

  const panel = root.querySelector(".pannello");
  if (panel) {
    wirePanel(panel);
    if (!isClosed(panel)) panel.focus({ preventScroll: true });
  }
  dressBar();
  makeRoom();
  if (aside && here !== undefined && sessionStorage.getItem(column.key)) openColumn(false);
  channel.onmessage = (event) => hear(event.data);
  // Whoever holds the lock asks; when its window closes, the next one does. A page that did not come
  // from this machine has no locks, and looks every second instead.
  if (navigator.locks) navigator.locks.request("bilancio-anteprima", () => new Promise(listen));
  else setInterval(() => document.hidden || refresh(), 1000);
  // Something may have happened while the page came.
  refresh();
})();
