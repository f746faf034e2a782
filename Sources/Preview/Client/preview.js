// What the preview adds to each page it shows: the page follows its texts, its mistakes stand over it,
// and its checks stand beside it. The built site has none of this.

import { dressBar, fillColumn, reopenColumn } from "./column.js";
import { here, host, isOpen } from "./host.js";
import { addStyles, adopt, children } from "./morph.js";
import { follow } from "./news.js";
import { showElement } from "./panel.js";
import { makeRoom } from "./room.js";

let state = host.dataset.stato;
let isBusy = false;
let isDue = false;
const isOwn = (node) => node === host || (node.nodeName === "SCRIPT" && node.src?.includes("/_preview/"));

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
  children(document.head, page.head, isOwn);
  children(document.body, page.body, isOwn);
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

/// The scripts of a page that run: a page with others must be reloaded.
function scripts(page) {
  return [...page.querySelectorAll("script:not([type='application/ld+json'], bilancio-anteprima *)")]
    .map((script) => script.getAttribute("src") + script.text)
    .join("\n");
}

dressBar();
makeRoom();
reopenColumn();
follow(refresh);
