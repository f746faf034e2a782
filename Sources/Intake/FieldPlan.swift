import Content
import Diagnostics
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
  /// By the Italian names of fields, in the order in which they are written.
  private(set) var fields: [(name: String, value: Value)] = []
  /// Paragraphs that only say what stands beside them.
  private(set) var labels: [OfficeText.Source] = []
  /// The fields whose heading came again, after texts of others: the document may tell of several things.
  private(set) var repeated: [Field] = []
  /// A line all in bold that is taken for the title, as it stands first and nothing else is one.
  private(set) var boldTitle: OfficeText.Paragraph?
  /// The notes of what has no place for any, a title or a heading that became a field: they stand at the end of the text.
  private(set) var movedNotes: [Int] = []

  init(_ text: OfficeText, kind: EntityKind) {
    self.kind = kind
    let names = FieldNames(kind)
    let main =
      kind.mainText.flatMap { kind.table.index(of: $0) }.map { kind.table.fields[$0].italian } ?? ""
    var current = main
    let boldLine = FieldPlan.boldOpening(of: text.blocks, kind, names)
    let opening = FieldPlan.opening(of: text.blocks, kind) ?? boldLine
    var hasTitle = false
    for (place, block) in text.blocks.enumerated() {
      switch block {
      case .table(let table):
        if !takeForm(table, names) { add(block, to: current) }
      case .paragraph(let paragraph):
        guard !paragraph.isBlank else { continue }
        if TemplateWords.isOwn(paragraph) {
          labels += paragraph.sources
        } else if !hasTitle, place == opening || FieldPlan.isTitle(paragraph, of: kind) {
          put(paragraph, into: "titolo")
          hasTitle = true
          if place == boldLine { boldTitle = paragraph }
        } else if take(control: paragraph, names) {
          continue
        } else if let field = FieldPlan.styled(paragraph, names) {
          put(paragraph, into: field.italian)
        } else if let field = FieldPlan.heading(paragraph, names) {
          labels += paragraph.sources
          let isAgain = current != field.italian && fields.contains { $0.name == field.italian }
          if isAgain, !repeated.contains(where: { $0.italian == field.italian }) {
            repeated.append(field)
          }
          current = field.italian
        } else {
          add(block, to: current)
        }
      }
    }
    moveNotes(text, to: main)
  }

  private mutating func moveNotes(_ text: OfficeText, to main: String) {
    var seen: Set<Int> = []
    func notes(_ paragraph: OfficeText.Paragraph) -> [Int] {
      paragraph.runs.compactMap { if case .note(let number) = $0 { number } else { nil } }
    }
    for field in fields {
      guard case .text(let blocks) = field.value else { continue }
      seen.formUnion(FieldPlan.paragraphs(blocks).flatMap(notes))
    }
    // Those of notes stand where the notes do.
    var next = Array(seen)
    while let number = next.popLast() {
      let inner = FieldPlan.paragraphs(text.notes[number]).flatMap(notes).filter {
        !seen.contains($0)
      }
      seen.formUnion(inner)
      next += inner
    }
    for number in FieldPlan.paragraphs(text.blocks).flatMap(notes) where !seen.contains(number) {
      seen.insert(number)
      movedNotes.append(number)
      for block in text.notes[number] { add(block, to: main) }
    }
  }

  /// The field of which a document begins with a text: an achievement has `Cosa abbiamo fatto`, an objective its premise.
  static func kind(of text: OfficeText) -> EntityKind {
    let words = text.blocks.compactMap { block in
      if case .paragraph(let paragraph) = block {
        FieldPlan.isHead(paragraph) ? paragraph.text : nil
      } else {
        nil
      }
    }
    func count(_ kind: EntityKind) -> Int {
      let names = FieldNames(kind)
      return words.count { names[$0]?.isText == true }
    }
    let (achievement, objective) = (count(.achievement), count(.objective))
    return achievement == 0 && objective == 0
      ? .context : achievement >= objective ? .achievement : .objective
  }

  // What paragraphs say of themselves

  private static func isTitle(_ paragraph: OfficeText.Paragraph, of kind: EntityKind) -> Bool {
    if paragraph.level == 0 { return true }
    let styles: [EntityKind: [String]] = [
      .achievement: ["titolo realizzazione", "achievement title"],
      .objective: ["obiettivo", "objective"],
    ]
    return styles[kind]?.contains(paragraph.style.lowercased()) ?? false
  }

  /// The first heading, where all that comes stands below it.
  private static func opening(of blocks: [OfficeText.Block], _ kind: EntityKind) -> Int? {
    var first: (place: Int, level: Int)?
    for (place, block) in blocks.enumerated() {
      guard case .paragraph(let paragraph) = block, !paragraph.isBlank,
        !TemplateWords.isOwn(paragraph)
      else {
        if first == nil, case .table = block { return nil }
        continue
      }
      if isTitle(paragraph, of: kind) { return nil }
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
  private static func boldOpening(
    of blocks: [OfficeText.Block], _ kind: EntityKind, _ names: FieldNames
  ) -> Int? {
    let isTitled = blocks.contains { block in
      if case .paragraph(let paragraph) = block { isTitle(paragraph, of: kind) } else { false }
    }
    let first = blocks.firstIndex { block in
      if case .paragraph(let paragraph) = block { !paragraph.isBlank } else { true }
    }
    guard !isTitled, let first, blocks.count > first + 1,
      case .paragraph(let paragraph) = blocks[first], paragraph.level == nil, isHead(paragraph),
      names[paragraph.text] == nil, !TemplateWords.isOwn(paragraph)
    else { return nil }
    return first
  }

  /// A field of one line that has a style of its own.
  private static func styled(_ paragraph: OfficeText.Paragraph, _ names: FieldNames) -> Field? {
    guard paragraph.level == nil, ["in breve", "summary"].contains(paragraph.style.lowercased()),
      let field = names[paragraph.style], !field.isText
    else { return nil }
    return field
  }

  /// The field whose text begins below a paragraph.
  private static func heading(_ paragraph: OfficeText.Paragraph, _ names: FieldNames) -> Field? {
    guard isHead(paragraph), let field = names[paragraph.text], field.isText else { return nil }
    return field
  }

  /// A heading by its style, or a short line that is all bold.
  static func isHead(_ paragraph: OfficeText.Paragraph) -> Bool {
    if paragraph.level != nil { return true }
    let text = paragraph.text.drop { $0.isWhitespace }
    guard text.count < 90, paragraph.list == nil, text.last != "." else { return false }
    return paragraph.runs.allSatisfy { run in
      if case .text(let text, let look) = run {
        look.isBold || text.allSatisfy(\.isWhitespace)
      } else {
        false
      }
    }
  }

  // Forms

  /// A table of two columns of which the first names fields, or one with controls for them.
  private mutating func takeForm(_ table: OfficeText.Table, _ names: FieldNames) -> Bool {
    let all = table.rows.map { row in row.map { FieldPlan.paragraphs($0.blocks) } }
    let paragraphs = all.map { $0.map { $0.filter { !TemplateWords.isOwn($0) } } }
    let hasControls = paragraphs.joined().joined().contains {
      FieldPlan.field(of: $0, names) != nil
    }
    let isForm =
      !paragraphs.isEmpty
      && paragraphs.allSatisfy { row in
        row.count == 2 && names[row[0].map(\.text).joined(separator: " ")] != nil
      }
    guard hasControls || isForm else { return false }
    labels += all.joined().joined().filter(TemplateWords.isOwn).flatMap(\.sources)
    for row in paragraphs {
      let named = hasControls ? nil : names[row.first?.map(\.text).joined(separator: " ") ?? ""]
      for (column, cell) in row.enumerated() {
        for paragraph in cell where !paragraph.isBlank {
          if let field = FieldPlan.field(of: paragraph, names) ?? (column == 1 ? named : nil) {
            put(paragraph, into: field.italian)
          } else {
            labels += paragraph.sources
          }
        }
      }
    }
    return true
  }

  private mutating func take(control paragraph: OfficeText.Paragraph, _ names: FieldNames) -> Bool {
    guard let field = FieldPlan.field(of: paragraph, names) else { return false }
    put(paragraph, into: field.italian)
    return true
  }

  /// The field for which a paragraph was typed into a control.
  private static func field(of paragraph: OfficeText.Paragraph, _ names: FieldNames) -> Field? {
    paragraph.runs.lazy.compactMap { run in
      if case .text(_, let look) = run { look.field.flatMap { names[$0] } } else { nil }
    }.first
  }

  private static func paragraphs(_ blocks: [OfficeText.Block]) -> [OfficeText.Paragraph] {
    blocks.flatMap { block in
      switch block {
      case .paragraph(let paragraph): [paragraph]
      case .table(let table): table.rows.joined().flatMap { paragraphs($0.blocks) }
      }
    }
  }

  // Means

  private mutating func put(_ paragraph: OfficeText.Paragraph, into name: String) {
    let isText = kind.table.index(of: name).map { kind.table.fields[$0].isText } ?? false
    guard !isText else { return add(.paragraph(paragraph), to: name) }
    let place = fields.firstIndex { $0.name == name }
    guard let place, case .line(let before) = fields[place].value else {
      return fields.append((name, .line([paragraph])))
    }
    fields[place].value = .line(before + [paragraph])
  }

  private mutating func add(_ block: OfficeText.Block, to name: String) {
    let place = fields.firstIndex { $0.name == name }
    guard let place, case .text(var blocks) = fields[place].value else {
      return fields.append((name, .text([block])))
    }
    // Nobody else holds them while one is added: a copy each time would take the square.
    fields[place].value = .text([])
    blocks.append(block)
    fields[place].value = .text(blocks)
  }
}
