// Makes a page the same as another and leaves alone what is the same in both.

import { host } from "./host.js";

/// Adds the style sheets that a new state of the page has, and waits for them, so that nothing flashes.
export async function addStyles(page) {
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

export function adopt(from, to) {
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
export function children(from, to) {
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
