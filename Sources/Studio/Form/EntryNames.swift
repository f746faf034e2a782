/// What the entries that a form was made of are called now, when others have come and gone.
struct EntryNames {
  /// By what they were called; only those that are called otherwise.
  private(set) var renamed: [String: String] = [:]
  /// Those that are there no more.
  private(set) var lost: [String] = []

  /// - Parameters:
  ///   - identities: what the form says each entry was.
  ///   - now: what each entry is.
  init(_ identities: [String: String], now: [String: String]) {
    for (name, identity) in identities.sorted(by: { $0.key < $1.key }) where now[name] != identity {
      let list = name.prefix { $0 != "." }
      let found = now.first { other, known in
        known == identity && other.prefix { $0 != "." } == list
      }
      if let found {
        renamed[name] = found.key
      } else if identity.hasPrefix("id ") || now[name] == nil {
        lost.append(name)
      }
      // Else it is in its place, and somebody changed it: its fields are compared one by one.
    }
  }

  static func renamed(_ name: String, _ names: [String: String]) -> String {
    for (old, new) in names {
      if name == old { return new }
      if name.hasPrefix(old + ".") { return new + name.dropFirst(old.count) }
    }
    return name
  }
}
