// What is pasted from Word, LibreOffice, Google Docs or Excel, as Markdown; what is left out is told.

/// Nil where the plain text says the same.
export function pasted(data) {
  const html = data?.getData("text/html");
  if (!html || !/<(p|h[1-6]|ul|ol|li|table|b|strong|i|em|a)\b/i.test(html)) return null;
  // Under another name, since the page's policy lets no styles in; they are only read.
  const named = html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/<[^>]*>/g, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  const page = new DOMParser().parseFromString(named, "text/html");
  const writer = new Writer();
  const text = writer.blocks(page.body).replace(/\n{3,}/g, "\n\n").trim();
  const plain = data.getData("text/plain").trim();
  if (!text || (text === plain && !writer.leftOut.size)) return null;
  return { text, leftOut: [...writer.leftOut] };
}

/// The properties of an element's style, each whole: `mso-bidi-font-weight` is none of `font-weight`.
function styles(node) {
  const pairs = (node.getAttribute("data-style") ?? "").split(";").map((part) => part.split(":"));
  return Object.fromEntries(pairs.filter((pair) => pair.length > 1)
    .map(([name, ...value]) => [name.trim().toLowerCase(), value.join(":").trim().toLowerCase()]));
}

/// What Markdown would take for the mark of a heading or a list at the beginning of a line.
function plainStart(line) {
  return line.replace(/^(#{1,6}|[-+>])(?=\s|$)/, "\\$1").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

class Writer {
  leftOut = new Set();

  blocks(element) {
    let text = "";
    let line = "";
    const flush = () => {
      if (line.trim()) text += `${line.trim().split("\n").map((one) => plainStart(one.trim())).join("\n")}\n\n`;
      line = "";
    };
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        line += this.words(node);
        continue;
      }
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const name = node.localName;
      if (/^(style|script|meta|link|title|head|xml|o:p)$/.test(name) || this.isHidden(node)) continue;
      if (/^h[1-6]$/.test(name)) {
        flush();
        const level = Math.min(Math.max(Number(name[1]), 2), 4);
        text += `${"#".repeat(level)} ${this.inline(node).trim()}\n\n`;
      } else if (name === "p" && this.item(node)) {
        flush();
        text = text.replace(/\n\n$/, text.match(/(^|\n)\s*(- |\d+\. )[^\n]*\n\n$/) ? "\n" : "\n\n");
        text += `${this.item(node)}\n\n`;
      } else if (name === "ul" || name === "ol") {
        flush();
        text += `${this.list(node, 0)}\n\n`;
      } else if (name === "table") {
        flush();
        text += `${this.table(node)}\n\n`;
      } else if (node.querySelector("p, div, ul, ol, table, h1, h2, h3, h4, h5, h6")) {
        // Google Docs puts all of it into one element of a word.
        flush();
        text += this.blocks(node);
      } else if (/^(p|div|section|article|blockquote|center|main|body)$/.test(name)) {
        flush();
        text += this.blocks(node);
        if (!text.endsWith("\n\n") && text) text += "\n\n";
      } else if (name === "br") {
        flush();
      } else if (name === "hr") {
        flush();
      } else {
        line += this.inlineOf(node);
      }
    }
    flush();
    return text;
  }

  isHidden(node) {
    const style = node.getAttribute("data-style") ?? "";
    if (/mso-hide:\s*all|display:\s*none/.test(style)) {
      this.leftOut.add("testo nascosto");
      return true;
    }
    return false;
  }

  /// A paragraph of Word's that is an item of a list.
  item(node) {
    const style = node.getAttribute("data-style") ?? "";
    const match = style.match(/mso-list:\s*l\d+ level(\d+)/);
    if (!match) return null;
    const mark = node.querySelector('[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]');
    const sign = mark?.textContent.trim() ?? "";
    mark?.remove();
    const indent = "  ".repeat(Number(match[1]) - 1);
    return `${indent}${/\d/.test(sign) ? `${parseInt(sign, 10)}.` : "-"} ${this.inline(node).trim()}`;
  }

  list(element, depth) {
    let number = Number(element.getAttribute("start") ?? 1);
    const lines = [];
    for (const item of element.children) {
      if (item.localName === "ul" || item.localName === "ol") {
        lines.push(this.list(item, depth + 1));
        continue;
      }
      const nested = [...item.children].filter((child) => /^(ul|ol)$/.test(child.localName));
      for (const list of nested) list.remove();
      const mark = element.localName === "ol" ? `${number}. ` : "- ";
      number += 1;
      lines.push(`${"   ".repeat(depth)}${mark}${this.inline(item).trim().replace(/\s*\n+\s*/g, " ")}`);
      for (const list of nested) lines.push(this.list(list, depth + 1));
    }
    return lines.join("\n");
  }

  table(element) {
    const rows = [...element.rows].map((row) =>
      [...row.cells].flatMap((cell) => {
        if (cell.colSpan > 1 || cell.rowSpan > 1) this.leftOut.add("celle unite");
        for (const item of cell.querySelectorAll("li + li, p + p")) item.prepend("; ");
        const text = this.inline(cell).trim().replace(/\s*\n+\s*/g, " ").replaceAll("|", "\\|");
        return [text, ...Array(Math.min(cell.colSpan, 20) - 1).fill("")];
      }),
    );
    const filled = rows.filter((row) => row.some((cell) => cell));
    const width = Math.max(0, ...filled.map((row) => row.length));
    if (!width) return "";
    const line = (row) => `| ${[...row, ...Array(width - row.length).fill("")].join(" | ")} |`;
    const isNumber = (place) =>
      filled.slice(1).every((row) => !row[place] || /^[-+−]?[\d.,\s]+ ?[%€]?$/.test(row[place]));
    const rule = Array.from({ length: width }, (_, place) => (filled.length > 1 && isNumber(place) ? "---:" : "---"));
    return [line(filled[0]), line(rule), ...filled.slice(1).map(line)].join("\n");
  }

  inline(element) {
    return [...element.childNodes].map((node) =>
      node.nodeType === Node.TEXT_NODE ? this.words(node) : node.nodeType === Node.ELEMENT_NODE ? this.inlineOf(node) : "",
    ).join("");
  }

  inlineOf(node) {
    const name = node.localName;
    if (/^(style|script|o:p)$/.test(name) || this.isHidden(node)) return "";
    if (name === "br") return "\n";
    if (name === "img" || name === "v:shape") {
      this.leftOut.add("immagini");
      return "";
    }
    if (name === "sup" && node.querySelector('a[href^="#_ftn"]')) {
      this.leftOut.add("note a piè di pagina");
      return "";
    }
    if (/^(del|s|strike)$/.test(name)) return this.marked(node, "~~");
    const text = this.inline(node);
    if (/^(p|div|h[1-6])$/.test(name)) return `${text}\n`;
    if (name === "sup" || name === "sub") return this.raised(text, name);
    const style = styles(node);
    const weight = style["font-weight"] ?? "";
    const isPlainBold = /^(normal|[1-5]00)$/.test(weight);
    if ((/^(b|strong)$/.test(name) && !isPlainBold) || /^(bold|[6-9]00)$/.test(weight)) {
      return this.marked(node, "**", text);
    }
    if ((/^(i|em)$/.test(name) && style["font-style"] !== "normal") || style["font-style"] === "italic") {
      return this.marked(node, "*", text);
    }
    if (name === "u" || /underline/.test(style["text-decoration"] ?? "")) this.leftOut.add("sottolineature");
    if (style.color && !/^(black|#000000|windowtext|inherit)$/.test(style.color)) this.leftOut.add("colori");
    if (name === "a") {
      const href = node.getAttribute("href") ?? "";
      if (/^(https?|mailto):/.test(href) && text.trim()) return `[${text.trim()}](${href.replace(/\)/g, "%29")})`;
    }
    return text;
  }

  /// Figures that stand high or low have signs of their own; other words are told.
  raised(text, name) {
    const signs = name === "sup" ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉";
    if (/^\d+$/.test(text.trim())) return text.replace(/\d/g, (digit) => signs[digit]);
    if (text.trim()) this.leftOut.add(name === "sup" ? "apici" : "pedici");
    return text;
  }

  marked(node, mark, text = this.inline(node)) {
    const core = text.trim();
    if (!core || core.includes("\n")) return text;
    return text.replace(core, `${mark}${core}${mark}`);
  }

  /// Words whose signs Markdown would take for its own are kept as signs.
  words(node) {
    return node.data.replace(/[\t\n\r ]+/g, " ").replace(/([\\`*_[\]<])/g, "\\$1");
  }
}
