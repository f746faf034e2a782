// The preview's element in the page, and what stands in its shadow tree.

export const host = document.querySelector("bilancio-anteprima");
if (!host.shadowRoot) {
  // A browser that does not know shadow trees in markup.
  const template = host.querySelector("template");
  host.attachShadow({ mode: "open" }).append(template.content);
  template.remove();
}
export const root = host.shadowRoot;
/// The address of the page relative to the site's root; undefined for a page of the preview itself.
export const here = host.dataset.pagina;
/// The column of checks; null on a page of the preview itself.
export const aside = root.querySelector(".colonna");

export const isOpen = () => Boolean(aside) && !aside.hidden;

export function part(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
