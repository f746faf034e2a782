@testable import Office

extension WordCase {
  static let lists: [WordCase] = [
    WordCase(
      "bullets", item("uno", list: 1) + item("due", list: 1) + p("fine"), "- uno\n- due\n\nfine",
      parts: withLists),
    WordCase(
      "bullets in bullets",
      item("uno", list: 1) + item("due", list: 1, level: 1) + item("tre", list: 1),
      "- uno\n  - due\n- tre", parts: withLists),
    WordCase(
      "numbers", item("uno", list: 2) + item("due", list: 2), "1. uno\n2. due", parts: withLists),
    WordCase(
      "numbers that go on behind a paragraph",
      item("uno", list: 2) + p("testo") + item("due", list: 2), "1. uno\n\ntesto\n\n2) due",
      parts: withLists),
    WordCase(
      "numbers that begin anew", item("uno", list: 2) + item("due", list: 2) + item("tre", list: 3),
      "1. uno\n2. due\n\n1) tre", parts: withLists),
    WordCase(
      "letters, which Markdown has not",
      item("uno", list: 2) + item("prima", list: 2, level: 1) + item("seconda", list: 2, level: 1),
      "1. uno\n   - a) prima\n   - b) seconda", parts: withLists),
    WordCase(
      "articles",
      item("Oggetto", list: 4) + item("Durata", list: 4, level: 1) + item("Costo", list: 4),
      "- Art. 1 Oggetto\n  - 1.1 Durata\n- Art. 2 Costo", parts: withLists),
    WordCase(
      "a list by its style",
      p("uno", "<w:pStyle w:val=\"Elenco\"/>") + p("due", "<w:pStyle w:val=\"Elenco\"/>"),
      "- uno\n- due", parts: withLists),
    WordCase(
      "a list that is taken off",
      p("uno", "<w:pStyle w:val=\"Elenco\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"), "uno",
      parts: withLists),
    WordCase(
      "a break in an item",
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>uno</w:t><w:br/><w:t>due</w:t></w:r></w:p>",
      "- uno\\\n  due", parts: withLists),
  ]

