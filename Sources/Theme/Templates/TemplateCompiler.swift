import Diagnostics
import Hypertext

/// Makes a program of a template: looks its names up in what the template sees, and puts in what is the
/// same for every page (words, addresses of assets, components).
struct TemplateCompiler {
  /// What stands beside the template in its theme.
  struct Surroundings: Sendable {
    let strings: Strings
    let assets: [String: String]
    let components: [String: TemplateTree]
    /// False where components hold one another without end, so that none may be put in.
    let putsInComponents: Bool
  }

  /// A record or element that the template is in.
  struct Scope {
    /// Nil where it cannot be known, inside a component of the theme's own.
    let shape: ViewShape?
  }

  let tree: TemplateTree
  let around: Surroundings
  /// Whether what is wrong was told already, where the template was looked at by itself.
  let isQuiet: Bool
  private(set) var diagnostics: [Diagnostic] = []
  var scopes: [Scope]
  var source: TemplateSource { tree.source }

  /// Where the lines begin, for those of the tags.
  let lines: LineIndex
  private var scanner: MarkupScanner
  private var steps: [TemplateStep] = []
  /// Fixed text that is no step yet.
  private var text = ""
  private let indentation: String
  private var isAtLineStart: Bool

  private init(
    _ tree: TemplateTree, _ around: Surroundings, isQuiet: Bool, scopes: [Scope],
    scanner: MarkupScanner = MarkupScanner(), indentation: String = ""
  ) {
    self.tree = tree
    self.around = around
    self.isQuiet = isQuiet
    self.scopes = scopes
    self.scanner = scanner
    self.indentation = indentation
    isAtLineStart = !indentation.isEmpty
    lines = LineIndex(tree.source.text)
  }

  /// A template by itself, with what is wrong with it.
  static func compile(
    _ tree: TemplateTree, _ around: Surroundings
  ) -> (program: TemplateProgram, diagnostics: [Diagnostic]) {
    var compiler = TemplateCompiler(
      tree, around, isQuiet: false, scopes: [Scope(shape: tree.source.shape)])
    let steps =
      switch tree.source.dialect {
      case .markdown: compiler.blocks(of: tree.nodes)
      case .html: compiler.html(of: tree.nodes)
      }
    return (TemplateProgram(steps: steps), tree.diagnostics + compiler.diagnostics)
  }

  // HTML

  /// The steps of an HTML template, or of a part of it.
  mutating func html(of nodes: [TemplateTree.Node]) -> [TemplateStep] {
    let outer = steps
    steps = []
    for node in nodes {
      switch node {
      case .text(let range): append(source.text.slice(utf8: range))
      case .variable(let tag):
        switch value(of: tag) {
        case .constant(let text): append(HTMLText.escaped(text))
        case .slot(let slot, _):
          indent()
          endText()
          steps.append(.value(slot, .html))
        case nil: break
        }
      case .component(let tag, let blanks):
        append(component: tag, indentation: String(source.text.slice(utf8: blanks)))
      case .section(let section):
        endText(endsSection: true)
        steps += self.steps(of: section) { compiler in compiler.html(of: section.nodes) }
      }
    }
    endText(endsSection: true)
    defer { steps = outer }
    return steps
  }

  private mutating func append(_ fixed: some StringProtocol) {
    guard !indentation.isEmpty else {
      text += fixed
      return
    }
    for scalar in fixed.unicodeScalars {
      indent()
      text.unicodeScalars.append(scalar)
      isAtLineStart = scalar == "\n"
    }
  }

  /// What stands before each line of a component that has a line of its own.
  private mutating func indent() {
    if isAtLineStart { text += indentation }
    isAtLineStart = false
  }

  private mutating func endText(endsSection: Bool = false) {
    let html = scanner.scan(text, endsSection: endsSection)
    text = ""
    if !html.isEmpty || !html.seams.isEmpty { steps.append(.fixed(html)) }
  }

  private mutating func append(component tag: Tag, indentation: String) {
    guard let tree = component(tag), around.putsInComponents else { return }
    indent()
    endText()
    var compiler = TemplateCompiler(
      tree, around, isQuiet: true, scopes: scopes, scanner: scanner,
      indentation: self.indentation + indentation)
    steps += compiler.html(of: tree.nodes)
    scanner = compiler.scanner
  }

