/// Of a view, only what a template's course depends on: what is there, what is true, how many.
///
/// Two views with equal keys expand to the same text but for their values. So a template runs
/// once for each key, and a page costs no more than putting its values in.
struct ShapeKey: Hashable {
  private var bytes: [UInt8] = []

  /// - Parameter names: the names of the record that the template uses, in a fixed order.
  init(_ view: View, names: [String]) {
    guard case .record(let fields) = view else {
      write(view)
      return
    }
    for name in names { write(fields[name] ?? .none) }
  }

  private mutating func write(_ view: View) {
    switch view {
    case .list(let views) where !views.isEmpty:
      bytes.append(UInt8(ascii: "["))
      for element in views { write(element) }
      bytes.append(UInt8(ascii: "]"))
    case .record(let fields):
      bytes.append(UInt8(ascii: "{"))
      for name in fields.keys.sorted() { write(fields[name] ?? .none) }
      bytes.append(UInt8(ascii: "}"))
    case .prose: bytes.append(view.isEmpty ? 0x30 : UInt8(ascii: "p"))
    default: bytes.append(view.isEmpty ? 0x30 : 0x31)
    }
  }
}
