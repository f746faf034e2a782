import Content
import Office
import SocialReport

/// Which part of a document goes into which field of a record.
struct FieldPlan {
  enum Value {
    /// Of one line.
    case line([OfficeText.Paragraph])
    case text([OfficeText.Block])
  }

  let kind: EntityKind
  private let known: FieldLabels
  /// By the Italian names of fields, in the order in which they are written.
  private(set) var fields: [(name: String, value: Value)] = []
  /// Paragraphs that only say what stands beside them.
  private(set) var labels: [OfficeText.Source] = []
  /// The fields whose heading came again, after texts of others: the document may tell of several things.
  private(set) var repeated: [Field] = []
  /// A line all in bold that is taken for the title, as it stands first and nothing else is one.
  private(set) var boldTitle: OfficeText.Paragraph?
  /// What looked like the title, where a form has one.
  private(set) var otherTitle: OfficeText.Paragraph?
  /// The notes of what has no place for any, a title or a heading that became a field: they stand at the end of the text.
  private(set) var movedNotes: [Int] = []

  /// - Parameter isSection: whether it is a part of a document, whose first paragraph is its title.
  init(_ text: OfficeText, kind: EntityKind, isSection: Bool = false) {
    (self.kind, known) = (kind, FieldLabels(kind))
    let main =
      kind.mainText.flatMap { kind.table.index(of: $0) }.map { kind.table.fields[$0].italian } ?? ""
    var current = main
    let boldLine = boldOpening(of: text.blocks)
    let opening = isSection ? 0 : opening(of: text.blocks) ?? boldLine
    let hasFormTitle = asksForTitle(text.blocks)
    var hasTitle = false
    var headed: Set<String> = []
    for (place, block) in text.blocks.enumerated() {
      switch block {
      case .table(let table):
        if !takeForm(table, main) { add(block, to: current) }
      case .paragraph(let paragraph):
        guard !paragraph.isBlank else { continue }
        if TemplateWords.isOwn(paragraph) {
          labels += paragraph.sources
        } else if let field = known.control(paragraph) {
          put(paragraph, into: field.italian)
        } else if !hasTitle, place == opening || known.isTitle(paragraph) {
          hasTitle = true
          if hasFormTitle {
            labels += paragraph.sources
            otherTitle = paragraph
            continue
          }
          put(paragraph, into: "titolo")
          if place == boldLine, !isSection { boldTitle = paragraph }
        } else if let field = known.styled(paragraph) {
          put(paragraph, into: field.italian)
        } else if let field = known.heading(paragraph) {
          let isAgain = !headed.insert(field.italian).inserted
          if isAgain, !repeated.contains(where: { $0.italian == field.italian }) {
            repeated.append(field)
          }
          current = field.italian
          // What has a field's style and words of its own is a heading in it.
          if known.isField(paragraph) {
            labels += paragraph.sources
          } else {
            add(block, to: current)
          }
        } else {
          add(block, to: current)
        }
      }
    }
    moveNotes(text, to: main)
  }

  private mutating func moveNotes(_ text: OfficeText, to main: String) {
    let written = fields.flatMap { field -> [OfficeText.Block] in
      if case .text(let blocks) = field.value { blocks } else { [] }
    }
    var seen = Set(text.noteNumbers(of: written))
    for paragraph in text.blocks.paragraphs {
      for case .note(let number) in paragraph.runs where seen.insert(number).inserted {
        movedNotes.append(number)
        for block in text.notes[number] { add(block, to: main) }
        // Those of the note stand where it does.
        seen.formUnion(text.noteNumbers(of: text.notes[number]))
      }
    }
  }

  /// The field of which a document begins with a text: an achievement has `Cosa abbiamo fatto`, an objective its premise.
  static func kind(of text: OfficeText) -> EntityKind {
    func count(_ kind: EntityKind) -> Int {
      let known = FieldLabels(kind)
      return text.blocks.reduce(0) { count, block in
        if case .paragraph(let paragraph) = block, known.isOwnTitle(paragraph) { return count + 1 }
        return count + known.fields(of: block).subtracting(["titolo"]).count
      }
    }
    let (achievement, objective) = (count(.achievement), count(.objective))
    return achievement == 0 && objective == 0
      ? .context : achievement >= objective ? .achievement : .objective
  }

  // Titles

  /// Whether a form or a control asks for the title, and it is there.
  private func asksForTitle(_ blocks: [OfficeText.Block]) -> Bool {
    blocks.contains { block in
      switch block {
      case .paragraph(let paragraph): known.control(paragraph)?.italian == "titolo"
      case .table(let table):
        known.form(table)?.values.contains { $0.field.italian == "titolo" } ?? false
      }
    }
  }

  /// The first heading, where all that comes stands below it.
  private func opening(of blocks: [OfficeText.Block]) -> Int? {
    var first: (place: Int, level: Int)?
    for (place, block) in blocks.enumerated() {
      guard case .paragraph(let paragraph) = block, !paragraph.isBlank,
        !TemplateWords.isOwn(paragraph)
      else {
        if first == nil, case .table = block { return nil }
        continue
      }
      if known.isTitle(paragraph) { return nil }
      guard let level = paragraph.level else {
        if first == nil { return nil }
        continue
      }
      if let first, level <= first.level { return nil }
      first = first ?? (place, level)
    }
    return first?.place
  }

  /// The first paragraph, where it is a line all in bold by itself and the document has no title.
  private func boldOpening(of blocks: [OfficeText.Block]) -> Int? {
    let isTitled = blocks.contains { block in
      if case .paragraph(let paragraph) = block { known.isTitle(paragraph) } else { false }
    }
    let first = blocks.firstIndex { block in
      if case .paragraph(let paragraph) = block { !paragraph.isBlank } else { true }
    }
    guard !isTitled, let first, blocks.count > first + 1,
      case .paragraph(let paragraph) = blocks[first], FieldLabels.isBoldLine(paragraph),
      !known.isField(paragraph), !TemplateWords.isOwn(paragraph)
    else { return nil }
    return first
  }

  // Means

  private mutating func takeForm(_ table: OfficeText.Table, _ main: String) -> Bool {
    guard let form = known.form(table) else { return false }
    labels += form.labels.flatMap(\.sources)
    for (field, paragraph) in form.values { put(paragraph, into: field.italian) }
    for paragraph in form.others { add(.paragraph(paragraph), to: main) }
    return true
  }

  private mutating func put(_ paragraph: OfficeText.Paragraph, into name: String) {
    let isText = kind.table.index(of: name).map { kind.table.fields[$0].isText } ?? false
    guard !isText else { return add(.paragraph(paragraph), to: name) }
    let place = fields.firstIndex { $0.name == name }
    guard let place, case .line(var paragraphs) = fields[place].value else {
      return fields.append((name, .line([paragraph])))
    }
    // Nobody else holds them while one is added: a copy each time would take the square.
    fields[place].value = .line([])
    paragraphs.append(paragraph)
    fields[place].value = .line(paragraphs)
  }

  private mutating func add(_ block: OfficeText.Block, to name: String) {
    let place = fields.firstIndex { $0.name == name }
    guard let place, case .text(var blocks) = fields[place].value else {
      return fields.append((name, .text([block])))
    }
    fields[place].value = .text([])
    blocks.append(block)
    fields[place].value = .text(blocks)
  }
}
