/// What search engines are told of the whole site.
package enum Robots {
  /// For every file of a place of trial
  /// (https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag).
  static let header = ("X-Robots-Tag", "noindex, nofollow")

  /// By which a release of trial is known again.
  private static let mark = "# bilancio: una prova, che non va nei motori di ricerca.\n"

  /// Engines that heed `noindex` have to read it; all others are kept away.
  private static let trial =
    mark
    + "# Google e Bing leggono in ogni pagina «noindex», e la lasciano fuori; gli altri non entrano.\n"
    + "User-agent: Googlebot\nUser-agent: Bingbot\nAllow: /\n\nUser-agent: *\nDisallow: /\n"

  static func text(baseURL: String, isTrial: Bool) -> [UInt8] {
    Array(
      (isTrial ? trial : "User-agent: *\nAllow: /\nSitemap: \(baseURL)sitemap.xml\n").utf8)
  }

  /// Whether a site with this file was made for a place of trial.
  package static func isOfTrial(_ bytes: [UInt8]) -> Bool { bytes.starts(with: mark.utf8) }
}
