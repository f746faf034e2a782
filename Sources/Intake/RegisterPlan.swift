import Content
import Diagnostics
import Office
import Scaffolding
import SocialReport

/// The entries of a register that a table of a sheet holds: a row each, below heads that are the words of its fields.
struct RegisterPlan {
  struct Entry {
    /// As the sheet numbers it, from 1.
    let row: Int
    let values: FieldTexts
  }

  let kind: EntityKind
  /// Whether there is a column for each field that no entry can be without; one that is only called as a register is
  /// may be something else.
  let isWhole: Bool
  private(set) var entries: [Entry] = []
  /// Rows and cells that are not taken over, and why.
  private(set) var remarks: [Phrase] = []

  /// The registers that sheets are kept of.
  static let kinds: [EntityKind] = [.acts, .sources, .glossary, .plans, .offices]

  /// What a column holds.
  private enum Column {
    case field(Field)
    /// `DGC n. 149 del 29/06/2020`, which is several fields.
    case citation
    case none
  }

  /// - Parameter sheet: the name of the table's sheet.
  /// - Returns: nil where it is no register.
  init?(_ table: SheetTables.Table, sheet: String, _ cells: RegisterCell) {
    guard let head = table.rows.first else { return nil }
    let names = [table.title, sheet].map(RegisterPlan.plain)
    let named = RegisterPlan.kinds.first { kind in
      names.contains { [kind.italian, kind.rawValue].contains($0) }
    }
    let found = (named.map { [$0] } ?? RegisterPlan.kinds).map { kind in
      (kind: kind, columns: RegisterPlan.columns(of: kind, head))
    }.first { found in
      named != nil
        ? found.columns.contains { if case .none = $0 { false } else { true } }
        : RegisterPlan.holdsAll(found.kind, found.columns)
    }
    guard let found else { return nil }
    kind = found.kind
    isWhole = RegisterPlan.holdsAll(found.kind, found.columns)
    for (number, column) in found.columns.enumerated() {
      guard case .none = column else { continue }
      tell(column: head[number], table.rows.dropFirst().compactMap { $0[number] })
    }
    for row in table.rows.dropFirst() { take(row, found.columns, cells) }
  }

  /// `bilancio_atti` and `Atti` are one name.
  private static func plain(_ words: String) -> String {
    let slug = Slug.make(words)
    let start = RegisterPlan.prefix + "-"
    return slug.hasPrefix(start) ? String(slug.dropFirst(start.count)) : slug
  }

  /// What the names of a template's tables begin with.
  static let prefix = "bilancio"

  private static func columns(of kind: EntityKind, _ head: [Workbook.Cell?]) -> [Column] {
    let names = FieldNames(kind)
    var taken: Set<String> = []
    return head.map { cell in
      guard let words = cell?.shown else { return .none }
      if kind == .acts, citations.contains(Slug.make(words)) { return .citation }
      let other = synonyms[kind]?[Slug.make(words)].flatMap { kind.table.index(of: $0) }
      guard let field = names[words] ?? other.map({ kind.table.fields[$0] }),
        RegisterCell.fits(field), taken.insert(field.english).inserted
      else { return .none }
      return .field(field)
    }
  }

  /// Other words with which offices head columns, by the English names of the fields.
  private static let synonyms: [EntityKind: [String: String]] = [
    .acts: [
      "n": "number", "nr": "number", "num": "number", "n-atto": "number", "numero-atto": "number",
      "numero-dell-atto": "number", "data-atto": "date", "data-dell-atto": "date",
      "data-adozione": "date", "data-di-adozione": "date", "oggetto-atto": "subject",
      "oggetto-dell-atto": "subject", "autorita": "body", "organo-deliberante": "body",
      "organo-competente": "body", "tipologia": "kind", "tipo-atto": "kind",
      "tipo-di-atto": "kind", "link": "url",
    ],
    .sources: [
      "fonte": "title", "ente": "organisation", "di-chi-e": "organisation", "link": "url",
      "sito": "url",
    ],
    .glossary: ["parola": "term", "voce": "term", "significato": "definition"],
    .plans: ["piano": "title", "ente": "issuer", "anni": "period"],
    .offices: ["ufficio": "name", "servizio": "name", "settore": "name"],
  ]

