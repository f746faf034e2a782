/// The names that a template uses, with those it uses inside each of them.
struct UsedNames: Sendable {
  /// A name, the position where views have it, and the names used inside it.
  private(set) var children: [(name: String, hint: Int, names: UsedNames)] = []
  /// Whether the template goes through the elements of what has the name, and not only asks
  /// whether there are any.
  private(set) var isOpened = false

  /// Adds the names along a path.
  mutating func insert(_ path: some Collection<String>, isOpened: Bool) {
    guard let first = path.first else {
      if isOpened { self.isOpened = true }
      return
    }
    let index = children.firstIndex { $0.name == first } ?? children.count
    if index == children.count { children.append((first, 0, UsedNames())) }
    children[index].names.insert(path.dropFirst(), isOpened: isOpened)
  }

  mutating func formUnion(_ other: UsedNames) {
    if other.isOpened { isOpened = true }
    for (name, _, names) in other.children {
      insert([name], isOpened: false)
      if let index = children.firstIndex(where: { $0.name == name }) {
        children[index].names.formUnion(names)
      }
    }
  }

  /// Notes where a view has the names; later views of the kind have them at the same positions.
  mutating func learn(_ view: View) {
    switch view {
    case .list(let views):
      if let first = views.first { learn(first) }
    case .record(let fields):
      for index in children.indices {
        guard let position = fields.position(of: children[index].name) else { continue }
        children[index].hint = position
        children[index].names.learn(fields[position])
      }
    default: break
    }
  }
}

/// Of a view, only what a template's course depends on: what is there, what is true, how many.
///
/// Two views with equal keys expand to the same text but for their values. So a template runs
/// once for each key, and a page costs no more than putting its values in.
struct ShapeKey: Hashable {
  private var bytes: [UInt8] = []

  init(_ view: View, _ names: UsedNames) {
    bytes.reserveCapacity(64)
    write(view, names)
  }

  private mutating func write(_ view: View, _ names: UsedNames) {
    switch view {
    case .list(let views) where !views.isEmpty && names.isOpened:
      bytes.append(UInt8(ascii: "["))
      for element in views { write(element, names) }
      bytes.append(UInt8(ascii: "]"))
    case .record(let fields):
      bytes.append(UInt8(ascii: "{"))
      for (name, hint, names) in names.children {
        write(fields.position(of: name, hint: hint).map { fields[$0] } ?? .none, names)
      }
      bytes.append(UInt8(ascii: "}"))
    default: bytes.append(view.isEmpty ? 0x30 : 0x31)
    }
  }
}