  static let tables: [WordCase] = [
    WordCase(
      "a table",
      "<w:tbl>\(row(cell(p("Voce")), cell(p("Euro"))))\(row(cell(p("A|B")), cell(p("10"))))</w:tbl>",
      "| Voce | Euro |\n| --- | --- |\n| A\\|B | 10 |"),
    WordCase(
      "cells that are merged across",
      "<w:tbl>\(row(cell(p("Tutto"), "<w:gridSpan w:val=\"2\"/>"), cell(p("x"))))\(row(cell(p("a")), cell(p("b")), cell(p("c"))))</w:tbl>",
      "| Tutto |  | x |\n| --- | --- | --- |\n| a | b | c |", doubts: [.mergedCells]),
    WordCase(
      "cells that are merged down",
      "<w:tbl>\(row(cell(p("a"), "<w:vMerge w:val=\"restart\"/>"), cell(p("b"))))\(row(cell(p(""), "<w:vMerge/>"), cell(p("c"))))</w:tbl>",
      "| a | b |\n| --- | --- |\n|  | c |", doubts: [.mergedCells]),
    WordCase(
      "rows that begin later",
      "<w:tbl>\(row(cell(p("a")), cell(p("b"))))<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>\(cell(p("c")))</w:tr></w:tbl>",
      "| a | b |\n| --- | --- |\n|  | c |"),
    WordCase(
      "several paragraphs in a cell", "<w:tbl>\(row(cell(p("a")), cell(p("b") + p("c"))))</w:tbl>",
      "| a | b; c |\n| --- | --- |"),
    WordCase(
      "a table in a cell",
      "<w:tbl>\(row(cell(p("a")), cell("<w:tbl>\(row(cell(p("x")), cell(p("y"))))</w:tbl>" + p(""))))</w:tbl>",
      "| a | x; y |\n| --- | --- |", doubts: [.innerTable]),
    WordCase(
      "a frame of one cell", "<w:tbl>\(row(cell(p("Riquadro") + p("Testo"))))</w:tbl>",
      "Riquadro\n\nTesto"),
    WordCase(
      "a note in a table",
      "<w:tbl>\(row(cell(p("a")), cell("<w:p>\(r("b"))<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>")))</w:tbl>",
      "| a | b[^1] |\n| --- | --- |\n\n[^1]: Nota",
      parts: [
        "word/footnotes.xml": WordSample.root(
          "w:footnotes", "<w:footnote w:id=\"2\">\(p("Nota"))</w:footnote>")
      ]),
    WordCase(
      "a note alone in a cell, and referred to twice",
      "<w:tbl>\(row(cell(p("a")), cell("<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>" + p("b")), cell("<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>")))</w:tbl>",
      "| a | [^1]; b | [^1] |\n| --- | --- | --- |\n\n[^1]: Nota",
      parts: [
        "word/footnotes.xml": WordSample.root(
          "w:footnotes", "<w:footnote w:id=\"2\">\(p("Nota"))</w:footnote>")
      ]),
    WordCase(
      "tables in tables in tables",
      "<w:tbl>\(row(cell(p("a")), cell("<w:tbl>\(row(cell("<w:tbl>\(row(cell(p("x")), cell(p("y"))))</w:tbl>"), cell(p("z"))))</w:tbl>")))</w:tbl>",
      "| a | x; y; z |\n| --- | --- |", doubts: [.innerTable, .innerTable]),
    WordCase(
      "a list in a cell",
      "<w:tbl>\(row(cell(p("a")), cell(item("uno", list: 2) + item("due", list: 2))))</w:tbl>",
      "| a | 1. uno; 2. due |\n| --- | --- |", parts: withLists),
    WordCase(
      "rows in controls and insertions",
      "<w:tbl>\(row(cell(p("a")), cell(p("b"))))<w:sdt><w:sdtContent>\(row(cell(p("c")), "<w:sdt><w:sdtContent>\(cell(p("d")))</w:sdtContent></w:sdt>"))</w:sdtContent></w:sdt></w:tbl>",
      "| a | b |\n| --- | --- |\n| c | d |"),
  ]

  static func picture(_ id: String, _ description: String, title: String = "") -> String {
    """
    <w:drawing><wp:inline><wp:docPr id="1" name="x" descr="\(description)"\(title.isEmpty ? "" : " title=\"\(title)\"")/><a:graphic><a:graphicData>\
    <pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="y" descr="\(description)"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="\(id)"/></pic:blipFill></pic:pic>\
    </a:graphicData></a:graphic></wp:inline></w:drawing>
    """
  }

  static let media = ["word/media/a.png": [UInt8](repeating: 1, count: 10)]
  static let toMedia: [String: (type: String, target: String)] = ["i": ("image", "media/a.png")]

  static let drawings: [WordCase] = [
    WordCase(
      "a picture with its description",
      "<w:p>\(r("vedi "))<w:r>\(picture("i", "La sala [grande]"))</w:r></w:p>",
      "vedi ![La sala \\[grande\\]](a.png)", left: [.repeated: 1], relations: toMedia,
      binaries: media),
    WordCase(
      "a picture with a title too",
      "<w:p><w:r>\(picture("i", "La sala", title: "Sala"))</w:r></w:p>", "![Sala. La sala](a.png)",
      left: [.repeated: 1], relations: toMedia, binaries: media),
    WordCase(
      "a picture without a description", "<w:p><w:r>\(picture("i", ""))</w:r></w:p>", "![](a.png)",
      relations: toMedia, binaries: media),
    WordCase(
      "one picture in two places", "<w:p><w:r>\(picture("i", "A"))\(picture("i", "B"))</w:r></w:p>",
      "![A](a.png)![B](a.png)", left: [.repeated: 2], relations: toMedia, binaries: media),
    WordCase(
      "a picture that the document does not hold",
      "<w:p><w:r>\(picture("i", "Il ponte").replacing("r:embed", with: "r:link"))</w:r></w:p>",
      "[Il ponte](https://a.it/p.jpg)", left: [.repeated: 1], doubts: [.linkedPicture],
      relations: ["i": ("image", "https://a.it/p.jpg")]),
    WordCase(
      "a picture of the old kind",
      "<w:p><w:r><w:pict><v:shape alt=\"Lo stemma\"><v:imagedata r:id=\"i\" o:title=\"stemma\"/></v:shape></w:pict></w:r></w:p>",
      "![Lo stemma. stemma](a.png)", relations: toMedia, binaries: media),
    WordCase(
      "a text box, once",
      "<w:p>\(r("prima"))<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>\(p("nel riquadro"))</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(p("nel riquadro"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\(r(" dopo"))</w:p>",
      "prima dopo\n\nnel riquadro", left: [.olderForm: 1], doubts: [.textBox]),
    WordCase(
      "a form that only new programs know",
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"zz\"><w:t>nuovo</w:t></mc:Choice><mc:Fallback><w:t>vecchio</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
      "vecchio", left: [.olderForm: 1]),
    WordCase(
      "words that are drawn",
      "<w:p><w:r><w:pict><v:shape><v:textpath string=\"Festa\"/></v:shape></w:pict></w:r></w:p>",
      "Festa", doubts: [.textBox]),
    WordCase(
      "a chart",
      "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"Gli iscritti crescono\"/><a:graphic><a:graphicData><c:chart r:id=\"c\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
      "Gli iscritti crescono", left: [.chart: 1],
      parts: ["word/charts/chart1.xml": WordSample.root("c:chartSpace", "<c:v>352</c:v>")],
      relations: ["c": ("chart", "charts/chart1.xml")]),
    WordCase(
      "an object of another program",
      "<w:p>\(r("vedi"))<w:r><w:object><v:shape alt=\"Foglio\"><v:imagedata r:id=\"i\"/></v:shape></w:object></w:r></w:p>",
      "vedi", left: [.object: 2, .preview: 1], relations: toMedia,
      binaries: ["word/media/a.png": [1], "word/embeddings/x.bin": [1]]),
    WordCase(
      "an equation",
      "<w:p><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>",
      "(a+b)/2", doubts: [.equation]),
    WordCase(
      "a document in the document", p("Testo") + "<w:altChunk r:id=\"k\"/>", "Testo",
      left: [.innerDocument: 1], doubts: [.innerDocument],
      relations: ["k": ("aFChunk", "afchunk.html")], binaries: ["word/afchunk.html": [60]]),
    WordCase(
      "macros and parts that nobody knows", p("Testo"), "Testo",
      left: [.macro: 1, .unknownPart: 1],
      binaries: ["word/vbaProject.bin": [1], "altro/x.dat": [1]]),
  ]
}
