import Stylesheets
import Testing

struct SelectorTests {
  /// Whether a rule with this selector alone is kept.
  private func keeps(_ selector: String, for markup: UsedMarkup = .ofOneName) -> Bool {
    let css = selector + "{top:0}"
    let text = kept(css, for: markup)
    #expect(text.isEmpty || text == css)
    return !text.isEmpty
  }

  @Test(arguments: [
    "a", "A", "*", ".a", "#a", "[a]", "[A=x]", "a.a#a[a]", "a>a+a~a a", "html", "body", ":root",
    "head",
    "a:hover", "a::before", ".a:not(.b)", ".a:nth-child(2n + 1 of .b)", ":is(.b,.a)",
    ":where(.a) .a",
    ":-webkit-any(b,a)", ".a:has(>.b,+ .a)", "::selection", ".a::-webkit-search-decoration",
    ":is(:has(.a),.b)", "[a=\"]{}\"]", "[ a ~= 'x' i ]", ".\\61", "\\61 .a", "&.a", "svg|a",
    ":is()",
  ])
  func `a selector that can match is kept`(_ selector: String) {
    #expect(keeps(selector))
  }

  @Test(arguments: [
    "b", ".b", ".A", "#b", "[b]", "a .b", "b a", "a>b", "a.a.b", "a:hover b", "*.b", ":root .b",
    ":is(.b,#b)", ".a:has(.b)", ":not(.a) .b", ".b:not(.a)", ".b::-webkit-search-decoration",
    "::slotted(.a) .b", ".\\62", ".a\\/b", ".aa", ":is(:is(.b),.b .a)",
  ])
  func `a selector that cannot match is dropped`(_ selector: String) {
    #expect(!keeps(selector))
  }

  @Test(arguments: [".a..b", "a{}}", "50%", ".b %", "/b", ".a!", ")", "a:", ""])
  func `a selector that is not understood is kept`(_ selector: String) {
    #expect(kept(selector + "{top:0}").contains("top:0"))
  }

  @Test(arguments: ["w-1\\/2", "col-md-3\\.5", "\\@x", "\\31 0", "a\\{b"])
  func `escapes stand for what they mean`(_ name: String) {
    let classes: Set<String> = ["w-1/2", "col-md-3.5", "@x", "10", "a{b"]
    #expect(keeps("." + name, for: UsedMarkup(classes: classes)))
    #expect(!keeps("." + name, for: .ofOneName))
  }

  @Test func `a prefix may have any end`() {
    let markup = UsedMarkup(classes: ["stato-*"], ids: ["obiettivo-*"])
    #expect(keeps(".stato-attivo", for: markup) && keeps(".stato-", for: markup))
    #expect(keeps("#obiettivo-1", for: markup) && keeps(".stato-1\\/2", for: markup))
    #expect(!keeps(".stato", for: markup) && !keeps("#stato-1", for: markup))
  }

  @Test(arguments: [
    "[class]", "[class=btn]", "[class~=btn]", "[class^=bt]", "[class*=tn-l]", "[class$=\"-lg\"]",
    "[class|=btn]", "[class*='two words']", "[CLASS^=btn]", "[class*=BTN i]",
  ])
  func `a comparison that a class passes is kept`(_ selector: String) {
    #expect(keeps(selector, for: UsedMarkup(classes: ["btn", "btn-lg"])))
  }

  @Test(arguments: [
    "[class=bt]", "[class~=bt]", "[class^=tn]", "[class*=col-]", "[class$=\"-l\"]", "[class|=bt]",
  ])
  func `a comparison that no class passes is dropped`(_ selector: String) {
    #expect(!keeps(selector, for: UsedMarkup(classes: ["btn", "btn-lg"])))
  }

  @Test func `a comparison that a prefix may pass is kept`() {
    let markup = UsedMarkup(classes: ["stato-*"])
    for selector in [
      "[class*=x]", "[class$=x]", "[class^=st]", "[class^=stato-x]", "[class~=stato-x]",
    ] {
      #expect(keeps(selector, for: markup))
    }
    #expect(!keeps("[class^=btn]", for: markup))
  }

  @Test func `only the selectors that can match stay in a list`() {
    #expect(kept(".b,.a:is(.a,.b) , a\n{top:0}") == ".a:is(.a,.b),a{top:0}")
    #expect(kept("a[a=','],b{top:0}") == "a[a=',']{top:0}")
  }

  @Test func `a selector that a browser may refuse goes on having it refuse the list`() {
    #expect(kept("b::-ms-clear,b:hover,.a{top:0}") == "b::-ms-clear,.a{top:0}")
    #expect(kept("b::-ms-clear,b{top:0}").isEmpty)
    #expect(kept(".b %,.a,{top:0}") == ".b %,.a,{top:0}")
  }

  @Test func `nesting beyond the bound is taken to match`() {
    let depth = 100_000
    let selector =
      String(repeating: ":is(", count: depth) + ".b" + String(repeating: ")", count: depth)
    #expect(keeps(selector))
  }
}
