import Diagnostics
import Hypertext
import Testing

@testable import Theme

/// The language of templates is Mustache (mustache.github.io/mustache.5.html).
///
/// Each case is one that its public specification demands of interpolations, sections, inverted sections,
/// partials and comments. What this program does not offer (unescaped values, other delimiters, lambdas) is
/// refused with words.
@Suite struct MustacheTests {
  static func run(
    _ template: String, _ view: View, components: [String: String] = [:]
  ) -> (text: String, diagnostics: [Diagnostic]) {
    func tree(_ name: String, _ text: String) -> TemplateTree {
      TemplateTree(
        TemplateSource(
          path: "components/\(name).html", name: name, dialect: .html, id: SourceFile.ID(0),
          text: text, shape: MustacheTests.shape(of: view)))
    }
    let strings = Strings(language: "it", values: ["saluto": "Ciao & addio"])
    let made = TemplateCompiler.compile(
      tree("caso", template),
      TemplateCompiler.Surroundings(
        strings: strings, assets: ["a.css": "/a.1.css"],
        components: Dictionary(
          components.map { ($0.key, tree($0.key, $0.value)) }, uniquingKeysWith: { a, _ in a }),
        putsInComponents: true))
    var target = ComponentTarget()
    var run = TemplateRun(view)
    run.run(made.program.steps, to: &target)
    return (String(decoding: target.html.standalone, as: UTF8.self), made.diagnostics)
  }

  /// What a template must know of a view, taken from one.
  private static func shape(of view: View) -> ViewShape {
    switch view {
    case .none, .text: .text
    case .flag: .flag
    case .html: .html
    case .prose: .prose
    case .list(let views): .list(views.first.map(shape) ?? .text)
    case .record(let fields): .record(fields.shapes(shape))
    }
  }

  private static let person: View = .record([
    "nome": .text("Anna"), "segno": .text("& \" < >"), "vuoto": .text(""), "sì": .flag(true),
    "no": .flag(false), "assente": .none,
    "lista": .list([.record(["n": .text("1")]), .record(["n": .text("2")])]),
    "parole": .list([.text("a"), .text("b")]), "niente": .list([]),
    "dentro": .record(["nome": .text("Bea"), "più": .record(["giù": .text("fondo")])]),
    "matrice": .list([
      .record(["riga": .list([.text("1"), .text("2")])]), .record(["riga": .list([.text("3")])]),
    ]),
  ])

  @Test(arguments: [
    // Interpolation
    ("Ciao {{nome}}", "Ciao Anna"), ("{{segno}}", "&amp; &quot; &lt; &gt;"), ("|{{vuoto}}|", "||"),
    ("|{{assente}}|", "||"), ("{{dentro.nome}}", "Bea"), ("{{dentro.più.giù}}", "fondo"),
    ("| {{nome}} |", "| Anna |"), ("  {{nome}}\n", "  Anna\n"), ("|{{ nome }}|", "|Anna|"),
    // Sections
    ("{{#sì}}qui{{/sì}}", "qui"), ("{{#no}}qui{{/no}}", ""), ("{{#vuoto}}qui{{/vuoto}}", ""),
    ("{{#assente}}qui{{/assente}}", ""), ("{{#nome}}{{nome}}{{/nome}}", "Anna"),
    ("{{#dentro}}{{nome}}{{/dentro}}", "Bea"),
    ("{{#dentro}}{{segno}}{{/dentro}}", "&amp; &quot; &lt; &gt;"),
    ("{{#lista}}{{n}},{{/lista}}", "1,2,"), ("{{#niente}}qui{{/niente}}", ""),
    ("{{#parole}}({{.}}){{/parole}}", "(a)(b)"),
    ("{{#matrice}}{{#riga}}{{.}}{{/riga}};{{/matrice}}", "12;3;"),
    ("{{#sì}}a{{#sì}}b{{/sì}}c{{/sì}}", "abc"), ("{{#sì}}a{{#no}}b{{/no}}c{{/sì}}", "ac"),
    ("{{#dentro.più}}{{giù}}{{/dentro.più}}", "fondo"),
    ("{{#lista}}{{nome}}{{n}} {{/lista}}", "Anna1 Anna2 "), ("|{{# sì }}a{{/ sì }}|", "|a|"),
    // Sections: white space
    ("a\n{{#sì}}\nb\n{{/sì}}\nc\n", "a\nb\nc\n"), ("a\n  {{#sì}}\nb\n  {{/sì}}\nc", "a\nb\nc"),
    (" | {{#sì}}\t|\t{{/sì}} | \n", " | \t|\t | \n"),
    ("a\r\n{{#sì}}\r\nb\r\n{{/sì}}\r\nc", "a\r\nb\r\nc"),
    ("  {{#sì}}\n#{{/sì}}\n/", "#\n/"), ("#{{#sì}}\n/\n  {{/sì}}", "#\n/\n"),
    (" {{#sì}}a{{/sì}}\n {{#no}}b{{/no}}\n", " a\n \n"),
    // Inverted sections
    ("{{^no}}qui{{/no}}", "qui"), ("{{^sì}}qui{{/sì}}", ""), ("{{^niente}}qui{{/niente}}", "qui"),
    ("{{^lista}}qui{{/lista}}", ""), ("{{^assente}}qui{{/assente}}", "qui"),
    ("{{^dentro}}qui{{/dentro}}", ""), ("{{^no}}a{{^no}}b{{/no}}c{{/no}}", "abc"),
    ("a\n{{^no}}\nb\n{{/no}}\nc", "a\nb\nc"), ("{{^dentro.nome}}qui{{/dentro.nome}}", ""),
    // Comments
    ("12345{{! niente }}67890", "1234567890"), ("12345{{! più\nrighe }}67890", "1234567890"),
    ("a\n{{! da sola }}\nb", "a\nb"), ("a\n  {{! da sola }}\nb", "a\nb"),
    ("  12 {{! 34 }}\n", "  12 \n"),
    // Presence, which is this program's own
    ("{{#lista?}}<{{#lista}}{{n}}{{/lista}}>{{/lista?}}", "<12>"),
    ("{{#niente?}}qui{{/niente?}}", ""),
    // Words and assets of the theme, whose names Mustache knows nothing of
    ("{{t.saluto}}", "Ciao &amp; addio"), ("<a href=\"{{asset.a.css}}\">", "<a href=\"/a.1.css\">"),
  ])
  func `a template gives what Mustache says`(template: String, text: String) {
    let made = MustacheTests.run(template, MustacheTests.person)
    #expect(made.text == text)
    #expect(made.diagnostics.isEmpty, "\(made.diagnostics.map(\.message.italian))")
  }

