// Saving without leaving the page.

import { children } from "/_preview/morph.js";

/// What scripts have put into the page.
const isOwn = (node) => node.matches?.(".conteggio, .strumenti, .incollato, dialog, [name='w']");

/// A field is another where its control is.
const identity = (element) => element.id || element.querySelector("[id]")?.id;

/// Sends a form, and gives the page that answers; throws where nobody does.
export async function answered(form, button) {
  const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, button)) });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // Loaded anew it shows the same, where it has an address of its own.
  if (response.redirected) history.replaceState(null, "", response.url);
  return page;
}

/// Makes the page the one that answered; what was typed meanwhile stays typed.
///
/// @param typed the names of the controls in which something was typed since the form was sent.
export function replace(form, page, typed) {
  const values = [...typed].map((name) => [name, form.elements[name]?.value]);
  document.title = page.title;
  children(document.body, page.body, isOwn, identity);
  if (!form.isConnected) {
    // Another page came: why it was not saved, and what was typed, to be copied.
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
    return;
  }
  // What was sent is what the page says, as the file has it now.
  form.reset();
  for (const [name, value] of values) {
    if (value !== undefined && form.elements[name]) form.elements[name].value = value;
  }
}
