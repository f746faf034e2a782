// A form is checked while it is typed, and what is typed is kept.

import { points } from "./points.js";
import { answered, replace } from "./save.js";

const rest = 600;
const firstRest = 1500;
const draftRest = 1500;

/// Sends the form, or some of its controls, to its own address with another button.
async function send(form, action, signal, { only, keepalive = false, isLast = false } = {}) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (!only || /^([^.]+|k\..*)$/.test(name) || only.has(name.replace(/^[bl]\./, "f."))) body.append(name, value);
  }
  body.set("azione", action);
  if (isLast) body.set("via", "1");
  const response = await fetch(form.action, { method: "POST", body, signal, keepalive });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/// Watches a form: fields are checked when they were left, or after a rest; then while they are typed.
///
/// @param renewed called when the page has become that of after a save.
export function check(form, renewed) {
  const status = document.getElementById("esito");
  const frame = document.querySelector(".accanto iframe");
  const touched = new Set();
  // The controls in which something was typed or chosen since the page came.
  const changed = new Set();
  let isDirty = false;
  let timer;
  let draftTimer;
  let running;
  let told = { time: 0, text: "" };
  let isSure = false;
  // Two windows on one page keep what is typed apart.
  const window = document.createElement("input");
  window.type = "hidden";
  window.name = "w";
  window.value = crypto.randomUUID();
  form.append(window);

  const pointAll = () => form.querySelectorAll(".messaggi").forEach(points);
  pointAll();

  const field = (target) => target.name?.replace(/^[fn]\./, "");

  /// Says how many problems there are, seldom enough not to interrupt.
  function tell(count) {
    const text = count === 0 ? "Nessun problema in questo modulo." : count === 1 ? "1 problema" : `${count} problemi`;
    const now = Date.now();
    if (text === told.text || now - told.time < 5000) return;
    told = { time: now, text };
    status.textContent = text;
  }

  /// - `isFirst`: whether it is what the form alone says, before all checks are through: it takes nothing back.
  function show(answer, isFirst = false) {
    if (answer.guasto) {
      status.textContent = answer.guasto;
      return;
    }
    for (const list of form.querySelectorAll(".messaggi")) {
      const name = list.id.slice(2);
      const lines = answer.campi?.[name] ?? "";
      if (isFirst && !lines) continue;
      // What was not touched is not judged while something else is typed; what is mended goes at once.
      if (lines && list.hidden && !touched.has(name)) continue;
      if (list.dataset.detto === lines) continue;
      list.dataset.detto = lines;
      list.innerHTML = lines;
      list.hidden = !lines;
      points(list);
      const control = document.getElementById(`f.${name}`);
      if (!control) continue;
      const isWrong = lines.includes('class="error"');
      if (isWrong) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
      const marks = ["a", ...(lines ? ["m"] : []), ...(document.getElementById(`e.${name}`) ? ["e"] : [])];
      control.setAttribute("aria-describedby", marks.map((mark) => `${mark}.${name}`).join(" "));
    }
    for (const [name, text] of Object.entries(answer.eco ?? {})) {
      const echo = document.getElementById(`e.${name}`);
      if (echo && echo.textContent !== text) echo.textContent = text;
    }
    if (isFirst) return;
    tell(answer.conta);
    const others = document.getElementById("presenti");
    if (others && others.textContent !== answer.presenti) others.textContent = answer.presenti;
    if (frame && answer.pagina) renew(frame);
  }

  /// The page beside, as it would be; where the reader was.
  function renew(frame) {
    go(frame, `${form.getAttribute("action")}?vista=bozza&${Date.now()}`);
  }

  function go(frame, address) {
    const place = frame.contentWindow?.scrollY ?? 0;
    frame.addEventListener("load", () => frame.contentWindow?.scrollTo(0, place), { once: true });
    frame.contentWindow.location.replace(address);
  }

  async function run() {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    let isOver = false;
    // What one field says by itself is there at once; what hangs on the others comes after.
    send(form, "campo", mine.signal).then((answer) => isOver || show(answer, true), () => {});
    try {
      const answer = await send(form, "controlla", mine.signal);
      isOver = true;
      show(answer);
    } catch (error) {
      // A newer one is on its way.
      if (error.name !== "AbortError") stopped();
    }
  }

  /// The program has been closed: nothing is lost as long as this page is open.
  function stopped() {
    status.textContent =
      "Lo studio non risponde: forse è stato chiuso. Il testo è ancora qui: riapri lo studio, poi copialo da questa finestra.";
  }

  /// Saves and stays: the page becomes that of after it, with the focus, the place and what is typed meanwhile as they are.
  async function save(button) {
    stop();
    changed.clear();
    isDirty = false;
    status.textContent = "";
    form.setAttribute("aria-busy", "true");
    try {
      replace(form, await answered(form, button), changed);
    } catch {
      isDirty = true;
      stopped();
      return;
    } finally {
      form.removeAttribute("aria-busy");
    }
    touched.clear();
    pointAll();
    // The page beside follows by itself, unless it is what was typed.
    if (frame?.contentWindow?.location.search.startsWith("?vista=bozza")) go(frame, frame.getAttribute("src"));
    renewed();
  }

  function stop() {
    clearTimeout(timer);
    clearTimeout(draftTimer);
    running?.abort();
  }

  /// Before the page is left for the answer, whether there will be one.
  async function sure(event) {
    const button = event.submitter;
    event.preventDefault();
    try {
      await fetch("/_studio/studio.css", { method: "HEAD", cache: "no-store" });
    } catch {
      stopped();
      return;
    }
    isSure = true;
    form.requestSubmit(button);
  }

  function later(time) {
    clearTimeout(timer);
    timer = setTimeout(run, time);
  }

  function keep(keepalive = false) {
    clearTimeout(draftTimer);
    if (!isDirty) return;
    // When the page is left nobody reads an answer any more.
    send(form, "bozza", undefined, { only: changed, keepalive, isLast: keepalive }).catch(() => keepalive || stopped());
  }

  form.addEventListener("input", (event) => {
    isDirty = true;
    changed.add(event.target.name);
    const name = field(event.target);
    later(touched.has(name) ? rest : firstRest);
    clearTimeout(draftTimer);
    draftTimer = setTimeout(() => {
      touched.add(name);
      keep();
    }, draftRest);
  });
  form.addEventListener("change", (event) => {
    touched.add(field(event.target));
    changed.add(event.target.name);
    later(0);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === "salva") {
      event.preventDefault();
      return save(event.submitter);
    }
    if (!isSure) return sure(event);
    isSure = false;
    isDirty = false;
    stop();
  });
  addEventListener("pagehide", () => keep(true));
}
