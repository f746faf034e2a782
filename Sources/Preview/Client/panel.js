// The mistakes over the page.

import { closeColumn, dressBar } from "./column.js";
import { aside, isOpen, root } from "./host.js";
import { children } from "./morph.js";
import { makeRoom } from "./room.js";

const KEY = "bilancio-pannello-chiuso";

let returnTo = null;

/// Puts the bar and the panel of a new state in place of those that are there.
export function showElement(content) {
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
  const known = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
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
  if (panel.querySelector("details").open) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(problems(panel)));
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

const panel = root.querySelector(".pannello");
if (panel) {
  wirePanel(panel);
  if (!isClosed(panel)) panel.focus({ preventScroll: true });
}
