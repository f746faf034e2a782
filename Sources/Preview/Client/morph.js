// Makes a page the same as another and leaves alone what is the same in both.

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

/// Makes the children of one element those of another, and leaves alone what is the same: so the place
/// on the page, the focus and what was typed stay.
///
/// @param isOwn whether a node was put into the page by scripts, and stays.
/// @param identity what an element is known by: where that differs it is another.
export function children(from, to, isOwn = () => false, identity = (element) => element.id) {
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
  const before = old[old.length - end] ?? old.at(-1)?.nextSibling ?? null;
  const [removed, added] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  for (const [place, node] of added.entries()) {
    const there = removed[place];
    if (!there) from.insertBefore(document.importNode(node, true), before);
    else if (there.nodeName !== node.nodeName) there.replaceWith(document.importNode(node, true));
    else if (there.nodeType !== Node.ELEMENT_NODE) there.nodeValue = node.nodeValue;
    else if (identity(there) !== identity(node)) there.replaceWith(document.importNode(node, true));
    else {
      adopt(there, node);
      children(there, node, isOwn, identity);
    }
  }
  for (const node of removed.slice(added.length)) node.remove();
}
