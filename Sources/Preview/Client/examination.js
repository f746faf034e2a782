// Accessibility of the page at hand, as axe sees it.

import { aside, host, part, root } from "./host.js";

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
export function examine() {
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

export function outline(element) {
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
