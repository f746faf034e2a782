// The page that an office fills in: what is typed stays in this browser, and is saved as a file to send back.
"use strict";

const form = document.getElementById("contributo");
const state = document.getElementById("esito");
const key = document.getElementById("chiave");
const place = `bilancio-contributo-${form.elements.codice.value}`;

for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem(place) ?? "{}"))) {
  if (form.elements[name]) form.elements[name].value = value;
}

form.addEventListener("input", () => {
  const values = {};
  for (const control of form.elements) if (control.name?.startsWith("f.")) values[control.name] = control.value;
  localStorage.setItem(place, JSON.stringify(values));
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = new URLSearchParams(new FormData(form)).toString();
  const bytes = new TextEncoder().encode(`${key.textContent}\n${text}`);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sign = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${text}&firma=${sign}\n`], { type: "text/plain" }));
  link.download = `contributo-${key.dataset.nome || "ufficio"}.txt`;
  link.click();
  state.textContent = `Salvato come ${link.download}: rimandalo a chi te lo ha chiesto.`;
});
