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
      let entries = Dictionary(
        (here[place] ?? []).map { ($0, now[$0] ?? "") }, uniquingKeysWith: { $1 })
      match(names.sorted(), of: list, identities, to: entries, of: place)
    }
  }

  /// Each entry is at most one of those that were: whoever is where it was, then whoever moved, then whoever was
  /// changed in its place, so that its fields are compared one by one.
  private mutating func match(
    _ names: [String], of list: String, _ identities: [String: String],
    to entries: [String: String], of place: String
  ) {
    var free = entries
    func same(_ name: String) -> String { place + name.dropFirst(list.count) }
    let moved = names.filter { name in
      guard free[same(name)] == identities[name] else { return true }
      free[same(name)] = nil
      return false
    }
    for name in names where list != place { renamed[name] = same(name) }
    var places = Dictionary(grouping: free.keys.sorted().reversed()) { free[$0] ?? "" }
    var rest: [String] = []
    for name in moved {
      guard let found = places[identities[name] ?? ""]?.popLast() else {
        rest.append(name)
        continue
      }
      renamed[name] = found
      free[found] = nil
    }
    for name in rest {
      let isNamed = identities[name]?.hasPrefix("id ") == true
      if isNamed || free.removeValue(forKey: same(name)) == nil { lost.insert(name) }
    }
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

  private static func list(of name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
  }

  private static func depth(_ name: String) -> Int { name.count { $0 == "." } }
}