  @Test(arguments: [
    ("{{> p}}", "da p", "da p"), ("{{> p}}", "*{{nome}}*", "*Anna*"),
    ("{{#lista}}{{> p}}{{/lista}}", "{{n}}{{nome}};", "1Anna;2Anna;"),
    ("\"{{>p}}\"", "da p", "\"da p\""), ("| {{> p}} |", "\t|\t", "| \t|\t |"),
    // A partial on a line of its own is indented line by line.
    ("\\\n {{> p}}\n/\n", "|\n{{nome}}\n|\n", "\\\n |\n Anna\n |\n/\n"),
    ("  {{> p}}  {{> p}}\n", ">", "  >  >\n"), ("  {{> p}}\n>", ">\n>", "  >\n  >>"),
    ("|\r\n{{> p}}\r\n|", ">", "|\r\n>|"),
  ])
  func `a partial is put in where it stands`(template: String, partial: String, text: String) {
    let made = MustacheTests.run(template, MustacheTests.person, components: ["p": partial])
    #expect(made.text == text)
  }

  @Test(arguments: ["{{{nome}}}", "{{& nome}}", "{{=<% %>=}}", "{{< p}}", "{{$ p}}"])
  func `what would print values unescaped, or change the language, is refused`(template: String) {
    let made = MustacheTests.run(template, MustacheTests.person)
    #expect(made.diagnostics.first?.message.italian == "questo genere di tag non si usa qui")
  }

  @Test(arguments: [
    ("{{#sì}}a", "`{{#sì}}` non è chiuso"), ("a{{/sì}}", "`{{/sì}}` non chiude la sezione aperta"),
    ("{{#sì}}{{#no}}{{/sì}}{{/no}}", "`{{/sì}}` non chiude la sezione aperta"),
    ("{{nme}}", "qui non c'è nessun `nme`"), ("{{dentro.nme}}", "qui non c'è nessun `dentro.nme`"),
    ("{{> q}}", "il componente `q` non c'è"),
    ("{{t.saluti}}", "la parola `saluti` non c'è in `strings/it.yml`"),
    ("{{nome", "`{{` senza la sua chiusura `}}`"),
  ])
  func `what is wrong is said`(template: String, message: String) {
    let made = MustacheTests.run(template, MustacheTests.person, components: ["p": ""])
    #expect(made.diagnostics.map(\.message.italian).contains(message))
  }
}

extension Fields {
  fileprivate func shapes(_ shape: (View) -> ViewShape) -> [String: ViewShape] {
    var result: [String: ViewShape] = [:]
    for name in names { result[name] = self[name].map(shape) }
    return result
  }
}
