import Diagnostics
import SocialReport

/// A row or a column of totals holds the sums.
enum TableTotals {
  static let rule = Rule(
    .tableTotal, .warning, .figures,
    Phrase(
      it: "Nelle tabelle la riga «Totale» è la somma delle righe.",
      en: "In tables the row “Total” is the sum of the rows."),
    why: Phrase(
      it:
        "Chi legge rifà la somma: un totale che non torna toglie fiducia a tutta la tabella, e spesso manca "
        + "una riga. Medie, tassi, anni e ciò che non si somma non si guardano.",
      en:
        "Readers add up: a total that is not the sum takes trust from the whole table, and often a row is "
        + "missing. Means, rates, years and what is not added up are not looked at."),
    wrong: [
      .prose(table("Milioni", "Strade 191", "Imprese 87", "Totale ⟦483⟧")),
      .prose(table("Iscritti", "Centro 1.250", "Porto 750", "**TOTALE** **⟦2.100⟧**")),
      .prose(table("Euro", "Strade 1.250,50", "Scuole 749,50", "Totale: ⟦2.000,01 €⟧")),
      .prose(table("Quota", "Strade 60%", "Scuole 30%", "Totale ⟦100%⟧")),
      .prose(table("Spesa", "Strade 4,5_milioni", "Scuole 500_mila", "Totale ⟦6_milioni⟧")),
      .prose(
        """
        | Voce | 2020 | 2021 |
        | --- | ---: | ---: |
        | Strade | 10 | 20 |
        | Scuole | 5 | – |
        | Totale generale | 15 | ⟦25⟧ |
        """),
      .prose(
        """
        | Scuola | Bambine | Bambini | Totale |
        | --- | ---: | ---: | ---: |
        | Centro | 10 | 12 | 22 |
        | Porto | 20 | 21 | ⟦42⟧ |
        | Monte | 5 | 5 | 10 |
        """),
      .prose(
        """
        | Voce | Euro |
        | --- | ---: |
        | Strade | 100 |
        | Scuole | 50 |
        | Subtotale | 150 |
        | Parchi | 30 |
        | Musei | 20 |
        | Totale | ⟦250⟧ |
        """),
    ],
    right: [
      .prose(table("Milioni", "Strade 191", "Imprese 87", "Totale 278")),
      .prose(table("Quota", "Strade 33,3 %", "Scuole 33,3 %", "Parchi 33,3 %", "Totale 100 %")),
      .prose(table("Raccolta (%)", "Centro 70", "Porto 50", "Totale 61")),
      .prose(table("Attesa media", "Centro 12", "Porto 8", "Totale 11")),
      .prose(table("Anno", "Strade 2019", "Scuole 2021", "Totale 2021")),
      .prose(table("Milioni", "Strade 1,26", "Scuole 2,26", "Totale 3,5")),
      .prose(table("Quanto", "Strade 12_km", "Scuole 3_aule", "Totale 40")),
      .prose(table("Iscritti", "Centro 10", "Porto n.d.", "Totale 25")),
      .prose(table("Persone", "Residenti 100", "di_cui_bambini 20", "Ospiti 5", "Totale 105")),
      .prose(table("Euro", "Totale 100", "Strade 60", "Scuole 30")),
    ], onText: check)

