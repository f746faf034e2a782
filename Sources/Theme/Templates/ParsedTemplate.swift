import Diagnostics
import Mustache

/// A template's file checked and parsed, without the others that it may take in.
struct ParsedTemplate: Sendable {
  struct Loop: Sendable {
    let name: String
    let template: MustacheTemplate
    let names: UsedNames
  }

  let source: TemplateSource
  /// Nil where a mistake keeps it from being read.
  let template: MustacheTemplate?
  let names: UsedNames
  let loops: [Loop]
  /// The components that stand in it, as often as they do.
  let partials: [String]
  let tagCount: Int
  let diagnostics: [Diagnostic]

  init(
    _ source: TemplateSource, strings: Strings, assets: [String: String], components: Set<String>
  ) {
    var check = TemplateCheck(
      source: source, strings: strings, assets: assets, components: components)
    let text = check.run()
    var diagnostics = check.diagnostics
    self.source = source
    names = check.usedNames
    partials = text == nil ? [] : source.partials
    tagCount = check.tagCount
    // Only checked text comes here, so Mustache takes it.
    loops =
      text == nil
      ? []
      : check.loops.compactMap { loop in
        (try? MustacheTemplate(string: loop.text)).map {
          Loop(name: loop.name, template: $0, names: loop.names)
        }
      }
    do {
      template = try text.map { try MustacheTemplate(string: $0) }
    } catch {
      template = nil
      diagnostics.append(
        Diagnostic(
          .templateSyntax,
          Phrase(it: "questo modello non si legge", en: "this template cannot be read"),
          at: .wholeFile(source.id)))
    }
    self.diagnostics = diagnostics
  }
}
