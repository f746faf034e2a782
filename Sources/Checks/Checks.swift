package import Diagnostics
package import SocialReport

/// All rules, and how they are run.
package enum Checks {
  /// In the order of the manual.
  package static let all: [Rule] =
    structure + figures + indicators + targets + acts + money + actions + assessment + editions
    + marks + text + links + feedback + personalData

  /// What the tree itself shows; the rules on texts run page by page (`TextContext`).
  ///
  /// - Parameter sources: the texts of the content, for the places of findings in them.
  package static func run(on report: Report, sources: [SourceFile]) -> [Diagnostic] {
    let off = report.site.offIdentifiers
    var maps = SourceMaps(sources)
    return all.flatMap { rule -> [Diagnostic] in
      guard let check = rule.onReport, !off.contains(rule.identifier.rawValue) else { return [] }
      return check(report).map { rule.diagnostic($0, &maps) }
    }
  }

  package static func rule(_ identifier: Diagnostic.Identifier) -> Rule? {
    byIdentifier[identifier]
  }

  private static let byIdentifier = Dictionary(
    uniqueKeysWithValues: all.map { ($0.identifier, $0) })
}

extension SiteInfo {
  /// The rules that are switched off.
  var offIdentifiers: Set<String> {
    Set(
      rules.lazy.map { ($0.rule.value, $0.severity.value) }.filter { name, severity in
        severity == .off
          && Diagnostic.Identifier(rawValue: name).flatMap(Checks.rule)?.admits(.off) == true
      }.map(\.0))
  }
}
