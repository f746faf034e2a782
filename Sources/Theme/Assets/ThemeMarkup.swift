import Stylesheets

/// What can occur in the pages of a theme: what its templates write, and what the program does.
enum ThemeMarkup {
  /// A page tells by it which version of the design system it uses (criterion C.SI.1.2).
  static let keptProperties: Set<String> = ["--bootstrap-italia-version"]

  static func of(_ templates: [String]) -> UsedMarkup {
    var markup = UsedMarkup()
    for template in templates { markup.collect(html: template) }
    markup.elements.formUnion(elements)
    markup.classes.formUnion(classes)
    markup.attributes.formUnion(attributes)
    return markup
  }

  /// Tells the style sheets apart of programs that write different markup.
  static var version: String {
    [elements, classes, attributes].map { $0.sorted().joined(separator: " ") }
      .joined(separator: "/")
  }

  /// Elements that Markdown makes, and charts.
  private static let elements: Set<String> = [
    "html", "head", "body", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "a", "img",
    "em", "strong", "del", "code", "pre", "blockquote", "hr", "br", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "colgroup", "col", "section", "div", "span", "sup", "svg", "title",
    "desc", "path", "text", "figure", "figcaption",
  ]
  /// Classes that the program itself writes into prose and charts.
  private static let classes: Set<String> = [
    "table", "table-responsive", "text-end", "text-center", "visually-hidden", "it-page-section",
    "fw-semibold", "mt-5", "disegno", "scintilla", "griglia", "asse", "rottura", "traguardo",
    "fondo", "linea",
    "segno-pieno", "segno-vuoto", "barra-piena", "barra-vuota", "assenza", "assente", "nome",
    "valore", "meta", "note", "parte", "d-none", "d-block", "small", "foto", "affiancate", "impila",
    "impila-larga", "impila-stampa", "stretta",
  ]
  private static let attributes: Set<String> = [
    "id", "class", "href", "src", "alt", "role", "tabindex", "scope", "aria-label",
    "aria-labelledby", "width", "height", "loading", "decoding", "lang", "title", "start",
    "viewbox", "focusable", "font-size", "font-family", "d", "x", "y", "dy", "text-anchor",
    "fill", "stroke", "stroke-width", "stroke-dasharray", "data-voce",
  ]
}
