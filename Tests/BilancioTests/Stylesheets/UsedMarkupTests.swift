import Stylesheets
import Testing

struct UsedMarkupTests {
  private func markup(_ html: String) -> UsedMarkup {
    var markup = UsedMarkup()
    markup.collect(html: html)
    return markup
  }

  @Test func `elements classes ids and attributes are found`() {
    let found = markup("<!DOCTYPE html><MAIN id=top class='a  b'\n hidden><br/><a href=x>a < b</a>")
    #expect(found.elements == ["main", "br", "a"])
    #expect(found.classes == ["a", "b"])
    #expect(found.ids == ["top"])
    #expect(found.attributes == ["id", "class", "hidden", "href"])
  }

  @Test func `a class glued to a tag is a prefix`() {
    let found = markup(#"<p class="x stato-{{word}} y" id="obiettivo-{{{n}}}">"#)
    #expect(found.classes == ["x", "y"])
    #expect(found.classPrefixes == ["stato-"])
    #expect(found.idPrefixes == ["obiettivo-"])
    #expect(found.ids.isEmpty)
  }

  @Test func `a class that is a tag alone adds nothing`() {
    let found = markup(#"<p class="{{word}} {{& other}}-x"><i class={{word}}>"#)
    #expect(found.classes.isEmpty && found.classPrefixes.isEmpty)
    #expect(found.elements == ["p", "i"])
  }

  @Test func `sections in an attribute are transparent`() {
    let found = markup(#"<a class="nav-link{{#current}} active{{/current}}{{! why }}">"#)
    #expect(found.classes == ["nav-link", "active"])
    #expect(found.classPrefixes.isEmpty)
  }

  @Test func `classes of sections that exclude each other are all found`() {
    let found = markup(#"<a class="{{#a}}one{{/a}}{{^a}}two{{/a}}{{#b}} three{{/b}}">"#)
    #expect(found.classes == ["two", "three"])
    #expect(found.classPrefixes == ["one"])
  }

  @Test func `an end that a section adds makes a prefix`() {
    let found = markup(#"<a class="btn{{#big}}-lg{{/big}}">"#)
    #expect(found.classes == ["-lg"])
    #expect(found.classPrefixes == ["btn"])
  }

  @Test func `attributes in a section are found`() {
    let found = markup(#"<input{{#on}} checked{{/on}} data-{{x}}="1" {{attributes}} {{> more}}>"#)
    #expect(found.attributes == ["checked", "data-"])
  }

  @Test func `a quote or an angle in a tag ends nothing`() {
    let found = markup(#"<a {{> it's }} class="{{! > " }}b">{{! <i class="no"> }}<u>"#)
    #expect(found.classes == ["b"])
    #expect(found.elements == ["a", "u"])
  }

  @Test func `a heading of any level is every heading`() {
    #expect(markup("<h{{level}}>x</h{{level}}>").elements == ["h1", "h2", "h3", "h4", "h5", "h6"])
  }

  @Test func `what browsers add to a table is there`() {
    #expect(markup("<table>").elements.isSuperset(of: ["table", "tbody", "tr"]))
  }

  @Test func `a quote in a script hides nothing after it`() {
    let found = markup(#"<script>if (a<b && c == '"') { d = '<i class="e">' }</script><p>"#)
    #expect(found.elements.isSuperset(of: ["script", "p"]))
  }

  @Test func `comments hold no markup`() {
    #expect(markup("<!-- <b> --><i>").elements == ["i"])
  }

  @Test func `anything may be broken`() {
    for html in ["<", "</", "<a", "<a b", "<a b=", "<a b='", "{{", "{{{", "<a {{", "<!--", "<a ="] {
      _ = markup(html)
    }
    _ = markup(String(repeating: "{{", count: 100_000))
    _ = markup(String(repeating: "{{{<a ", count: 50_000) + "}}")
    _ = markup("<script>" + String(repeating: "<a {{ class='{{", count: 20_000) + "</script>}}")
  }

  @Test func `two markups make one`() {
    var first = markup("<a class=x id=y-{{z}}>")
    first.formUnion(markup("<b class=x-{{z}} id=y hidden>"))
    #expect(first == markup("<a class=x id=y-{{z}}><b class=x-{{z}} id=y hidden>"))
  }
}
