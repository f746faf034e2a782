import Diagnostics
import Files
import Site

/// The checks of the whole site on one page: its pages in a table that can be sorted, the drafts, and
/// all problems.
struct Overview {
  let rebuild: Rebuild
  /// Pages that are in the last good state and not in the newest, because of a mistake.
  let kept: RenderStore.Kept?
  let editor: Editor?
  let order: PageOrder
  private var say: Wording { Wording(language: rebuild.language) }

  /// One page with its counts.
  struct Row: Sendable {
    let page: InspectedPage
    let path: String?
    let errors: Int
    let warnings: Int
    let hints: Int
    /// The rest is nil for a page with no texts of its own.
    let figures: Int?
    let closed: Int?
    let acts: Int?
    let words: Int?
    let gulpease: Int?
  }

  var title: String { say("Controlli del sito", "Checks of the site") }

  func markup() async -> EscapedHTML {
    let problems = rebuild.problems
    let rows = await rows()
    var list = ProblemList(rebuild.sources, rebuild.language, editor)
    let failure = rebuild.failure.map { text -> EscapedHTML in "<pre tabindex=\"0\">\(text)</pre>" }
    let pending: EscapedHTML? =
      rebuild.isComplete
      ? nil : "<p>\(say("Il controllo è in corso.", "The checks are running."))</p>"
    return """
      <h1>\(title)</h1>\(failure)\(pending)
      \(counts(problems, rows))
      <h2 id="problemi">\(say("Problemi", "Problems"))</h2>
      \(problems.isEmpty ? "<p>\(say("Nessuno.", "None."))</p>" : list.items(problems))
      \(drafts(rows))
      \(rows.isEmpty ? nil : table(order.sorted(rows), list))
      """
  }

  @concurrent
  private func rows() async -> [Row] {
    let problems = rebuild.problemsByPath
    let newest = rebuild.rendering.map { rendering in
      rendering.inspector.pages.map { (page: $0, rendering: rendering) }
    }
    let kept = kept.map { kept in kept.pages.map { (page: $0, rendering: kept.rendering) } }
    let pages = (newest ?? []) + (kept ?? [])
    let rows = try? await Parallel.map(count: pages.count) { number -> Row in
      let (page, rendering) = pages[number]
      let paths = rendering.paths(of: page)
      let own = paths.flatMap { problems[$0] ?? [] }
      let found = rendering.inspector.inspection(of: page.address)
      return Row(
        page: page, path: paths.first, errors: own.errors, warnings: own.warnings, hints: own.hints,
        figures: found?.figures.count,
        closed: found?.figures.count { $0.source?.canBeOpened != true },
        acts: found?.acts.count, words: found?.words, gulpease: found?.leastGulpease)
    }
    return rows ?? []
  }

  private func counts(_ problems: [Diagnostic], _ rows: [Row]) -> EscapedHTML {
    let figures = rows.reduce(0) { $0 + ($1.figures ?? 0) }
    let closed = rows.reduce(0) { $0 + ($1.closed ?? 0) }
    let counts = [
      say.summary(problems), say.pages(rows.count),
      say.count(figures, ("dato riportato", "dati riportati"), ("figure", "figures"))
        + say(
          " (\(closed) con una fonte che chi legge non può aprire)",
          " (\(closed) with a source that readers cannot open)"),
    ]
    return "<ul>\(counts.map { text -> EscapedHTML in "<li>\(text)</li>" })</ul>"
  }

  private func drafts(_ rows: [Row]) -> EscapedHTML? {
    let drafts = rows.filter(\.page.isDraft)
    guard !drafts.isEmpty else { return nil }
    let items = drafts.map { row -> EscapedHTML in
      "<li><a href=\"/\(Path.encoded(row.page.address))\">\(row.page.title)</a></li>"
    }
    return """
      <h2>\(say("Bozze", "Drafts"))</h2>
      <p>\(say("Si vedono solo nell'anteprima.", "They show in the preview only."))</p>
      <ul>\(items)</ul>
      """
  }

  private func table(_ rows: [Row], _ list: ProblemList) -> EscapedHTML {
    let heads = PageOrder.Column.allCases.map { order.head(of: $0, say) }
    let lines = rows.map { row -> EscapedHTML in
      let page = row.page
      let counts = [
        row.errors, row.warnings, row.hints, row.figures, row.closed, row.acts, row.words,
        row.gulpease,
      ]
      let cells = counts.map { count -> EscapedHTML in "<td>\(count.map(String.init) ?? "–")</td>" }
      let draft: EscapedHTML? = page.isDraft ? " <em>\(say("bozza", "draft"))</em>" : nil
      return """
        <tr><th scope="row"><a href="/\(Path.encoded(page.address))">\(page.title)</a>\(draft)\
        <br><a href="\(Routes.controls(of: page.address))">\(say("Controlli", "Checks"))\
        <span class="nascosto"> \(say("di", "of")) \(page.title)</span></a></th>\
        \(cells)\
        <td>\(row.path.map { list.link($0) })</td></tr>
        """
    }
    let title = say("Pagine", "Pages")
    return """
      <h2 id="pagine">\(title)</h2>
      <p>\(say(
        "Gulpease è l'indice di leggibilità della sezione più difficile della pagina, dove è lunga almeno 60 parole: sotto 40 è difficile anche per chi ha il diploma.",
        "Gulpease is the readability of the page's hardest section, where it has at least 60 words: below 40 it is hard even with a diploma."))</p>
      <div class="tabella" role="region" aria-labelledby="pagine" tabindex="0"><table>
      <thead><tr>\(heads)<th scope="col">\(say("File", "File"))</th></tr></thead>
      <tbody>\(lines)</tbody></table></div>
      """
  }
}
