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
