@testable import Office

extension WordCase {
  static let texts: [WordCase] = [
    WordCase("a paragraph", p("Uno però due."), "Uno però due."),
    WordCase("runs that part a word", "<w:p>\(r("uni"))\(r("ta"))</w:p>", "unita"),
    WordCase(
      "spaces that are not kept", "<w:p><w:r><w:t> uno </w:t></w:r>\(r(" due"))</w:p>", "uno due"),
    WordCase(
      "tabs and breaks",
      "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a b\\\nc"),
    WordCase(
      "a break of the page",
      "<w:p><w:r><w:t>a</w:t><w:br w:type=\"page\"/><w:t>b</w:t></w:r></w:p>", "a b"),
    WordCase(
      "hyphens that do not break",
      "<w:p><w:r><w:t>porta</w:t><w:noBreakHyphen/><w:t>a</w:t><w:softHyphen/><w:t>porta</w:t></w:r></w:p>",
      "porta-aporta"),
    WordCase("soft hyphens in words", p("comu\u{AD}nità"), "comunità"),
    WordCase(
      "bold and italic",
      "<w:p>\(r("uno ", "<w:b/>"))\(r("due", "<w:i/>"))\(r(" tre", "<w:b/><w:i/>"))</w:p>",
      "**uno** *due* ***tre***"),
    WordCase(
      "bold in the middle of a word", "<w:p>\(r("co"))\(r("mu", "<w:b/>"))\(r("ne"))</w:p>",
      "co**mu**ne"),
    WordCase(
      "bold signs at words, which Markdown cannot say",
      "<w:p>\(r("a"))\(r("(b)", "<w:b/>"))\(r("c"))</w:p>", "a(b)c"),
    WordCase(
      "bold by a style of letters", "<w:p>\(r("forte", "<w:rStyle w:val=\"Forte\"/>"))</w:p>",
      "**forte**", parts: withStyles),
    WordCase(
      "bold that is switched off",
      "<w:p>\(r("no", "<w:rStyle w:val=\"Forte\"/><w:b w:val=\"0\"/>"))</w:p>", "no",
      parts: withStyles),
    WordCase(
      "hidden text", "<w:p>\(r("vedi"))\(r(" segreto", "<w:vanish/>"))</w:p>", "vedi",
      left: [.hidden: 1]),
    WordCase(
      "hidden by a style",
      "<w:p>\(r("vedi"))\(r(" segreto", "<w:rStyle w:val=\"Nascosto\"/>"))</w:p>", "vedi",
      left: [.hidden: 1], parts: withStyles),
    WordCase(
      "raised and lowered",
      "<w:p>\(r("m"))\(r("2", "<w:vertAlign w:val=\"superscript\"/>"))\(r(" CO"))\(r("2", "<w:vertAlign w:val=\"subscript\"/>"))</w:p>",
      "m² CO₂"),
    WordCase(
      "an ordinal with a raised letter",
      "<w:p>\(r("n. 1"))\(r("o", "<w:vertAlign w:val=\"superscript\"/>"))</w:p>", "n. 1º"),
    WordCase(
      "struck text", "<w:p>\(r("vecchio", "<w:strike/>"))\(r(" nuovo"))</w:p>", "~~vecchio~~ nuovo",
      doubts: [.struckText]),
    WordCase(
      "highlighted text", "<w:p>\(r("da vedere", "<w:highlight w:val=\"yellow\"/>"))</w:p>",
      "da vedere", doubts: [.highlightedText]),
    WordCase(
      "a sign of a symbol font",
      "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>\(r(" avanti"))</w:p>",
      "→ avanti"),
    WordCase(
      "letters in a symbol font",
      "<w:p>\(r("\u{F0FC}", "<w:rFonts w:ascii=\"Wingdings\"/>"))\(r(" fatto"))</w:p>", "✔ fatto"),
    WordCase(
      "another language and direction",
      "<w:p>\(r("School", "<w:lang w:val=\"en-GB\"/>"))<w:bdo w:val=\"ltr\">\(r(" x"))</w:bdo></w:p>",
      "School x"),
    WordCase(
      "a word with its reading",
      "<w:p><w:r><w:ruby><w:rubyPr/><w:rt>\(r("kan"))</w:rt><w:rubyBase>\(r("漢"))</w:rubyBase></w:ruby></w:r></w:p>",
      "漢(kan)"),
    WordCase(
      "signs of Markdown in words", p("*a* _b_ `c` [d](e) &lt;f&gt; \\g &amp;amp; ~~h~~ a_b"),
      "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\\\g \\&amp; \\~\\~h\\~\\~ a_b"),
    WordCase(
      "signs at the starts of lines",
      p("# uno") + p("- due") + p("3. tre") + p("+ quattro") + p("&gt; cinque") + p("===")
        + p("---"), "\\# uno\n\n\\- due\n\n3\\. tre\n\n\\+ quattro\n\n\\> cinque\n\n\\===\n\n\\---",
      doubts: [.typedList]),
    WordCase(
      "a backslash before the end of a line",
      "<w:p>\(r("uno \\"))<w:r><w:br/></w:r></w:p><w:p>\(r("due \\"))<w:r><w:br/></w:r>\(r("tre"))</w:p>",
      "uno \\\\\n\ndue \\\\\\\ntre"),
    WordCase(
      "numbers that begin lines", p("2024. Un anno") + p("1234567890. Lungo") + p("5.000 euro"),
      "2024\\. Un anno\n\n1234567890. Lungo\n\n5.000 euro"),
    WordCase(
      "a heading by its name", p("Titolo", "<w:pStyle w:val=\"Titolo1\"/>") + p("Testo"),
      "## Titolo\n\nTesto", parts: withStyles),
    WordCase(
      "a heading by what its style rests on", p("Settore", "<w:pStyle w:val=\"Capo\"/>"),
      "## Settore", parts: withStyles),
    WordCase(
      "a heading by its outline level",
      p("A", "<w:pStyle w:val=\"Titolo1\"/>") + p("B", "<w:pStyle w:val=\"Livello\"/>")
        + p("C", "<w:outlineLvl w:val=\"2\"/>"), "## A\n\n### B\n\n#### C", parts: withStyles),
    WordCase(
      "an empty heading", p("", "<w:pStyle w:val=\"Titolo1\"/>") + p("Testo"), "Testo",
      parts: withStyles),
    WordCase(
      "a link",
      "<w:p>\(r("vedi "))<w:hyperlink r:id=\"h\" w:tooltip=\"dove\">\(r("il sito"))</w:hyperlink></w:p>",
      "vedi [il sito](https://a.it/x)", left: [.tooltip: 1],
      relations: ["h": ("hyperlink", "https://a.it/x")]),
    WordCase(
      "an address with parentheses, twice",
      "<w:p><w:hyperlink r:id=\"h\">\(r("uno"))</w:hyperlink>\(r(" e "))<w:hyperlink r:id=\"h\">\(r("due"))</w:hyperlink></w:p>",
      "[uno](<https://a.it/x(1)>) e [due](<https://a.it/x(1)>)",
      relations: ["h": ("hyperlink", "https://a.it/x(1)")]),
    WordCase(
      "a link within the document",
      "<w:p><w:hyperlink w:anchor=\"qui\">\(r("sotto"))</w:hyperlink></w:p>", "sotto"),
    WordCase(
      "a style that only begins as contents do", p("In testa", "<w:pStyle w:val=\"Testa\"/>"),
      "In testa",
      parts: [
        "word/styles.xml": WordSample.root(
          "w:styles",
          "<w:style w:type=\"paragraph\" w:styleId=\"Testa\"><w:name w:val=\"Sommario in testa\"/></w:style>"
        )
      ]),
    WordCase(
      "a line of the contents", p("Uno 3", "<w:pStyle w:val=\"Sommario1\"/>") + p("Testo"), "Testo",
      left: [.contentsList: 1], parts: withStyles),
    WordCase(
      "a space by itself", "<w:p>\(r("uno", "<w:b/>"))\(r(" "))\(r("due", "<w:b/>"))</w:p>",
      "**uno** **due**"),
    WordCase(
      "a link to a program", "<w:p><w:hyperlink r:id=\"h\">\(r("clic"))</w:hyperlink></w:p>",
      "clic", relations: ["h": ("hyperlink", "javascript:alert(1)")]),
    WordCase(
      "notes at the foot and at the end",
      "<w:p>\(r("uno"))<w:r><w:footnoteReference w:id=\"2\"/></w:r>\(r(" due"))<w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>",
      "uno[^1] due[^2]\n\n[^1]: Al piede\n\n[^2]: In fondo",
      parts: [
        "word/footnotes.xml": WordSample.root(
          "w:footnotes",
          "<w:footnote w:id=\"0\" w:type=\"separator\">\(p("---"))</w:footnote><w:footnote w:id=\"2\">\(p("Al piede"))</w:footnote>"
        ),
        "word/endnotes.xml": WordSample.root(
          "w:endnotes", "<w:endnote w:id=\"1\">\(p("In fondo"))</w:endnote>"),
      ]),
    WordCase(
      "comments, headers and properties", p("Testo"), "Testo",
      left: [.comment: 1, .headerOrFooter: 1, .properties: 1],
      parts: [
        "word/comments.xml": WordSample.root(
          "w:comments", "<w:comment w:id=\"1\">\(p("Non va"))</w:comment>"),
        "word/header1.xml": WordSample.root("w:hdr", p("Comune di Prova")),
        "docProps/core.xml": "<a><b>Anna</b></a>",
      ]),
  ]

  static let revisions: [WordCase] = [
    WordCase(
      "inserted and deleted text",
      "<w:p><w:ins>\(r("nuovo"))</w:ins><w:del><w:r><w:delText>vecchio</w:delText></w:r></w:del></w:p>",
      "nuovo", left: [.deleted: 1]),
    WordCase(
      "moved text",
      "<w:p><w:moveFrom>\(r("via "))</w:moveFrom>\(r("resta "))<w:moveTo>\(r("via"))</w:moveTo></w:p>",
      "resta via", left: [.movedAway: 1]),
    WordCase(
      "a deleted end of a paragraph",
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(r("uno "))</w:p>" + p("due"), "uno due"),
    WordCase(
      "a deleted row",
      "<w:tbl>\(row(cell(p("a")), cell(p("b"))))<w:tr><w:trPr><w:del/></w:trPr>\(cell(p("x")))\(cell(p("y")))</w:tr>\(row(cell(p("c")), cell(p("d"))))</w:tbl>",
      "| a | b |\n| --- | --- |\n| c | d |", left: [.deleted: 2]),
    WordCase(
      "a note whose reference is deleted",
      "<w:p>\(r("uno"))<w:del><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:del></w:p>", "uno",
      left: [.deleted: 1],
      parts: [
        "word/footnotes.xml": WordSample.root(
          "w:footnotes", "<w:footnote w:id=\"2\">\(p("Via"))</w:footnote>")
      ]),
    WordCase(
      "a deleted field",
      "<w:p>\(r("uno"))<w:del><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del></w:p>",
      "uno", left: [.deleted: 1]),
  ]

  static let fieldsAndControls: [WordCase] = [
    WordCase(
      "a field with its result", "<w:p>\(r("pagina "))\(field("PAGE", r("3")))</w:p>", "pagina 3",
      left: [.fieldCode: 1]),
    WordCase(
      "a field in a field",
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>\(field("DATE", r("oggi")))<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(r("sì"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
      "sì", left: [.fieldCode: 3]),
    WordCase(
      "a simple field", "<w:p><w:fldSimple w:instr=\"DATE\">\(r("1 marzo"))</w:fldSimple></w:p>",
      "1 marzo"),
    WordCase(
      "a link that is a field", "<w:p>\(field("HYPERLINK \"https://a.it\"", r("qui")))</w:p>",
      "[qui](https://a.it)", left: [.fieldCode: 1]),
    WordCase(
      "a list of contents", "<w:p>\(field("TOC \\o", r("Uno 3")))</w:p>" + p("Testo"), "Testo",
      left: [.fieldCode: 1, .contentsList: 1]),
    WordCase(
      "a list of contents over several paragraphs",
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(r("Uno"))</w:p>\(p("Due"))<w:p>\(r("Tre"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\(p("Testo"))",
      "Testo", left: [.fieldCode: 1, .contentsList: 3]),
    WordCase(
      "a control",
      "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>\(p("scritto"))</w:sdtContent></w:sdt>",
      "scritto"),
    WordCase(
      "a control in a line, with choices",
      "<w:p>\(r("stato: "))<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"sì\" w:value=\"1\"/></w:dropDownList></w:sdtPr><w:sdtContent>\(r("sì"))</w:sdtContent></w:sdt></w:p>",
      "stato: sì", left: [.choices: 1]),
    WordCase(
      "a placeholder",
      "<w:p>\(r("Nome: "))<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(r("Fare clic qui"))</w:sdtContent></w:sdt></w:p>",
      "Nome:", left: [.placeholder: 1]),
    WordCase(
      "contents in a control",
      "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>\(p("Indice"))\(p("Uno"))</w:sdtContent></w:sdt>\(p("Testo"))",
      "Testo", left: [.contentsList: 2]),
    WordCase(
      "smart tags and custom markup",
      "<w:customXml w:element=\"a\"><w:p><w:smartTag w:element=\"b\">\(r("uno"))</w:smartTag></w:p></w:customXml>",
      "uno"),
  ]
}
