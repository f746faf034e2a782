import Diagnostics
import SocialReport

/// What proves something and stands on another's site is kept as a copy.
enum MissingCopies {
  static let rule = Rule(
    .missingCopy, .warning, .links,
    Phrase(
      it: "Di una fonte che sta su un sito altrui si conserva una copia.",
      en: "Of a source on another's site a copy is kept."),
    why: Phrase(
      it: "Le pagine altrui cambiano e spariscono: fra due anni la prova non ci sarebbe più.",
      en: "Others' pages change and vanish: in two years the proof would be gone."),
    source: "CAD, art. 44 (conservazione)",
    wrong: [.fields(.sources, fields("⟦https://www.altrui.example/rapporto⟧"))],
    right: [
      .fields(.sources, fields("https://bilancio.example.it/registro")),
      .fields(.sources, fields("https://www.normattiva.it/legge")),
    ], onReport: check)

  private static func fields(_ url: String) -> String {
    """
    voci:
      - id: registro-iscritti
        titolo: Registro degli iscritti
        organizzazione: Un istituto
        tipo: rapporto
        qualita: ufficiale
        url: \(url)
    """
  }

  /// Addresses that are made to last.
  private static let permanent = [
    "normattiva.it", "eur-lex.europa.eu", "gazzettaufficiale.it", "doi.org", "web.archive.org",
  ]

  private static func check(_ report: Report) -> [Finding] {
    let own = ownHosts(report.site) + permanent
    return report.editions.flatMap(\.sources).compactMap { source in
      guard let url = source.url, source.archived == nil else { return nil }
      let host = host(of: url.value)
      guard !own.contains(where: { host == $0 || host.hasSuffix("." + $0) }) else { return nil }
      return Finding(
        Phrase(
          it: "la fonte sta su un altro sito e non ha una copia",
          en: "the source is on another site and has no copy"),
        help: Phrase(
          it: "salva il documento accanto e scrivi `copia: {file: …}`",
          en: "save the document beside and write `archived: {file: …}`"), at: url.place)
    }
  }

  private static func ownHosts(_ site: SiteInfo) -> [String] {
    let links = (site.menu?.addresses ?? []) + (site.footer?.addresses ?? [])
    return ([site.baseURL.value] + links.map(\.value)).map {
      let host = host(of: $0)
      return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }.filter { !$0.isEmpty && $0 != "form.agid.gov.it" }
  }

  private static func host(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return "" }
    return url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }.lowercased()
  }
}
