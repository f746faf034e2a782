// Room for what the preview lays over a page.

import { aside, isOpen, root } from "./host.js";

const room = new CSSStyleSheet();
document.adoptedStyleSheets.push(room);

/// Leaves room beside the page for the column and below it for the bar and the panel, so that all of the
/// page can be reached and what has the focus is never covered (WCAG 2.4.11); not on paper.
export function makeRoom() {
  const heights = [...root.querySelectorAll(".pannello, .barra")].map((part) => part.offsetHeight);
  const below = Math.max(0, ...heights) + 16;
  const beside = isOpen() && aside.offsetWidth < innerWidth ? aside.offsetWidth : 0;
  room.replaceSync(`@media screen { html { scroll-padding-bottom: ${below}px; margin-inline-end: ${beside}px }
    body { padding-block-end: ${below}px } }`);
}
