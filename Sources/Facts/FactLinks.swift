import Checks
package import Diagnostics
import Figures
package import SocialReport
import Theme

/// What a typed link comes to: where the fact is documented, how it reads, what it is.
package struct ResolvedFact {
  package let address: String
  /// Put in where the author left the text empty.
  package let text: () -> String
  var attributes: [(name: String, value: String)] = []
  var fact: LinkedFact?
  var term: String?
  var note: String?
}

extension ResolvedFact {
  fileprivate func with(fact: LinkedFact? = nil, term: String? = nil) -> ResolvedFact {
    var copy = self
    (copy.fact, copy.term) = (fact, term)
    return copy
  }
}

/// Why a typed link names nothing.
package struct UnknownFact: Error {
  /// What was looked for; it may be missing for a mistake that was told elsewhere.
  package let name: String
  package let message: Phrase
  package let help: Phrase?
  /// The name that it surely is, where there is one.
  package var correction: Correction?
}

/// Finds the facts that typed links name.
package struct FactLinks {
  package let index: EditionIndex
  package let context: SiteContext

  package init(index: EditionIndex, context: SiteContext) {
    (self.index, self.context) = (index, context)
  }

  package func resolve(_ link: TypedLink) -> Result<ResolvedFact, UnknownFact> {
    switch link {
    case .figure(let id, let period): figure(id, period)
    case .change(let id, let from, let to): change(id, from, to)
    case .count(let owner, let list): count(owner, list)
    case .act(let id):
      entry(id, index.acts, index.names.acts, .acts, "un atto", "act") { context.formats.act($0) }
        .map { $0.with(fact: index.acts[id].map { .act($0) }) }
    case .term(let id):
      entry(
        id, index.terms, index.names.terms, .glossary, "una voce del glossario", "glossary entry"
      ) {
        $0.acronym?.value ?? $0.term.value
      }.map { $0.with(term: id) }
    case .source(let id):
      entry(id, index.sources, index.names.sources, .sources, "una fonte", "source") {
        $0.title.value
      }
    case .page(let path, let fragment): page(path, fragment)
    case .resource(let owner, let id): resource(owner, id)
    }
  }

  private func entry<Value>(
    _ id: String, _ values: [String: Value], _ names: KnownNames, _ register: PageKind,
    _ italian: String, _ english: String, _ text: @escaping (Value) -> String
  ) -> Result<ResolvedFact, UnknownFact> {
    guard let value = values[id] else {
      return .failure(
        UnknownFact(
          name: id,
          message: Phrase(
            it: "`\(id)` non è \(italian) di questa edizione",
            en: "`\(id)` is no \(english) of this edition"),
          help: NearMiss.help(for: id, among: names) ?? FactLinks.list(of: values.keys),
          correction: NearMiss.correction(of: id, among: names)))
    }
    return .success(
      ResolvedFact(
        address: Addresses.entry(id, in: register, of: index.edition), text: { text(value) }))
  }

  /// What there is, where it is few enough to be read.
  private static func list(of ids: some Collection<String>) -> Phrase? {
    guard (1...8).contains(ids.count) else { return nil }
    let list = ids.sorted().map { "`\($0)`" }.joined(separator: ", ")
    return Phrase(it: "ci sono: \(list)", en: "there are: \(list)")
  }

  /// Of a long series not all periods are named, for every link that names another.
  static let mostListed = 40

  private func observation(_ id: String, _ period: Period)
    -> Result<(Indicator, Observation, Observation.Value), UnknownFact>
  {
    guard let indicator = index.indicators[id] else {
      if let draft = draft(id) { return .failure(draft) }
      return .failure(
        UnknownFact(
          name: id,
          message: Phrase(
            it: "`\(id)` non è un indicatore di questa edizione",
            en: "`\(id)` is no indicator of this edition"),
          help: NearMiss.help(for: id, among: index.names.indicators),
          correction: NearMiss.correction(of: id, among: index.names.indicators)))
    }
    guard let observation = indicator.observation(of: period) else {
      let shown = indicator.observations.prefix(FactLinks.mostListed).map(\.period.value.written)
      let periods =
        shown.joined(separator: ", ") + (indicator.observations.count > shown.count ? ", …" : "")
      return .failure(
        UnknownFact(
          name: id,
          message: Phrase(
            it: "`\(id)` non ha un valore per \(period.written)",
            en: "`\(id)` has no value for \(period.written)"),
          help: Phrase(it: "ci sono: \(periods)", en: "there are: \(periods)")))
    }
    guard let value = observation.value?.value else {
      return .failure(
        UnknownFact(
          name: id,
          message: Phrase(
            it: "il valore di `\(id)` per \(period.written) manca",
            en: "the value of `\(id)` for \(period.written) is missing"), help: nil))
    }
    return .success((indicator, observation, value))
  }

  private func figure(_ id: String, _ period: Period) -> Result<ResolvedFact, UnknownFact> {
    observation(id, period).map { indicator, observation, value in
      let plain =
        switch value {
        case .number(let number): number.plain
        case .text(let text): text
        }
      return ResolvedFact(
        address: address(of: indicator, observation.period.value),
        text: { context.formats.value(value, of: indicator) },
        attributes: [
          ("indicator", id), ("period", observation.period.value.iso8601), ("value", plain),
          ("unit", indicator.unit?.value ?? ""),
          ("source", indicator.source(of: observation).value),
          ("status", observation.status == "A" ? "" : observation.status),
        ], fact: .figure(indicator, observation))
    }
  }

  private func change(_ id: String, _ from: Period, _ to: Period)
    -> Result<ResolvedFact, UnknownFact>
  {
    observation(id, from).flatMap { _, base, first in
      observation(id, to).flatMap { indicator, observation, second in
        guard case .number(let a) = first, case .number(let b) = second,
          let difference = b.subtracting(a)
        else {
          return .failure(
            UnknownFact(
              name: id,
              message: Phrase(
                it: "i due valori di `\(id)` non sono numeri",
                en: "the two values of `\(id)` are no numbers"), help: nil))
        }
        return .success(
          ResolvedFact(
            address: address(of: indicator, observation.period.value),
            text: { context.formats.change(difference, of: indicator) },
            attributes: [
              ("indicator", id),
              (
                "period",
                base.period.value.iso8601 + ".." + observation.period.value.iso8601
              ),
              ("value", difference.plain), ("unit", indicator.unit?.value ?? ""),
              ("source", indicator.source(of: observation).value),
            ], fact: .change(indicator, from: base, to: observation),
            note: indicator.break(between: base, and: observation).map(note)))
      }
    }
  }

  private func note(on found: Indicator.Break) -> String {
    context.strings.format(
      "figure.break",
      [
        "from": String(found.years.value.lowerBound), "to": String(found.years.value.upperBound),
        "reason": Formats.sentence(found.reason.value),
      ])
  }

  private func address(of indicator: Indicator, _ period: Period) -> String {
    Addresses.indicator(indicator.id.value, of: index.edition) + "#"
      + Addresses.anchor(of: period)
  }

  private func count(_ owner: String, _ list: String) -> Result<ResolvedFact, UnknownFact> {
    let counts = index.countable.lists(of: owner)
    guard !counts.isEmpty else {
      if let draft = draft(owner) { return .failure(draft) }
      return .failure(
        UnknownFact(
          name: owner,
          message: Phrase(
            it: "`\(owner)` non ha elenchi da contare", en: "`\(owner)` has no lists to count"),
          help: NearMiss.help(for: owner, among: index.names.owners),
          correction: NearMiss.correction(of: owner, among: index.names.owners)))
    }
    guard let found = counts.first(where: { $0.italian == list || $0.english == list }) else {
      let names = counts.map(\.italian).joined(separator: ", ")
      return .failure(
        UnknownFact(
          name: owner,
          message: Phrase(
            it: "`\(owner)` non ha un elenco `\(list)`", en: "`\(owner)` has no list `\(list)`"),
          help: Phrase(it: "ci sono: \(names)", en: "there are: \(names)")))
    }
    return .success(
      ResolvedFact(
        address: found.address, text: { String(found.count) },
        attributes: [("count", String(found.count))], fact: .count(found.count, of: list)))
  }

  private func resource(_ owner: String?, _ id: String) -> Result<ResolvedFact, UnknownFact> {
    index.resources.find(owner, id).map { found in
      ResolvedFact(
        address: found.address,
        text: { context.formats.euro(found.resource.amount.value) },
        attributes: [
          ("resource", id), ("period", found.resource.year.map { String($0.value) } ?? ""),
          ("value", found.resource.amount.value.plain), ("unit", "euro"),
          ("source", found.resource.source.value),
        ], fact: .amount(found.resource))
    }
  }

  /// What is said of what is there and is left out.
  func draft(_ id: String) -> UnknownFact? {
    guard context.report.gaps.drafts.contains(id, in: index.edition) else { return nil }
    return UnknownFact(
      name: id,
      message: Phrase(
        it: "`\(id)` è una bozza e non si pubblica", en: "`\(id)` is a draft and is not published"),
      help: Drafts.help)
  }
}
