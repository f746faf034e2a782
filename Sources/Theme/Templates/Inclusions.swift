import Diagnostics

/// How the components of a theme stand inside one another.
///
/// A component that holds itself would be put in without end, and one that holds the next twice, over and
/// over, twice as often each time. So all is counted before anything is put in.
struct Inclusions {
  /// The components that cannot be used, with what is wrong.
  private(set) var refused: [String: Diagnostic] = [:]

  /// How many components may stand inside one another, and how many tags all that is in one may have: the
  /// theme `comune` needs 5 and some 600.
  static let (mostLevels, mostTags) = (20, 5_000)

  private struct Extent {
    var levels = 1
    var tags = 1
  }

  init(_ components: [String: TemplateTree]) {
    let parts = components.mapValues { $0.components.filter { components[$0] != nil } }
    var holders: [String: [String]] = [:]
    for (name, parts) in parts {
      for part in parts { holders[part, default: []].append(name) }
    }
    // From those that hold none up to those that hold others.
    var open = parts.mapValues(\.count)
    var ready = open.filter { $0.value == 0 }.map(\.key)
    var extents: [String: Extent] = [:]
    while let name = ready.popLast() {
      guard let component = components[name] else { continue }
      var extent = Extent(levels: 1, tags: component.tagCount + 1)
      for part in parts[name] ?? [] {
        let inner = extents[part] ?? Extent()
        extent.levels = max(extent.levels, inner.levels + 1)
        // What is too much stays so, and never grows beyond what a number can hold.
        extent.tags = min(extent.tags + inner.tags, Inclusions.mostTags + 1)
      }
      extents[name] = extent
      if extent.levels > Inclusions.mostLevels || extent.tags > Inclusions.mostTags {
        refused[name] = Inclusions.tooMuch(name, at: component.source.id)
      }
      for holder in holders[name] ?? [] {
        open[holder, default: 0] -= 1
        if open[holder] == 0 { ready.append(holder) }
      }
    }
    for (name, component) in components where extents[name] == nil {
      refused[name] = Inclusions.endless(name, at: component.source.id)
    }
  }

  private static func endless(_ name: String, at id: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      .templateComponent,
      Phrase(
        it: "il componente `\(name)` contiene sé stesso, o uno che contiene sé stesso",
        en: "the component `\(name)` holds itself, or one that holds itself"),
      help: Phrase(
        it: "segui i suoi `{{> …}}` e togli quello che torna indietro",
        en: "follow its `{{> …}}` and remove the one that leads back"), at: .wholeFile(id))
  }

  private static func tooMuch(_ name: String, at id: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      .templateComponent,
      Phrase(
        it: "nel componente `\(name)` ne stanno troppi altri, uno dentro l'altro",
        en: "the component `\(name)` holds too many others inside one another"),
      help: Phrase(
        it: "i livelli sono al massimo \(mostLevels) e i tag, con quelli di ciò che contiene, "
          + "\(mostTags): togline, o scrivili una volta sola",
        en: "there are \(mostLevels) levels at most and, with those of what it holds, "
          + "\(mostTags) tags: remove some, or write them only once"), at: .wholeFile(id))
  }
}
