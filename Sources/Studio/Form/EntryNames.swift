import Writing

/// What the entries that a form was made of are called now, when others have come and gone.
struct EntryNames {
  /// By what they were called; only those that are called otherwise.
  private var renamed: [String: String] = [:]
  /// Those that are there no more, by what they were called.
  private(set) var lost: Set<String> = []

  /// - Parameters:
  ///   - identities: what the form says each entry was, by its name.
  ///   - now: what each entry is.
  init(_ identities: [String: String], now: [String: String]) {
    let lists = Dictionary(grouping: identities.keys, by: EntryNames.list)
    let here = Dictionary(grouping: now.keys, by: EntryNames.list)
    // A list before those that are in its entries.
    for (list, names) in lists.sorted(by: { EntryNames.depth($0.key) < EntryNames.depth($1.key) }) {
      guard let place = current(list) else {
        lost.formUnion(names)
        continue
      }
      match(EntryNames.ordered(names), EntryNames.ordered(here[place] ?? []), identities, now)
    }
  }

  /// Each entry is at most one of those that were: first those that stand in the same order, then those that were
  /// moved, then whoever was changed in its place, so that its fields are compared one by one.
  private mutating func match(
    _ old: [String], _ new: [String], _ identities: [String: String], _ now: [String: String]
  ) {
    let (were, are) = (old.map { identities[$0] ?? "" }, new.map { now[$0] ?? "" })
    let hunks = Hunk.all(from: were, to: are)
    var (one, two) = (0, 0)
    for hunk in hunks {
      for (name, same) in zip(old[one..<hunk.old.lowerBound], new[two..<hunk.new.lowerBound]) {
        call(name, same)
      }
      (one, two) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    for (name, same) in zip(old[one...], new[two...]) { call(name, same) }
    var places = Dictionary(grouping: hunks.flatMap(\.new).reversed()) { are[$0] }
    var taken: Set<Int> = []
    var rest: Set<Int> = []
    for place in hunks.flatMap(\.old) {
      guard let found = places[were[place]]?.popLast() else {
        rest.insert(place)
        continue
      }
      call(old[place], new[found])
      taken.insert(found)
    }
    for hunk in hunks {
      let (gone, come) = (hunk.old.filter(rest.contains), hunk.new.filter { !taken.contains($0) })
      // One with a name of its own is that one and no other; of several nobody knows which is which.
      let isSure = gone.count == come.count
      for (number, place) in gone.enumerated() {
        if isSure, !were[place].hasPrefix("id ") {
          call(old[place], new[come[number]])
        } else {
          lost.insert(old[place])
        }
      }
    }
  }

  private mutating func call(_ old: String, _ new: String) {
    if old != new { renamed[old] = new }
  }

  /// What a field, an entry or a list is called now; nil for what is in an entry that is gone.
  func current(_ name: String) -> String? {
    var end = name.endIndex
    while true {
      let start = String(name[..<end])
      if lost.contains(start) { return nil }
      if let new = renamed[start] { return new + name[end...] }
      guard let dot = start.lastIndex(of: ".") else { return name }
      end = dot
    }
  }

  /// The outermost entry that is gone of those that a field is in; nil where none is.
  func lostEntry(of field: String) -> String? {
    var found: String?
    var name = field
    while let dot = name.lastIndex(of: ".") {
      name = String(name[..<dot])
      if lost.contains(name) { found = name }
    }
    return found
  }

  static func list(of name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
  }

  private static func ordered(_ names: [String]) -> [String] {
    func number(_ name: String) -> Int { name.split(separator: ".").last.flatMap { Int($0) } ?? 0 }
    return names.map { (name: $0, number: number($0)) }
      .sorted { ($0.number, $0.name) < ($1.number, $1.name) }.map(\.name)
  }

  private static func depth(_ name: String) -> Int { name.count { $0 == "." } }
}
