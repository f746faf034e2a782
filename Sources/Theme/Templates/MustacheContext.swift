import Mustache

/// A view as Mustache asks for it, at the place where it stands in the page's view.
///
/// This is the border to Mustache, whose values are `Any`. Nothing here gives out a value: only
/// marks for it, and whether it is there.
struct ViewContext: MustacheParent, MustacheCustomRenderable {
  let view: View
  let path: [ViewPath.Step]

  func child(named name: String) -> Any? {
    if name.first == "*" { return slots(named: name.dropFirst()) }
    guard case .record(let fields) = view else { return nil }
    if name.last == "?" {
      return fields[String(name.dropLast())].map { !$0.isEmpty }
    }
    guard let position = fields.position(of: name) else { return nil }
    return ViewContext(view: fields[position], path: path + [.name(name, hint: position)]).value
  }

  /// `*component` is the component here; `*list*component` is one for each element.
  private func slots(named name: Substring) -> Any {
    let parts = name.split(separator: "*")
    if parts.count == 2 {
      let list = path + parts[0].split(separator: ".").map { .name(String($0)) }
      return Mark(slot: .each(String(parts[1]), list))
    }
    return Mark(slot: .component(String(name), path))
  }

  /// The view in the form that Mustache understands.
  private var value: Any {
    switch view {
    case _ where view.isEmpty: Nothing()
    case .flag(let value): value
    case .list(let views):
      views.enumerated().map { ViewContext(view: $1, path: path + [.index($0)]) }
    case .record: self
    default: Mark(slot: .value(path))
    }
  }

  var renderText: String { Mark(slot: .value(path)).renderText }
  var isNull: Bool { view.isEmpty }
}

/// A value that is not there.
///
/// It is given instead of nil so that Mustache does not look for the
/// name in the records around this one.
private struct Nothing: MustacheParent, MustacheCustomRenderable {
  func child(named: String) -> Any? { nil }
  var renderText: String { "" }
  var isNull: Bool { true }
}

private struct Mark: MustacheParent, MustacheCustomRenderable {
  let slot: Slot

  func child(named: String) -> Any? { nil }
  var renderText: String { "\u{E000}\(slot.code)\u{E001}" }
  var isNull: Bool { false }
}
