import Mustache
import Synchronization

/// One template of a theme, ready to be expanded for any view.
final class Template: Sendable {
  private let template: MustacheTemplate
  private let library: MustacheLibrary
  private let isMarkdown: Bool
  private let known: Mutex<Known>

  private struct Known {
    /// The names of the view that the template, or a partial in it, uses.
    var names: UsedNames
    var expansions: [ShapeKey: Expansion] = [:]
  }

  /// Beyond so many shapes a template is expanded anew each time, so that memory stays bounded.
  private static let maximumShapes = 2048

  init(
    _ template: MustacheTemplate, library: MustacheLibrary, names: UsedNames, isMarkdown: Bool
  ) {
    self.template = template
    self.library = library
    self.isMarkdown = isMarkdown
    known = Mutex(Known(names: names))
  }

  func expansion(for view: View) -> Expansion {
    let key = ShapeKey(view, known.withLock { $0.names })
    if let found = known.withLock({ $0.expansions[key] }) { return found }
    let text = template.render(ViewContext(view: view, path: []), library: library)
    let expansion = Expansion(text, isMarkdown: isMarkdown)
    known.withLock { known in
      guard known.expansions.count < Template.maximumShapes else { return }
      known.expansions[key] = expansion
      known.names.learn(view)
    }
    return expansion
  }
}
