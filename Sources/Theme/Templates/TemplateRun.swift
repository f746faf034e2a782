package import Diagnostics
package import Hypertext

/// What a template is written to: HTML, or a page that takes in an author's texts.
package protocol TemplateTarget {
  var html: HTML { get set }
  mutating func write(prose: EmbeddedText)
  /// - Parameter label: the words of the heading.
  mutating func write(heading: HTML, level: Int, label: String)
  mutating func endHead()
  mutating func openTable(caption: HTML?)
  mutating func closeTable()
}

/// Only HTML, as a component has it.
struct ComponentTarget: TemplateTarget {
  var html = HTML()

  mutating func write(prose: EmbeddedText) {}
  mutating func write(heading: HTML, level: Int, label: String) {}
  mutating func endHead() {}
  mutating func openTable(caption: HTML?) {}
  mutating func closeTable() {}
}

/// Runs a template over a view.
struct TemplateRun {
  /// The records and elements that the template is in, the innermost last.
  private var scopes: [View]

  init(_ view: View) { scopes = [view] }

  mutating func run(_ steps: [TemplateStep], to target: inout some TemplateTarget) {
    for step in steps {
      switch step {
      case .fixed(let html): target.html.append(html)
      case .value(let slot, let form): write(view(slot), form, to: &target.html)
      case .section(let slot, let isEntered, let steps):
        section(view(slot), isEntered, steps, to: &target)
      case .inverted(let slot, let steps):
        if view(slot).isEmpty { run(steps, to: &target) }
      case .line: target.html.startLine()
      case .prose(let slot):
        if case .prose(let text) = view(slot) { target.write(prose: text) }
      case .heading(let level, let label, let content):
        target.write(
          heading: part(content), level: level,
          label: String(decoding: part(label).bytes, as: UTF8.self))
      case .headEnd: target.endHead()
      case .table(let caption, let rows):
        target.openTable(caption: caption.map { part($0) })
        run(rows, to: &target)
        target.closeTable()
      case .group(let opening, let steps, let closing):
        let start = target.html.extent
        target.html.startLine()
        target.html.append(opening)
        let inner = target.html.extent
        run(steps, to: &target)
        if target.html.extent == inner {
          target.html.truncate(to: start)
        } else {
          target.html.append(closing)
        }
      }
    }
  }

  /// Some steps by themselves.
  private mutating func part(_ steps: [TemplateStep]) -> HTML {
    var part = ComponentTarget()
    run(steps, to: &part)
    return part.html
  }

  private mutating func section(
    _ view: View, _ isEntered: Bool, _ steps: [TemplateStep], to target: inout some TemplateTarget
  ) {
    if view.isEmpty { return }
    guard isEntered else { return run(steps, to: &target) }
    let elements = if case .list(let elements) = view { elements } else { [view] }
    for element in elements {
      scopes.append(element)
      run(steps, to: &target)
      scopes.removeLast()
    }
  }

  private func view(_ slot: Slot) -> View {
    let place = scopes.count - 1 - slot.up
    guard scopes.indices.contains(place) else { return .none }
    var view = scopes[place]
    for name in slot.names {
      guard case .record(let fields) = view, let field = fields[name] else { return .none }
      view = field
    }
    return slot.asksPresence ? .flag(!view.isEmpty) : view
  }

  private func write(_ view: View, _ form: SlotForm, to html: inout HTML) {
    switch view {
    case .html(let other): html.append(other)
    case .text(let text):
      switch form {
      case .html: html.append(text: text)
      case .content: html.append(content: text)
      case .address: html.append(address: text)
      case .plain: html.append(markup: text.utf8)
      }
    default: break
    }
  }
}
