// The checks beside the page.

import { examine, outline } from "./examination.js";
import { aside, host, isOpen, part, root } from "./host.js";
import { children } from "./morph.js";
import { makeRoom } from "./room.js";

const KEY = "bilancio-colonna";

/// With scripts, the link to the checks opens them beside the page.
export function dressBar() {
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
  sessionStorage.setItem(KEY, "1");
  root.querySelector(".controlli").setAttribute("aria-expanded", "true");
  makeRoom();
  await fillColumn();
  if (takesFocus) aside.querySelector("h2")?.focus();
}

export function closeColumn() {
  aside.hidden = true;
  outline(null);
  sessionStorage.removeItem(KEY);
  makeRoom();
  const link = root.querySelector(".controlli");
  link.setAttribute("aria-expanded", "false");
  link.focus();
}

export async function fillColumn() {
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

/// Opens the column again that was open on the page before.
export function reopenColumn() {
  if (aside && sessionStorage.getItem(KEY)) openColumn(false);
}

aside?.addEventListener("click", (event) => {
  if (event.target.closest(".chiudi")) closeColumn();
});
root.addEventListener("click", toggleColumn);
root.addEventListener("keydown", (event) => {
  if (event.key === " ") toggleColumn(event);
});