  private static func table(_ head: String, _ rows: String...) -> String {
    "| Voce | \(head) |\n| --- | ---: |\n"
      + rows.map { row in
        let cells = row.split(separator: " ", maxSplits: 1).map { $0.replacing("_", with: " ") }
        return "| " + cells.joined(separator: " | ") + " |"
      }.joined(separator: "\n")
  }

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.texts.flatMap { text in
      TextTable.tables(of: text, context.language).flatMap { table in
        (rows(of: table) + columns(of: table)).map { wrong in
          finding(wrong, at: context.place(of: wrong.total.range, in: wrong.total.block, of: text))
        }
      }
    }
  }

  private struct Wrong {
    let total: TextTable.Cell
    let sum: DecimalNumber
    let terms: [TextTable.Cell]
  }

  /// The rows of totals, column by column.
  private static func rows(of table: TextTable) -> [Wrong] {
    guard let first = table.totalRows.first else { return [] }
    return table.columns.filter { $0 > 0 }.flatMap { column -> [Wrong] in
      let kind = ColumnKind(head: table.head(column))
      guard kind != .other else { return [] }
      var found: [Wrong] = []
      var before = table.body.lowerBound
      var totals: [TextTable.Cell] = []
      for row in table.totalRows {
        defer { before = row + 1 }
        guard let total = table.cell(row, column) else { continue }
        defer { totals.append(total) }
        let all = table.terms(table.body.lowerBound..<row, column)
        let near = table.terms(before..<row, column)
        guard let all, let near, near.count > 1 || row != first && all.count > 1 else { continue }
        // A last total is of all rows, of those since the one before, or of the totals above it.
        let parts = totals + near.filter { !$0.isPart }
        let candidates = [near, near.filter { !$0.isPart }, all, all.filter { !$0.isPart }, parts]
        let terms = row == first ? near.filter { !$0.isPart } : all.filter { !$0.isPart }
        if let wrong = judge(total, candidates, told: terms, kind) { found.append(wrong) }
      }
      return found
    }
  }

  /// A last column of totals, where most rows show that it is one.
  private static func columns(of table: TextTable) -> [Wrong] {
    guard let last = table.columns.last, last > 2, TextTable.isTotal(table.head(last)),
      table.columns.dropFirst().dropLast().allSatisfy({
        ![.other, .share].contains(ColumnKind(head: table.head($0)))
      })
    else { return [] }
    var right = 0
    var wrong: [Wrong] = []
    for row in table.body where !table.totalRows.contains(row) {
      guard let total = table.cell(row, last), let terms = table.terms(row, 1..<last),
        terms.count > 1
      else { continue }
      if let found = judge(total, [terms], told: terms, .sum) {
        wrong.append(found)
      } else {
        right += 1
      }
    }
    return right > 1 && right > wrong.count ? wrong : []
  }

  /// Nil where one of the sums is the total, or where it is not sure that there should be one.
  private static func judge(
    _ total: TextTable.Cell, _ candidates: [[TextTable.Cell]], told terms: [TextTable.Cell],
    _ kind: ColumnKind
  ) -> Wrong? {
    guard terms.count > 1, let unit = terms.first(where: { !$0.isMissing })?.unit,
      (terms + [total]).allSatisfy({
        $0.isMissing || $0.unit.isEmpty || unit.isEmpty || $0.unit == unit
      }),
      !total.isMissing, !terms.allSatisfy(\.isYear)
    else { return nil }
    let slack = slack(of: terms + [total], kind)
    for candidate in candidates where candidate.count > 1 {
      guard let sum = sum(candidate), let difference = sum.subtracting(total.value) else {
        return nil
      }
      if difference.magnitude.approximate <= slack { return nil }
    }
    guard let sum = sum(terms) else { return nil }
    let (stated, all) = (total.value.approximate, sum.approximate)
    if terms.contains(where: \.isPercent) || kind == .share {
      // Percentages are shares where they are said to make a hundred, and nearly do.
      guard stated == 100, (80...120).contains(all) else { return nil }
    } else if kind == .sum, !terms.contains(where: \.isMoney) {
      // Between the least and the greatest it may be a mean.
      let values = terms.map(\.value.approximate)
      guard stated > (values.max() ?? 0) || stated < (values.min() ?? 0) else { return nil }
    }
    return Wrong(total: total, sum: sum, terms: terms)
  }

  /// How far rounded terms may be from their sum: half of the last digit of each.
  private static func slack(of cells: [TextTable.Cell], _ kind: ColumnKind) -> Double {
    let told = cells.filter { !$0.isMissing }
    let isMoney = kind == .counted || told.contains(where: \.isMoney)
    let isRounded =
      kind == .rounded || kind == .share
      || told.contains {
        $0.isPercent || $0.exponent > 0 || $0.exponent < 0 && !(isMoney && $0.exponent == -2)
      }
    guard isRounded else { return 0 }
    return told.reduce(1e-9) { $0 + 0.5 * DecimalNumber.power(ofTen: $1.exponent).approximate }
  }

  private static func sum(_ cells: [TextTable.Cell]) -> DecimalNumber? {
    cells.reduce(DecimalNumber(0) as DecimalNumber?) { $0?.adding($1.value) }
  }

  private static func finding(_ wrong: Wrong, at place: SourceRange) -> Finding {
    func terms(_ language: Language) -> String {
      wrong.terms.count > 6
        ? "" : wrong.terms.map { $0.value.written(in: language) }.joined(separator: " + ") + " = "
    }
    return Finding(
      Phrase(
        it: "il totale è \(wrong.total.value.written(in: .italian)), la somma è "
          + wrong.sum.written(in: .italian),
        en: "the total is \(wrong.total.value.written(in: .english)), the sum is "
          + wrong.sum.written(in: .english)),
      help: Phrase(
        it:
          "\(terms(.italian))\(wrong.sum.written(in: .italian)): correggi il totale o ciò che si somma",
        en:
          "\(terms(.english))\(wrong.sum.written(in: .english)): mend the total or what is added up"
      ),
      at: place)
  }
}