  // Tags

  /// A component's steps by themselves, as a page takes them in.
  mutating func steps(ofComponent tag: Tag) -> [TemplateStep] {
    guard let tree = component(tag), around.putsInComponents else { return [] }
    var compiler = TemplateCompiler(tree, around, isQuiet: true, scopes: scopes)
    return compiler.html(of: tree.nodes)
  }

  private mutating func component(_ tag: Tag) -> TemplateTree? {
    guard let tree = around.components[tag.name] else {
      report(
        .templateComponent, "il componente `\(tag.name)` non c'è",
        "there is no component `\(tag.name)`",
        NearMiss.help(for: tag.name, among: around.components.keys), tag.nameRange)
      return nil
    }
    if isInHeading(tag) {
      report(
        .templateBlock, "in un titolo sta solo testo, non un componente",
        "a heading holds only text, no component", nil, tag.range)
    }
    return tree
  }

  /// A section with what its names mean inside it.
  mutating func steps(
    of section: TemplateTree.Section,
    _ inner: (inout TemplateCompiler) -> [TemplateStep]
  ) -> [TemplateStep] {
    let entered = enter(section)
    let steps = inner(&self)
    leave(entered)
    return entered.steps(steps)
  }

  /// A section whose name has been looked up.
  struct EnteredSection: Sendable {
    let opening: Tag
    /// Nil where nothing has its name.
    let slot: Slot?
    /// Whether the names inside it are first looked for in what it stands for.
    let isEntered: Bool

    func steps(_ inner: [TemplateStep]) -> [TemplateStep] {
      switch (opening.kind, slot) {
      case (.inverted, let slot?): [.inverted(slot, inner)]
      case (.inverted, nil): inner
      case (_, let slot?): [.section(slot, isEntered: isEntered, inner)]
      case (_, nil): []
      }
    }
  }

  mutating func enter(_ section: TemplateTree.Section) -> EnteredSection {
    let found = lookUp(section.opening)
    let element: ViewShape?? =
      switch found?.shape {
      case _ where section.isInverted || found?.slot.asksPresence == true: nil
      case .list(let element): element
      case .record: found?.shape
      default: nil
      }
    if let element { scopes.append(Scope(shape: element)) }
    return EnteredSection(
      opening: section.opening, slot: found?.slot, isEntered: element != nil)
  }

  mutating func leave(_ section: EnteredSection) {
    if section.isEntered { scopes.removeLast() }
  }

  /// What stands for a variable.
  enum Variable {
    /// The same for every page.
    case constant(String)
    case slot(Slot, ViewShape)
  }

  mutating func value(of tag: Tag) -> Variable? {
    if tag.name.hasPrefix("t.") {
      let name = String(tag.name.dropFirst(2))
      let strings = around.strings
      guard let text = strings.find(name) else {
        report(
          .templateString, "la parola `\(name)` non c'è in `strings/\(strings.language).yml`",
          "there is no string `\(name)` in `strings/\(strings.language).yml`",
          NearMiss.help(for: name, among: strings.names), tag.nameRange)
        return nil
      }
      return .constant(text)
    }
    if tag.name.hasPrefix("asset.") {
      let name = String(tag.name.dropFirst(6))
      guard let address = around.assets[name] else {
        report(
          .templateAsset, "il file `assets/\(name)` non c'è", "there is no file `assets/\(name)`",
          NearMiss.help(for: name, among: around.assets.keys), tag.nameRange)
        return nil
      }
      return .constant(address)
    }
    guard let (slot, shape) = lookUp(tag) else { return nil }
    if case .prose = shape, source.dialect == .html {
      report(
        .templateVariable, "`\(tag.name)` è Markdown: si usa solo nei modelli `.md`",
        "`\(tag.name)` is Markdown: only templates `.md` show it", nil, tag.nameRange)
    }
    checkPlace(of: tag, shape)
    return .slot(slot, shape)
  }

  mutating func report(
    _ identifier: Diagnostic.Identifier, _ italian: String, _ english: String, _ help: Phrase?,
    _ range: Range<Int>
  ) {
    guard !isQuiet else { return }
    diagnostics.append(
      Diagnostic(
        identifier, Phrase(it: italian, en: english), help: help,
        at: SourceRange(file: source.id, bytes: range)))
  }
}
