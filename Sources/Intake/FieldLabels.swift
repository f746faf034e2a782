import Content
import Office
import SocialReport

/// What in a document names the fields of a kind: headings, styles, controls, and tables of two columns.
struct FieldLabels {
  private let kind: EntityKind
  private let names: FieldNames

  init(_ kind: EntityKind) { (self.kind, names) = (kind, FieldNames(kind)) }

  /// Whether a paragraph says by its style that it is the title.
  func isTitle(_ paragraph: OfficeText.Paragraph) -> Bool {
    paragraph.level == 0 || isOwnTitle(paragraph)
  }

  /// Whether it says of which kind's records it is the title.
  func isOwnTitle(_ paragraph: OfficeText.Paragraph) -> Bool {
    let styles: [EntityKind: [String]] = [
      .achievement: ["titolo realizzazione", "achievement title"],
      .objective: ["obiettivo", "objective"],
    ]
    return styles[kind]?.contains(paragraph.style.lowercased()) ?? false
  }

  /// Whether its words are the name of a field.
  func isField(_ paragraph: OfficeText.Paragraph) -> Bool { names[paragraph.text] != nil }

  /// A field of one line that has a style of its own.
  func styled(_ paragraph: OfficeText.Paragraph) -> Field? {
    guard paragraph.level == nil, ["in breve", "summary"].contains(paragraph.style.lowercased()),
      let field = names[paragraph.style], !field.isText
    else { return nil }
    return field
  }

  /// The field whose text begins below a paragraph: by its words, or for a heading by its style.
  func heading(_ paragraph: OfficeText.Paragraph) -> Field? {
    guard FieldLabels.isHead(paragraph) else { return nil }
    if let field = names[paragraph.text], field.isText { return field }
    guard paragraph.level != nil, let field = names[paragraph.style], field.isText else {
      return nil
    }
    return field
  }

  /// The field for which a paragraph was typed into a control.
  func control(_ paragraph: OfficeText.Paragraph) -> Field? {
    paragraph.runs.lazy.compactMap { run in
      if case .text(_, let look) = run { look.field.flatMap { names[$0] } } else { nil }
    }.first
  }

  /// A heading by its style, or a short line that is all bold or all in capitals.
  static func isHead(_ paragraph: OfficeText.Paragraph) -> Bool {
    paragraph.level != nil || isShort(paragraph) && (isBold(paragraph) || isCapital(paragraph))
  }

  static func isBoldLine(_ paragraph: OfficeText.Paragraph) -> Bool {
    paragraph.level == nil && isShort(paragraph) && isBold(paragraph)
  }

  private static func isShort(_ paragraph: OfficeText.Paragraph) -> Bool {
    let text = paragraph.text.drop { $0.isWhitespace }
    return text.count < 90 && paragraph.list == nil && text.last != "."
  }

  private static func isBold(_ paragraph: OfficeText.Paragraph) -> Bool {
    paragraph.runs.allSatisfy { run in
      if case .text(let text, let look) = run {
        look.isBold || text.allSatisfy(\.isWhitespace)
      } else {
        false
      }
    }
  }

  /// More than an abbreviation, and no small letter.
  private static func isCapital(_ paragraph: OfficeText.Paragraph) -> Bool {
    let letters = paragraph.text.filter(\.isLetter)
    return letters.count > 5 && !letters.contains(where: \.isLowercase)
      && letters.contains(where: \.isUppercase)
  }

  // Forms

  /// What a table of fields holds.
  struct Form {
    fileprivate(set) var values: [(field: Field, paragraph: OfficeText.Paragraph)] = []
    /// Paragraphs that only name a field or explain it.
    fileprivate(set) var labels: [OfficeText.Paragraph] = []
    /// What somebody wrote beside the fields.
    fileprivate(set) var others: [OfficeText.Paragraph] = []
  }

  /// A table of two columns of which the first names fields, or one with controls for them; nil for any other.
  func form(_ table: OfficeText.Table) -> Form? {
    let all = table.rows.map { row in row.map { $0.blocks.paragraphs } }
    let paragraphs = all.map { $0.map { $0.filter { !TemplateWords.isOwn($0) } } }
    let hasControls = paragraphs.joined().joined().contains { control($0) != nil }
    let isForm =
      !paragraphs.isEmpty
      && paragraphs.allSatisfy { row in row.count == 2 && named(row[0]) != nil }
    guard hasControls || isForm else { return nil }
    var form = Form()
    form.labels = all.joined().joined().filter(TemplateWords.isOwn)
    for row in paragraphs {
      let field = hasControls ? nil : row.first.flatMap(named)
      for (column, cell) in row.enumerated() {
        for paragraph in cell where !paragraph.isBlank {
          if let field = control(paragraph) ?? (column == 1 ? field : nil) {
            form.values.append((field, paragraph))
          } else if !hasControls || isField(paragraph) {
            form.labels.append(paragraph)
          } else {
            form.others.append(paragraph)
          }
        }
      }
    }
    return form
  }

  /// The fields that a block names: a heading one, a form several; by their Italian names.
  func fields(of block: OfficeText.Block) -> Set<String> {
    switch block {
    case .paragraph(let paragraph): Set(heading(paragraph).map { [$0.italian] } ?? [])
    case .table(let table): Set(form(table)?.values.map(\.field.italian) ?? [])
    }
  }

  private func named(_ paragraphs: [OfficeText.Paragraph]) -> Field? {
    names[paragraphs.map(\.text).joined(separator: " ")]
  }
}

extension [OfficeText.Block] {
  /// Those of tables too, in the order in which they are read.
  var paragraphs: [OfficeText.Paragraph] {
    flatMap { block in
      switch block {
      case .paragraph(let paragraph): [paragraph]
      case .table(let table): table.rows.joined().flatMap { $0.blocks.paragraphs }
      }
    }
  }
}
