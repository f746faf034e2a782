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

/// What browsers load of the preview's own, by its address.
enum ClientFiles {
  static let all: [String: [UInt8]] = [
    Routes.style: PackageResources.preview_css, Routes.script: PackageResources.preview_js,
    Routes.overview + "column.js": PackageResources.column_js,
    Routes.overview + "examination.js": PackageResources.examination_js,
    Routes.overview + "host.js": PackageResources.host_js,
    Routes.overview + "morph.js": PackageResources.morph_js,
    Routes.overview + "news.js": PackageResources.news_js,
    Routes.overview + "panel.js": PackageResources.panel_js,
    Routes.overview + "room.js": PackageResources.room_js,
  ]
}
