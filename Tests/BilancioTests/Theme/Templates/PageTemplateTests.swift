import Diagnostics
import Hypertext
import Testing

@testable import Theme

/// The Markdown of a page's template, with values, sections and components in it.
@Suite struct PageTemplateTests {
  private struct Target: TemplateTarget {
    var html = HTML()

    mutating func write(prose: EmbeddedText) {
      html.startLine()
      html.append(markup: "<p>\(prose.text)</p>\n".utf8)
    }
    mutating func write(heading: HTML, level: Int, label: String) {
      html.append(markup: "<h\(level) title=\"\(label)\">".utf8)
      html.append(heading)
      html.append(markup: "</h\(level)>\n".utf8)
    }
    mutating func endHead() { html.append(markup: "<head>\n") }
    mutating func openTable(caption: HTML?) {
      html.append(markup: "<table>")
      if let caption { html.append(caption) }
      html.append(markup: "\n")
    }
    mutating func closeTable() { html.append(markup: "</table>\n") }
  }

  private static let shape = ViewShape.record([
    "title": .text, "empty": .text, "text": .prose, "drawing": .html, "url": .text, "no": .flag,
    "items": .list(.record(["label": .text, "url": .text, "parts": .list(.text)])),
    "none": .list(.record(["label": .text])),
  ])

  private static let view = View.record([
    "title": .text("A & B's *c*"), "url": .text("/a b/"),
    "drawing": .html(HTML(bytes: Array("<svg/>".utf8))),
    "text": .prose(EmbeddedText("Un testo.", at: .wholeFile(SourceFile.ID(0)))),
    "items": .list([
      .record([
        "label": .text("uno"), "url": .text("/1/"), "parts": .list([.text("x"), .text("y")]),
      ]),
      .record(["label": .text("due"), "url": .text("/2/"), "parts": .list([])]),
    ]),
    "none": .list([]),
  ])

  private static func run(_ template: String) -> (text: String, messages: [String]) {
    func tree(_ path: String, _ dialect: TemplateSource.Dialect, _ text: String) -> TemplateTree {
      TemplateTree(
        TemplateSource(
          path: path, name: "caso", dialect: dialect, id: SourceFile.ID(0), text: text, shape: shape
        ))
    }
    let made = TemplateCompiler.compile(
      tree("templates/caso.md", .markdown, template),
      TemplateCompiler.Surroundings(
        strings: Strings(language: "it", values: ["parola": "*Parola*"]), assets: [:],
        components: ["c": tree("components/c.html", .html, "<div>{{title}}</div>\n")],
        putsInComponents: true))
    var target = Target()
    var run = TemplateRun(view)
    run.run(made.program.steps, to: &target)
    return (
      String(decoding: target.html.standalone, as: UTF8.self),
      made.diagnostics.map(\.message.italian)
    )
  }

