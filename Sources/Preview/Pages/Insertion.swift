import Diagnostics
import Site
import Theme

/// What the preview puts into each page it shows: a script, and an element with the state of things.
///
/// The element's content is in a shadow tree, so that neither the theme's styles nor its own reach over;
/// a browser without scripts shows it too.
struct Insertion {
  let editor: Editor?
  /// Where the element's panel would be too long, the rest is on the page of all problems.
  private static let listed = 20
  private static let headEnd = Array("</head>".utf8)
  private static let bodyEnd = Array("</body>".utf8)

  /// A page with the preview's own parts in it, and the mark that distinguishes this state of it from others.
  func page(_ shown: RenderStore.Shown) -> (bytes: [UInt8], mark: String) {
    let problems = shown.rebuild.problems
    return page(
      shown.bytes, shown.rebuild,
      Insertion.content(panel(shown, problems), bar(shown, problems)),
      address: shown.page?.address, pictures: shown.pictures)
  }

  /// - Parameters:
  ///   - content: what stands in the element.
  ///   - address: of the page, relative to the site's root; nil for a page of the preview itself.
  ///   - pictures: the states of the pictures that it shows, by their addresses.
  func page(
    _ bytes: [UInt8], _ rebuild: Rebuild, _ content: EscapedHTML, address: String?,
    pictures: [String: String] = [:]
  ) -> (bytes: [UInt8], mark: String) {
    var json = JSONWriter()
    json.object { json in
      for (address, version) in pictures.sorted(by: { $0.key < $1.key }) {
        json.member(address, version)
      }
    }
    var hash = ContentHash()
    hash.update(bytes.span)
    hash.update(Array(content.html.utf8).span)
    hash.update(json.bytes.span)
    let mark = hash.digits
    let say = Wording(language: rebuild.language)
    let page = address.map { address -> EscapedHTML in " data-pagina=\"\(address)\"" }
    let element: EscapedHTML = """
      <bilancio-anteprima lang="\(rebuild.language.rawValue)" data-stato="\(mark)"\(page) \
      data-immagini="\(String(decoding: json.bytes, as: UTF8.self))" \
      data-fermo="\(say("L'anteprima è ferma.", "The preview has stopped."))" \
      data-cambiata="\(say("Novità in:", "News in:"))">\
      <template shadowrootmode="open"><link rel="stylesheet" href="\(Routes.style)">\
      \(content)</template></bilancio-anteprima>
      """
    let script: EscapedHTML = "<script type=\"module\" src=\"\(Routes.script)\"></script>\n"
    var result = bytes
    Insertion.insert(element, before: Insertion.bodyEnd, in: &result)
    Insertion.insert(script, before: Insertion.headEnd, in: &result)
    return (result, mark)
  }

  private static func insert(_ markup: EscapedHTML, before end: [UInt8], in bytes: inout [UInt8]) {
    let at = bytes.offset(of: end) ?? bytes.endIndex
    bytes.insert(contentsOf: markup.html.utf8, at: at)
  }

  // The element

  private static func content(_ panel: EscapedHTML?, _ bar: EscapedHTML) -> EscapedHTML {
    """
    <div role="status" class="novita"></div>\(panel)\(bar)\
    <aside class="colonna" hidden></aside><div class="contorno" hidden></div>
    """
  }

  /// One line at the foot of the window: how things are, and the way to the checks.
  private func bar(_ shown: RenderStore.Shown, _ problems: [Diagnostic]) -> EscapedHTML {
    let rebuild = shown.rebuild
    let say = Wording(language: rebuild.language)
    let state =
      rebuild.failure == nil
      ? say.summary(problems) : say("niente da leggere", "nothing to read")
    let pending =
      rebuild.isComplete ? "" : say(" (controllo in corso)", " (checks are running)")
    let own = shown.page.map { page -> EscapedHTML in
      """
      <a class="controlli" href="\(Routes.controls(of: page.address))" aria-expanded="false">\
      \(say("Controlli", "Checks"))</a>
      """
    }
    return """
      <section class="barra" aria-label="\(say("Anteprima", "Preview"))">\
      <a href="\(Routes.overview)">\(say("Sito", "Site")): \(state)\(pending)</a>\(own)</section>
      """
  }

  /// All that keeps the report from being published, over the page; nil where nothing does.
  private func panel(_ shown: RenderStore.Shown, _ problems: [Diagnostic]) -> EscapedHTML? {
    let rebuild = shown.rebuild
    let say = Wording(language: rebuild.language)
    if let failure = rebuild.failure {
      return panel(
        say, say("Il bilancio non si può leggere", "The report cannot be read"), shown,
        isOpen: true,
        "<pre tabindex=\"0\" data-chiave=\"\(failure)\">\(failure)</pre>")
    }
    guard problems.errors > 0 else { return nil }
    // Errors first, and among them those of the page that is looked at.
    let own = Set(shown.paths)
    let ranks = problems.map { problem in
      let isOwn =
        problem.place.flatMap { rebuild.sources[$0.file]?.path }.map(own.contains) ?? false
      return -2 * problem.severity.rawValue + (isOwn ? 0 : 1)
    }
    let sorted = problems.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
      .map { problems[$0] }
    var list = ProblemList(rebuild.sources, rebuild.language, editor)
    var body = list.items(sorted.prefix(Insertion.listed))
    if sorted.count > Insertion.listed {
      let rest = sorted.count - Insertion.listed
      body += """
        <p><a href="\(Routes.overview)#problemi">\
        \(say("e altri \(rest) problemi", "and \(rest) more problems"))</a></p>
        """
    }
    // Another page's mistake is reported in one line, which can be unfolded.
    let isOwn = shown.isStale || zip(problems, ranks).contains { $1 == Insertion.ownError }
    let title = say.summary(problems)
    return panel(
      say, isOwn ? title : title + say(" in altre pagine", " in other pages"), shown,
      isOpen: isOwn, body)
  }

  /// The rank of an error in the files of the page that is looked at.
  private static let ownError = -2 * Diagnostic.Severity.error.rawValue

  private func panel(
    _ say: Wording, _ title: String, _ shown: RenderStore.Shown, isOpen: Bool, _ body: EscapedHTML
  ) -> EscapedHTML {
    let stale: EscapedHTML? =
      shown.isStale
      ? """
      <p>\(say(
        "Dietro vedi l'ultima versione buona di questa pagina.",
        "Behind this is the last good version of the page."))</p>
      """ : nil
    return """
      <section class="pannello" role="dialog" aria-labelledby="titolo-pannello" tabindex="-1">\
      <details\(isOpen ? " open" : "")><summary><h2 id="titolo-pannello">\(title)</h2></summary>\
      \(stale)\(body)</details></section>
      """
  }
}
