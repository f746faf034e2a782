import Diagnostics
import Files

extension WordWriter {
  /// No picture is higher than this much of a page, in EMU.
  private static let highest = 3_960_000

  mutating func figure(_ element: HTMLElement) {
    pending += anchor(element)
    var rest = element.children
    var captions: [HTMLElement] = []
    var shown: HTMLElement?
    rest.removeAll { node in
      guard case .element(let part) = node, !part.isLeftOut else { return false }
      if part.name == "figcaption" {
        captions.append(part)
        return true
      }
      guard shown == nil, part.name == "img" || part.drawing != nil else { return false }
      shown = part
      return true
    }
    // What it shows, and below it what it is called.
    if let shown {
      if shown.drawing != nil {
        drawing(shown, keepsNext: true)
      } else {
        picture(shown, keepsNext: true)
      }
    }
    for caption in captions {
      pending += anchor(caption)
      var look = place.look
      look.isBold = true
      if let content = line(caption.children, look) {
        paragraph(shown == nil ? nil : "Caption", content)
      }
    }
    blocks(rest)
  }

  mutating func picture(_ element: HTMLElement, keepsNext: Bool = false) {
    pending += anchor(element)
    if let run = run(of: element) {
      paragraph(place.isInCell ? nil : "Picture", run, keepsNext: keepsNext)
    } else if let words = element["alt"], !words.isEmpty {
      paragraph(nil, WordXML.runs(words, place.look))
    }
  }

  /// A picture among words.
  mutating func sign(_ element: HTMLElement, _ look: WordLook, to line: inout WordLine) {
    if let run = run(of: element) {
      line.add(xml: run, endsWithBlank: false)
    } else {
      line.add(text: element["alt"] ?? "", look)
    }
  }

  /// A picture of the content; nil where no word processor can show it.
  private mutating func run(of element: HTMLElement) -> String? {
    guard let address = element["src"], let path = links.file(of: address) else { return nil }
    let ending = Path.ending(of: path)
    guard ending == "svg" || WordMedia.kinds.contains(ending) else {
      media.unshown.insert(path)
      return nil
    }
    let most = (
      width: WordPage.units(ofTwips: max(place.room - place.indent, 400)), WordWriter.highest
    )
    let size = WordWriter.size(
      Int(element["width"] ?? "") ?? 0, Int(element["height"] ?? "") ?? 0, most)
    let name = media.add(path, ending)
    return run(
      ending == "svg" ? media.blank() : name, drawing: ending == "svg" ? name : nil, size,
      words: element["alt"] ?? "")
  }

  /// Its own size at 96 points an inch, or as much of it as there is room for, in EMU.
  private static func size(
    _ width: Int, _ height: Int, _ most: (width: Int, height: Int)
  ) -> (width: Int, height: Int) {
    guard (1...1_000_000).contains(width), (1...1_000_000).contains(height) else {
      return (most.width, most.width / 2)
    }
    var (wide, high) = (width * 9525, height * 9525)
    if wide > most.width { (wide, high) = (most.width, high * most.width / wide) }
    if high > most.height { (wide, high) = (wide * most.height / high, most.height) }
    return (max(wide, 1), max(high, 1))
  }

  /// A drawing of the program's own, with what it says as its description.
  mutating func drawing(_ element: HTMLElement, keepsNext: Bool = false) {
    guard let text = element.drawing(style: drawingStyle) else { return }
    let words = [element.first("title"), element.first("desc")].compactMap { $0?.words }
      .filter { !$0.isEmpty }.joined(separator: ". ")
    let box = WordWriter.box(of: element)
    let size = WordWriter.drawingSize(
      box, most: WordPage.units(ofTwips: max(place.room - place.indent, 400)))
    let name = media.add(drawing: Array(text.utf8), "svg")
    let metafile = media.add(drawing: ChartMetafile(element, box: box).bytes, "emf")
    let run = run(metafile, drawing: name, size, words: words)
    paragraph(place.isInCell ? nil : "Picture", run, keepsNext: keepsNext)
  }

  private static func box(of element: HTMLElement) -> (width: Double, height: Double) {
    let box = (element["viewbox"] ?? element["viewBox"] ?? "").split(separator: " ")
      .compactMap { Double($0) }
    guard box.count == 4, (1...100_000).contains(box[2]), (1...100_000).contains(box[3]) else {
      return (320, 240)
    }
    return (box[2], box[3])
  }

  /// 82 mm wide, at which its letters are nearly as large as the text's.
  private static func drawingSize(
    _ box: (width: Double, height: Double), most: Int
  ) -> (width: Int, height: Int) {
    let width = min(2_952_000, most)
    let height = Int(exactly: (Double(width) * box.height / box.width).rounded()) ?? width
    return height <= highest ? (width, max(height, 1)) : (max(width * highest / height, 1), highest)
  }

  /// A picture in a run.
  ///
  /// - Parameters:
  ///   - name: what every word processor shows.
  ///   - drawing: what those show that know drawings.
  ///   - words: what it says; one without words says nothing, and is marked so.
  private mutating func run(
    _ name: String, drawing: String?, _ size: (width: Int, height: Int), words: String
  ) -> String {
    let isInNotes = place.isInNote
    let picture = relations.id(.image, name, inNotes: isInNotes)
    let number = media.number()
    let vector = drawing.map { drawing in
      "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
        + "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" "
        + "r:embed=\"\(relations.id(.image, drawing, inNotes: isInNotes))\"/></a:ext></a:extLst>"
    }
    let decoration =
      words.isEmpty
      ? "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative "
        + "xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>"
      : ""
    let facts = "id=\"\(number)\" name=\"\(number)\" descr=\"\(WordXML.text(words))\""
    return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      + "<wp:extent cx=\"\(size.width)\" cy=\"\(size.height)\"/>"
      + "<wp:docPr \(facts)>\(decoration)</wp:docPr>"
      + "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
      + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
      + "<pic:pic><pic:nvPicPr><pic:cNvPr \(facts)/><pic:cNvPicPr/></pic:nvPicPr>"
      + "<pic:blipFill><a:blip r:embed=\"\(picture)\">\(vector ?? "")</a:blip>"
      + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
      + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"\(size.width)\" cy=\"\(size.height)\"/></a:xfrm>"
      + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
      + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  }
}