  @Test(arguments: [
    ("# {{title}}", "<h1 title=\"A & B's *c*\">A &amp; B's *c*</h1>\n"),
    (
      "## {{t.parola}} e *{{title}}*",
      "<h2 title=\"*Parola* e A & B's *c*\">*Parola* e <em>A &amp; B's *c*</em></h2>\n"
    ),
    ("{{title}} e\naltro", "<p>A &amp; B's *c* e\naltro</p>\n"), ("{{empty}}", ""),
    ("{{text}}", "<p>Un testo.</p>\n"), ("{{drawing}}", "<svg/>\n"),
    ("Ecco {{drawing}}.", "<p>Ecco <svg/>.</p>\n"), ("{{> c}}", "<div>A &amp; B&#39;s *c*</div>\n"),
    ("a\n\n---\n\nb\n\n---", "<p>a</p>\n<head>\n<p>b</p>\n<hr />\n"),
    ("[{{title}}]({{url}})", "<p><a href=\"/a%20b/\">A &amp; B's *c*</a></p>\n"),
    ("{{#title}}\nc'è\n{{/title}}\n{{^title}}\nnon c'è\n{{/title}}", "<p>c'è</p>\n"),
    ("Detto: {{#title}}*sì*{{/title}}{{^title}}no{{/title}}.", "<p>Detto: <em>sì</em>.</p>\n"),
    (
      "{{#text}}\n## Testo\n\n{{text}}\n{{/text}}",
      "<h2 title=\"Testo\">Testo</h2>\n<p>Un testo.</p>\n"
    ),
    (
      "{{#items}}\n- [{{label}}]({{url}})\n{{/items}}",
      "<ul>\n<li><a href=\"/1/\">uno</a></li>\n<li><a href=\"/2/\">due</a></li>\n</ul>\n"
    ),
    (
      "- prima\n{{#items}}\n- {{label}}\n{{/items}}\n- dopo",
      "<ul>\n<li>prima</li>\n<li>uno</li>\n<li>due</li>\n<li>dopo</li>\n</ul>\n"
    ),
    ("{{#none}}\n- {{label}}\n{{/none}}", ""),
    (
      "{{#items}}\n1. {{label}}\n{{#parts}}\n   - {{.}}\n{{/parts}}\n{{/items}}",
      "<ol>\n<li>uno\n<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n</li>\n<li>due</li>\n</ol>\n"
    ),
    (
      "{{#items}}\n- {{#url}}[{{label}}]({{url}}){{/url}}{{^url}}{{label}}{{/url}}\n{{/items}}",
      "<ul>\n<li><a href=\"/1/\">uno</a></li>\n<li><a href=\"/2/\">due</a></li>\n</ul>\n"
    ),
    (
      "{{#items}}\n### {{label}}\n\n{{label}}.\n\n{{/items}}",
      "<h3 title=\"uno\">uno</h3>\n<p>uno.</p>\n<h3 title=\"due\">due</h3>\n<p>due.</p>\n"
    ),
    (
      "{{#items}}\n{{> c}}\n{{/items}}",
      "<div>A &amp; B&#39;s *c*</div>\n<div>A &amp; B&#39;s *c*</div>\n"
    ),
    (
      "Tabella: voci\n\n| voce | via |\n|---|--:|\n{{#items}}\n| {{label}} | {{url}} |\n{{/items}}",
      "<table>voci\n<thead>\n<tr>\n<th scope=\"col\">\nvoce\n</th>\n<th scope=\"col\" class=\"text-end\">\nvia\n</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<th scope=\"row\">\nuno\n</th>\n<td class=\"text-end\">\n/1/\n</td>\n</tr>\n<tr>\n<th scope=\"row\">\ndue\n</th>\n<td class=\"text-end\">\n/2/\n</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    ("`{{title}}`", "<p><code>A &amp; B's *c*</code></p>\n"),
    ("> {{title}}", "<blockquote>\n<p>A &amp; B's *c*</p>\n</blockquote>\n"),
    ("<!-- una nota -->\n\na", "<p>a</p>\n"), ("{{! una nota }}\n# a", "<h1 title=\"a\">a</h1>\n"),
  ])
  func `a template gives its page`(template: String, html: String) {
    let made = PageTemplateTests.run(template)
    #expect(made.text == html)
    #expect(made.messages == [])
  }

  @Test(arguments: [
    ("a {{#no}}b\n\nc{{/no}} d", "la sezione `no` comincia in un capoverso e finisce in un altro"),
    ("*a {{#no}}b* c{{/no}}", "la sezione `no` comincia in un capoverso e finisce in un altro"),
    ("a <b>c</b>", "in un modello `.md` non sta HTML"),
    ("a {{text}}", "`text` è un testo intero: va su una riga da solo"),
    ("# {{drawing}}", "in un titolo sta solo testo, e `drawing` è HTML"),
    ("# {{> c}}", "in un titolo sta solo testo, non un componente"),
    ("{{items}}", "`items` è un gruppo di valori: si apre con `{{#items}}`"),
  ])
  func `what no page can hold is said`(template: String, message: String) {
    #expect(PageTemplateTests.run(template).messages.contains(message))
  }

  @Test func `HTML in a template is told where it stands`() {
    let shape = ViewShape.record(["title": .text])
    let text = "# {{title}}\n\nEcco <b>{{title}}</b>.\n"
    let tree = TemplateTree(
      TemplateSource(
        path: "templates/caso.md", name: "caso", dialect: .markdown, id: SourceFile.ID(0),
        text: text, shape: shape))
    let made = TemplateCompiler.compile(
      tree,
      TemplateCompiler.Surroundings(
        strings: Strings(language: "it", values: [:]), assets: [:], components: [:],
        putsInComponents: true))
    #expect(made.diagnostics.compactMap(\.place?.bytes) == [18..<21])
  }
}
