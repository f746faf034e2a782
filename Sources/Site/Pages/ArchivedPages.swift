import Diagnostics
import Facts
import SocialReport

/// What of a closed edition stays as it was, and what a correction makes anew.
///
/// A text that changed needs a correction of a page that shows it. Then all pages that show it are made anew, and
/// what gathers the whole edition; every other file is the one that was published, byte for byte.
struct ArchivedPages: Sendable {
  /// The files that stay, by path, with where the content keeps them.
  let files: [String: String]
  let diagnostics: [Diagnostic]
  private let isUntouched: Bool

  /// - Parameter assets: the paths of files that the site has for all editions.
  init(
    _ closed: ClosedEdition, _ index: EditionIndex, _ corrections: Corrections,
    _ subjects: [PageSubject], assets: Set<String>
  ) {
    let edition = index.edition
    let home = Addresses.edition(edition)
    let own = subjects.filter { $0.address.hasPrefix(home) }
    let shown = own.map { (address: $0.address, files: ArchivedPages.files($0, index)) }
    let corrected = corrections.addresses(of: closed.newCorrections)
    let covered = shown.filter { corrected.contains($0.address) }
      .reduce(into: Set<SourceFile.ID>()) { $0.formUnion($1.files) }
    diagnostics = closed.changedTexts.subtracting(covered).sorted().map { text in
      let page =
        own.first { $0.files.contains(text) }?.address
        ?? shown.first { $0.files.contains(text) }?.address
      return ArchivedPages.uncovered(text, page, home)
    }
    isUntouched = closed.newCorrections.isEmpty && !closed.files.isEmpty
    guard !isUntouched, !closed.files.isEmpty else {
      files = closed.files.filter { !assets.contains($0.key) }
      return
    }
    // An office, a source, an act or a word is named on pages all over the edition.
    guard closed.changedTexts.isDisjoint(with: ArchivedPages.registerFiles(edition)) else {
      files = closed.files.filter { path, _ in
        !assets.contains(path) && !path.hasPrefix(home) || path.hasPrefix(home + "file/")
      }
      return
    }
    let changed = Set(
      shown.filter { !$0.files.isDisjoint(with: closed.changedTexts) }.map(\.address)
    ).union(corrected)
    let gathering =
      [home] + PageKind.fixed.filter(\.gathers).map { Addresses.page($0, of: edition) }
      + index.uses.groups.map { Addresses.group($0.slug, of: edition) }
    var anew = Set((changed + gathering).map(Addresses.file))
    anew.formUnion([Addresses.data(of: edition), Addresses.observations(of: edition)])
    for indicator in edition.indicators
    where changed.contains(Addresses.indicator(indicator.id.value, of: edition)) {
      anew.insert(Addresses.csv(indicator.id.value, of: edition))
      anew.insert(Addresses.json(indicator.id.value, of: edition))
    }
    // What is searched is made anew as a whole: the names of its files say what is in them.
    let search = Addresses.page(.search, of: edition)
    files = closed.files.filter {
      !anew.contains($0.key) && !assets.contains($0.key) && !$0.key.hasPrefix(search)
    }
  }

  private static func registerFiles(_ edition: Edition) -> Set<SourceFile.ID> {
    let ids =
      edition.sources.map(\.id) + edition.acts.map(\.id) + edition.offices.map(\.id)
      + edition.terms.map(\.id) + edition.plans.map(\.id)
    return Set(ids.map(\.place.file))
  }

  /// The files whose facts and texts a page shows.
  ///
  /// The titles in its menu are links, and stay.
  private static func files(_ subject: PageSubject, _ index: EditionIndex) -> Set<SourceFile.ID> {
    let references = ProseReferences(subject.texts.map(\.text))
    let stated = references.figures.compactMap { link -> String? in
      switch link {
      case .figure(let id, _), .change(let id, _, _): id
      default: nil
      }
    }
    let figures = (subject.indicators.map(\.value) + stated).compactMap { index.indicators[$0] }
      .flatMap { [$0.place.file] + $0.observations.map(\.place.file) }
    let acts = (subject.acts.map(\.value) + references.acts).compactMap {
      index.acts[$0]?.id.place.file
    }
    let objective = index.edition.objectives.first {
      Addresses.objective($0, of: index.edition) == subject.address
    }
    let achievements = objective?.achievements.map(\.title.place.file) ?? []
    return Set(subject.files + subject.others + figures + acts + achievements)
  }

  private static func uncovered(
    _ text: SourceFile.ID, _ page: String?, _ home: String
  ) -> Diagnostic {
    let name = page.map { $0.dropFirst(home.count).dropLast() }.map { $0.isEmpty ? "/" : $0 }
    return Diagnostic(
      .closedEdition,
      Phrase(
        it: "questo testo è di un'edizione chiusa e non è più quello pubblicato",
        en: "this text is of a closed edition and is no longer what was published"),
      help: Phrase(
        it: "riportalo com'era; se è una correzione, scrivila in un file con `tipo: rettifiche`"
          + (name.map { ", con `pagina: \($0)`" } ?? ""),
        en: "bring it back; if it is a correction, write it into a file with `kind: corrections`"
          + (name.map { ", with `page: \($0)`" } ?? "")),
      at: .wholeFile(text))
  }

  /// The jobs of the edition, of whose files those that stay are left out.
  ///
  /// - Parameter jobs: those that would make the edition anew.
  func jobs(_ jobs: [Site.Job]) -> [Site.Job] {
    let sealed = Site.Job { [files] in
      Site.Product(
        files: files.sorted { $0.key < $1.key }.map {
          Site.File(path: $0.key, body: .contentFile($0.value))
        })
    }
    guard !isUntouched else { return [sealed] }
    let anew = jobs.map { job in
      Site.Job(job.pages) { [files] in
        var product = job.run()
        product.files.removeAll { files[$0.path] != nil }
        return product
      }
    }
    return anew + [sealed]
  }
}
