import Office
import SocialReport

/// A document that tells of several things, one after another: what of it belongs to each.
///
/// A heading is where one begins if headings or a form below it name fields, and so is one of the same level beside
/// it. Nothing is parted where no field comes twice: an office may well have a chapter that is called as a field is.
struct DocumentSections {
  struct Record {
    let kind: EntityKind
    fileprivate(set) var blocks: [OfficeText.Block] = []
    /// Whether no field is named in it: all of it is its main text.
    let isUnnamed: Bool
  }

  private(set) var records: [Record] = []
  /// What stands before the first or above several of them, and belongs to none.
  private(set) var others: [OfficeText.Block] = []

  /// - Parameter kind: of all of them; nil where their fields tell.
  /// - Returns: nil for a document that tells of one thing.
  init?(_ text: OfficeText, kind: EntityKind?) {
    let heads = DocumentHeads(text.blocks, kind.map { [$0] } ?? [.achievement, .objective]).heads
    // Titles alone may be those of chapters.
    guard kind != nil || heads.contains(where: \.isNamed), DocumentSections.tellsOfSeveral(heads)
    else { return nil }
    // The records of heads, and the one that is open.
    var recordOf: [Int: Int] = [:]
    var open: (record: Int, rank: Int)?
    var next = 0
    for (place, block) in text.blocks.enumerated() {
      while next < heads.count, heads[next].block == place {
        let head = heads[next]
        if head.isRecord || open.map({ head.isBeside($0.rank) }) ?? false {
          let before = records.last?.kind ?? .achievement
          recordOf[next] = records.count
          open = (records.count, head.rank)
          records.append(
            Record(kind: kind ?? (head.isNamed ? head.kind : before), isUnnamed: !head.isNamed))
        } else if let parent = head.parent, let record = recordOf[parent] {
          open = (record, heads[parent].rank)
        } else if !head.isField, head.holdsRecords || open.map({ head.rank < $0.rank }) ?? false {
          open = nil
        }
        next += 1
      }
      if let open { records[open.record].blocks.append(block) } else { others.append(block) }
    }
  }

  /// Whether a field is named in two of them, or achievements stand below their objective.
  private static func tellsOfSeveral(_ heads: [DocumentHeads.Head]) -> Bool {
    var seen: Set<String> = []
    for head in heads where head.isRecord {
      guard seen.isDisjoint(with: head.fields) else { return true }
      seen.formUnion(head.fields)
      if head.kind == .objective, head.holdsRecords { return true }
    }
    return false
  }
}

/// The headings of a document, with what stands below each.
struct DocumentHeads {
  struct Head {
    /// The block that it begins with.
    let block: Int
    /// The less, the further it reaches.
    let rank: Int
    /// Whether it names a field.
    let isField: Bool
    /// The one that it stands below.
    let parent: Int?
    /// The fields that are named right below it, by kind.
    fileprivate(set) var named: [EntityKind: Set<String>] = [:]
    fileprivate(set) var isRecord = false
    /// Whether its style says of which kind's records it is the title.
    fileprivate(set) var isOwnTitle = false
    /// Whether records begin below it.
    fileprivate(set) var holdsRecords = false

    var kind: EntityKind {
      (named[.achievement]?.count ?? 0) >= (named[.objective]?.count ?? 0)
        ? .achievement : .objective
    }

    /// Whether a field is named in it, or its kind.
    var isNamed: Bool { isOwnTitle || !fields.subtracting(["titolo"]).isEmpty }

    var fields: Set<String> { named.values.reduce(into: []) { $0.formUnion($1) } }

    /// Whether it stands beside a record, and so is another one.
    func isBeside(_ rank: Int) -> Bool { !isField && !holdsRecords && self.rank == rank }
  }

  private(set) var heads: [Head] = []
  private let labels: [(kind: EntityKind, known: FieldLabels)]
  /// Those below which the next block stands, the outermost first.
  private var open: [Int] = []

  /// A title, and a form with one: all that comes up to the next stands below it.
  private static let (titleRank, formRank) = (0, 3)
  /// Of titles whose style says of which records they are.
  private static let ownRanks: [EntityKind: Int] = [.objective: 1, .achievement: 2]

  /// - Parameter level: of a heading; nil for a line that is all bold, below which no heading by style stands.
  private static func rank(_ level: Int?) -> Int { formRank + 2 * (level ?? 40) }

  init(_ blocks: [OfficeText.Block], _ kinds: [EntityKind]) {
    labels = kinds.map { ($0, FieldLabels($0)) }
    let written = blocks.indices.filter { DocumentHeads.isWritten(blocks[$0]) }
    for (number, place) in written.enumerated() {
      let isBehindTitle =
        number > 0
        && heads.last.map { $0.block == written[number - 1] && $0.rank == DocumentHeads.titleRank }
          ?? false
      switch blocks[place] {
      case .table:
        take(
          form: fields(of: blocks[place]), at: place,
          behind: number > 0 ? written[number - 1] : nil)
      case .paragraph(let paragraph):
        let next = number + 1 < written.count ? blocks[written[number + 1]] : nil
        take(paragraph, at: place, next: next, isBehindTitle: isBehindTitle)
      }
    }
    findRecords()
  }

