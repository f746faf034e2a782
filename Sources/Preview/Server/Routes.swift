import Files

/// The addresses of the preview's own pages and parts, which no page of a site has.
enum Routes {
  static let overview = "/_preview/"
  static let script = "/_preview/preview.js"
  static let style = "/_preview/preview.css"
  static let axe = "/_preview/axe.js"
  static let news = "/_preview/eventi"
  static let entrance = "/_preview/entra"
  static let pages = "/_preview/pagine/"

  /// The checks of a page, by its address relative to the site's root.
  static func controls(of address: String) -> String { pages + Path.encoded(address) }
}
