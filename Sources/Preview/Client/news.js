// News of the texts, and which page they are about.

import { here, host, part, root } from "./host.js";

const channel = new BroadcastChannel("bilancio-anteprima");
let isFirst = false;
let refresh = () => {};

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
    // After its network failed for good, a browser no longer reconnects on its own.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  });
  source.addEventListener("open", () => pass({ name: "aperto" }));
}

function hear({ name, pages }) {
  if (name === "fermo") return say(part("p", host.dataset.fermo));
  if (name === "aperto") {
    // The first message of a connection describes what is shown already.
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
  // What was announced already is not announced again.
  if (!place || place.textContent === (note?.textContent ?? "")) return;
  place.replaceChildren(...(note ? [note] : []));
}

/// Listens for as long as the page is open.
///
/// @param follow called when there is something new to show.
export function follow(follow) {
  refresh = follow;
  channel.onmessage = (event) => hear(event.data);
  // Whoever holds the lock asks; when its window closes, the next one does. A page that did not come
  // from this machine has no locks, and looks every second instead.
  if (navigator.locks) navigator.locks.request("bilancio-anteprima", () => new Promise(listen));
  else setInterval(() => document.hidden || refresh(), 1000);
  // Something may have happened while the page came.
  refresh();
}