  private static func isWritten(_ block: OfficeText.Block) -> Bool {
    guard case .paragraph(let paragraph) = block else { return true }
    return !paragraph.isBlank && !TemplateWords.isOwn(paragraph)
  }

  private func fields(of block: OfficeText.Block) -> [EntityKind: Set<String>] {
    var found: [EntityKind: Set<String>] = [:]
    for (kind, known) in labels {
      let fields = known.fields(of: block)
      if !fields.isEmpty { found[kind] = fields }
    }
    return found
  }

  private mutating func take(
    _ paragraph: OfficeText.Paragraph, at place: Int, next: OfficeText.Block?, isBehindTitle: Bool
  ) {
    if let kind = labels.first(where: { $0.known.isOwnTitle(paragraph) })?.kind {
      push(place, rank: DocumentHeads.ownRanks[kind] ?? DocumentHeads.titleRank, isField: false)
      heads[heads.count - 1].isOwnTitle = true
      return name([kind: ["titolo"]], below: heads.count - 1)
    }
    if paragraph.level == 0 {
      // A title on two lines is one.
      if !isBehindTitle { push(place, rank: DocumentHeads.titleRank, isField: false) }
      return
    }
    guard FieldLabels.isHead(paragraph) else { return }
    let rank = DocumentHeads.rank(paragraph.level)
    let named = fields(of: .paragraph(paragraph))
    guard named.isEmpty else {
      push(place, rank: rank, isField: true)
      return name(named, below: heads[heads.count - 1].parent)
    }
    // Where an office has one style for all headings, the one right above a field's reaches further.
    let isAboveField = next.map { isAlike($0, paragraph) && !fields(of: $0).isEmpty } ?? false
    if paragraph.level != nil || isAboveField {
      push(place, rank: isAboveField ? rank - 1 : rank, isField: false)
    }
  }

  /// Whether a heading is of the level of another; a table has none.
  private func isAlike(_ block: OfficeText.Block, _ head: OfficeText.Paragraph) -> Bool {
    if case .paragraph(let paragraph) = block { paragraph.level == head.level } else { true }
  }

  /// - Parameter before: the block above it.
  private mutating func take(
    form named: [EntityKind: Set<String>], at place: Int, behind before: Int?
  ) {
    guard !named.isEmpty else { return }
    guard named.values.contains(where: { $0.contains("titolo") }) else {
      return name(named, below: open.last(where: { !heads[$0].isField }))
    }
    // A heading right above a form is its own: `Scheda 1`.
    var start = place
    if let head = heads.last, head.block == before, !head.isField, head.named.isEmpty,
      head.rank > DocumentHeads.titleRank
    {
      start = head.block
      heads.removeLast()
      open.removeLast()
    }
    push(start, rank: DocumentHeads.formRank, isField: false)
    name(named, below: heads.count - 1)
  }

  private mutating func push(_ place: Int, rank: Int, isField: Bool) {
    while let last = open.last, heads[last].rank >= rank { open.removeLast() }
    let parent = open.last(where: { !heads[$0].isField })
    heads.append(Head(block: place, rank: rank, isField: isField, parent: parent))
    open.append(heads.count - 1)
  }

  private mutating func name(_ fields: [EntityKind: Set<String>], below head: Int?) {
    guard let head else { return }
    heads[head].named.merge(fields) { $0.union($1) }
  }

  /// A heading with fields below it is a record, unless it stands in an achievement; where there are several titles,
  /// each of them.
  private mutating func findRecords() {
    var isInAchievement = [Bool](repeating: false, count: heads.count)
    for index in heads.indices {
      if let parent = heads[index].parent {
        isInAchievement[index] =
          isInAchievement[parent] || heads[parent].isRecord && heads[parent].kind == .achievement
      }
      heads[index].isRecord = !heads[index].named.isEmpty && !isInAchievement[index]
    }
    for index in heads.indices.reversed() where heads[index].isRecord || heads[index].holdsRecords {
      if let parent = heads[index].parent { heads[parent].holdsRecords = true }
    }
    let titles = heads.indices.filter { heads[$0].rank == DocumentHeads.titleRank }
    guard titles.count > 1 else { return }
    // A title that is only the head of others belongs to none of them.
    for index in titles where heads[index].isRecord || !heads[index].holdsRecords {
      heads[index].isRecord = true
      for (kind, _) in labels { heads[index].named[kind, default: []].insert("titolo") }
    }
  }
}