  /// How offices head a column that names acts by all that they are called.
  private static let citations: Set<String> = [
    "atto", "estremi", "estremi-atto", "estremi-dell-atto", "provvedimento", "citazione",
    "riferimento-atto",
  ]

  /// The fields that no entry can be without, but for what the program says itself.
  private static func needed(_ kind: EntityKind) -> [Field] {
    kind.table.fields.filter { field in
      // A body adopts mostly one kind of acts.
      field.isRequired && field.english != "id" && !(kind == .acts && field.english == "kind")
        || kind == .acts && field.english == "number"
    }
  }

  private static func holdsAll(_ kind: EntityKind, _ columns: [Column]) -> Bool {
    let needed = needed(kind)
    var names = Set(
      columns.compactMap { if case .field(let field) = $0 { field.english } else { nil } })
    if columns.contains(where: { if case .citation = $0 { true } else { false } }) {
      names.formUnion(["body", "number", "date"])
    }
    return needed.count > 1 && needed.allSatisfy { names.contains($0.english) }
  }

  // Rows

  private mutating func take(
    _ row: [Workbook.Cell?], _ columns: [Column], _ cells: RegisterCell
  ) {
    guard let first = row.lazy.compactMap(\.self).first else { return }
    guard !SheetPlaces.isTotal(first.shown) else {
      let words = row.compactMap { $0?.shown }.joined(separator: " ")
      remarks.append(
        Phrase(
          it: "riga \(first.row + 1) («\(words)»): è un totale, e non una voce",
          en: "row \(first.row + 1) («\(words)»): a total, and no entry"))
      return
    }
    var values = FieldTexts()
    for (cell, column) in zip(row, columns) {
      guard let cell else { continue }
      switch column {
      case .none: continue
      case .citation:
        // What has a column of its own is said there.
        for (field, text) in citation(cell.shown) where values[field.english] == nil {
          values.set(text, for: field)
        }
      case .field(let field):
        do throws(RegisterCell.Flaw) {
          values.set(try cells.text(cell, field), for: field)
        } catch {
          let label = field.label
          return refuse(
            row, first.row,
            Phrase(
              it: "«\(label.italian)»: «\(cell.shown)» \(error.reason.italian)",
              en: "«\(label.english)»: «\(cell.shown)» \(error.reason.english)"))
        }
      }
    }
    let missing = RegisterPlan.needed(kind).filter { values[$0.english] == nil }
    guard missing.isEmpty else {
      let labels = missing.map(\.label)
      return refuse(
        row, first.row,
        Phrase(
          it: "manca " + labels.map { "«\($0.italian)»" }.joined(separator: ", "),
          en: labels.map { "«\($0.english)»" }.joined(separator: ", ") + " is missing"))
    }
    entries.append(Entry(row: first.row + 1, values: values))
  }

  private func citation(_ words: String) -> [(field: Field, text: String)] {
    let citation = ActCitation(words)
    let parts = [
      ("body", citation.body), ("kind", citation.kind), ("number", citation.number),
      ("date", citation.date), ("subject", citation.subject),
    ]
    return parts.compactMap { name, text in
      guard !text.isEmpty, let index = kind.table.index(of: name) else { return nil }
      return (kind.table.fields[index], text)
    }
  }

  // What is not taken

  private mutating func refuse(_ row: [Workbook.Cell?], _ number: Int, _ reason: Phrase) {
    let words = row.compactMap(\.self).prefix(3).map { "«\($0.shown)»" }.joined(separator: ", ")
    remarks.append(
      Phrase(
        it:
          "riga \(number + 1) (\(words)): \(reason.italian); non l'ho presa: correggi il foglio e importalo di nuovo",
        en:
          "row \(number + 1) (\(words)): \(reason.english); it was not taken: mend the sheet and import it again"
      ))
  }

  private mutating func tell(column head: Workbook.Cell?, _ below: [Workbook.Cell]) {
    guard !below.isEmpty else { return }
    let name = head?.shown ?? ""
    let list = below.prefix(3).map { "«\($0.shown)»" }.joined(separator: ", ")
    let more = below.count > 3 ? ", …" : ""
    remarks.append(
      Phrase(
        it: "la colonna «\(name)» non è un campo di qui: non l'ho presa (\(list)\(more))",
        en: "the column «\(name)» is no field here: it was not taken (\(list)\(more))"))
  }
}
