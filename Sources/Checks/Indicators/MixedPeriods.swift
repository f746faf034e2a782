import Diagnostics
import SocialReport

/// The periods of a series that is drawn as one line are of one length.
enum MixedPeriods {
  static let rule = Rule(
    .mixedPeriods, .error, .indicators,
    Phrase(
      it: "I periodi di una serie sono tutti della stessa durata.",
      en: "The periods of a series are all of one length."),
    why: Phrase(
      it:
        "Un anno accanto ai trimestri sembra un salto, e nel grafico la linea li unisce. Chi legge "
        + "confronta valori che non si confrontano.",
      en:
        "A year beside quarters looks like a jump, and the chart joins them by a line. Readers compare "
        + "values that cannot be compared."),
    overridability: .inPlace,
    wrong: [
      .fields(
        .indicator, fields("2021-01..2021-03", "2021-T2", "1° trimestre 2020", "⟦2021⟧")),
      .fields(.indicator, fields("2019", "2020", "⟦2021-S1⟧", "2018")),
      .fields(.indicator, fields("2019", "2020", "⟦2021-06⟧", "2018")),
      .fields(.indicator, fields("2018/19", "2019/20", "a.s. 2020-21", "⟦2021⟧")),
      .fields(.indicator, fields("2019", "2020", "⟦31/12/2021⟧", "2018")),
    ],
    right: [
      .fields(.indicator, fields("2021-T1", "2021-Q2", "III trimestre 2021", "2021-10..2021-12")),
      .fields(.indicator, fields("2017/18", "2018/2019", "a.s. 2019-20", "2020-09..2021-08")),
      .fields(.indicator, fields("2018", "2019", "2020-01..2020-12", "2021")),
      .fields(.indicator, fields("01/2021", "febbraio 2021", "2021-03", "1/4/2021 - 30/4/2021")),
      .fields(
        .indicator,
        fields("2019", "2020", "2021-T1", "2021-T2")
          + "rotture:\n  - tra: [2020, 2021]\n    motivo: Dal 2021 si rileva ogni trimestre."),
    ], onReport: check)

  private static func fields(_ periods: String...) -> String {
    "osservazioni:\n"
      + periods.map { "  - periodo: \($0)\n    valore: 310\n" }.joined()
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).filter(\.isDrawn).flatMap { indicator in
      indicator.stretches.compactMap(finding)
    }
  }

  /// The kinds in a stretch of a series, the most frequent first.
  static func kinds(in stretch: ArraySlice<Observation>) -> [(
    kind: Periodicity, first: Observation
  )] {
    var counts: [Periodicity: Int] = [:]
    var kinds: [(kind: Periodicity, first: Observation)] = []
    for observation in stretch {
      let kind = Periodicity(observation.period.value)
      counts[kind, default: 0] += 1
      if counts[kind] == 1 { kinds.append((kind, observation)) }
    }
    return kinds.enumerated().sorted {
      let (a, b) = (counts[$0.element.kind] ?? 0, counts[$1.element.kind] ?? 0)
      return (b, $0.offset) < (a, $1.offset)
    }.map(\.element)
  }

  private static func finding(_ stretch: ArraySlice<Observation>) -> Finding? {
    let kinds = kinds(in: stretch)
    guard kinds.count > 1 else { return nil }
    let (most, other) = (kinds[0], kinds[1])
    func list(_ language: Language) -> String {
      let names = kinds.map { $0.kind.plural.text(in: language) }
      return names.dropLast().joined(separator: ", ") + (language == .italian ? " e " : " and ")
        + (names.last ?? "")
    }
    let (usual, odd) = (most.first.period.value.written, other.first.period.value.written)
    return Finding(
      Phrase(
        it: "questa serie mescola \(list(.italian)): `\(odd)` accanto a `\(usual)`",
        en: "this series mixes \(list(.english)): `\(odd)` beside `\(usual)`"),
      help: Phrase(
        it:
          "fanne due indicatori, o lascia solo \(most.kind.plural.italian); se da un certo punto si "
          + "rileva diversamente, dillo in `rotture`",
        en:
          "make two indicators of it, or keep only \(most.kind.plural.english); where it is measured "
          + "in another way from some point on, say so in `breaks`"), at: other.first.period.place,
      notes: [
        .init(
          Phrase(it: "un periodo come gli altri è qui", en: "a period like the others is here"),
          at: most.first.period.place)
      ])
  }
}

extension Indicator {
  /// The observations between changes of method, across which no line is drawn.
  var stretches: [ArraySlice<Observation>] {
    var found: [ArraySlice<Observation>] = []
    var start = observations.startIndex
    for index in observations.indices.dropFirst()
    where self.break(between: observations[index - 1], and: observations[index]) != nil {
      found.append(observations[start..<index])
      start = index
    }
    return found + [observations[start...]]
  }

  /// Whether its values are numbers, which a chart shows.
  fileprivate var isDrawn: Bool {
    measure.value != .qualitative && measure.value != .yesNo
  }

  var isOfMixedPeriods: Bool { stretches.contains { MixedPeriods.kinds(in: $0).count > 1 } }
}
