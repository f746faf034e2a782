globalThis.paper = function () {
  const wrong = [];
  // The whole document is a book, whose contents are printed.
  const CHROME = ".skiplinks, [data-element=main-navigation], [data-element=breadcrumb], " +
    "body:not([data-page=document]) [data-element=page-index], [data-element=feedback], " +
    "main form, footer nav, footer .link-list";
  for (const each of document.querySelectorAll(CHROME))
    if (probe.seen(each)) wrong.push(["is printed, and is of no use on paper: hide it in print", probe.html(each)]);
  for (const each of [document.querySelector("h1"), document.querySelector("main")])
    if (!each || !probe.seen(each)) wrong.push(["the content is not printed", each ? probe.html(each) : ""]);
  for (const each of document.querySelectorAll("main a[href^=http]")) {
    const after = getComputedStyle(each, "::after").content;
    if (probe.seen(each) && !/attr\(href/.test(after) && !after.includes(each.getAttribute("href")) &&
        !probe.text(each).includes(each.getAttribute("href")))
      wrong.push(["its address is not printed: write it after the link with `attr(href)`", probe.html(each)]);
  }
  for (const each of document.querySelectorAll("main details:not([open])")) {
    if (each.matches(CHROME) || each.closest(CHROME) || each.querySelector("[data-element=page-index]") || !probe.seen(
      each)) continue;
    const inside = [...each.children].find((child) => child.tagName !== "SUMMARY" && probe.text(child));
    if (inside && !probe.rendered(inside))
      wrong.push(["stays folded on paper, where nobody can open it: show `::details-content` in print", probe.html(
        each)]);
  }
  if (document.documentElement.scrollWidth > innerWidth)
    wrong.push([`is ${document.documentElement.scrollWidth} px wide on a sheet of ${innerWidth}`, ""]);
  // A box that scrolls on a screen is cut off on paper, or runs over its edge.
  for (const each of document.querySelectorAll("main table")) {
    const room = each.parentElement.getBoundingClientRect();
    if (probe.seen(each) && each.getBoundingClientRect().right > room.right + 1)
      wrong.push(["is wider than the sheet: let its cells wrap, or print it smaller", probe.html(each)]);
  }
  const ground = getComputedStyle(document.body).backgroundColor;
  if (!/^rgba\(.*, 0\)$|^rgb\(255, 255, 255\)$/.test(ground))
    wrong.push([`prints a ground of ${ground}: leave it white`, ""]);
  return wrong;
};
