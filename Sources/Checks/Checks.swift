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
  /// - Returns: pieces of work, which may be done side by side; what they find is told in their order.
  package static func work(
    on report: Report, sources: [SourceFile]
  ) -> [@Sendable () -> [Diagnostic]] {
    let off = report.site.offIdentifiers
    let on = all.filter { !off.contains($0.identifier.rawValue) }
    let fields = report.plainTexts
    let inFields = stride(from: 0, to: fields.count, by: share).map { start in
      { @Sendable in check(fields[start...].prefix(share), by: on, sources) }
    }
    let onReport = on.compactMap { rule in
      rule.onReport.map { check in
        { @Sendable in
          var maps = SourceMaps(sources)
          return check(report).map { rule.diagnostic($0, &maps) }
        }
      }
    }
    let onAddresses = { @Sendable in
      let addresses = FieldAddresses.links(report)
      var maps = SourceMaps(sources)
      return on.flatMap { rule in
        rule.onAddress.map { addresses.compactMap($0).map { rule.diagnostic($0, &maps) } } ?? []
      }
    }
    return inFields + [onAddresses] + onReport
  }

  /// Reads each field once for all rules.
  private static func check(
    _ fields: ArraySlice<Sourced<String>>, by rules: [Rule], _ sources: [SourceFile]
  ) -> [Diagnostic] {
    let rules = rules.compactMap { rule in rule.onField.map { (rule: rule, check: $0) } }
    var maps = SourceMaps(sources)
    var found: [Diagnostic] = []
    for field in fields {
      let text = TextReading(plain: field)
      for block in text.blocks {
        for (rule, check) in rules {
          for finding in check(text, block) { found.append(rule.diagnostic(finding, &maps)) }
        }
      }
    }
    return found
  }

  /// How many fields are looked at in one go.
  private static let share = 500

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
