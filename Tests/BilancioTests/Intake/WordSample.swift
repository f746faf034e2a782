import Foundation

/// A Word document of some markup, as a package of stored parts.
struct WordSample {
  static let spaces = [
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml", "o": "urn:schemas-microsoft-com:office:office",
  ]

  var body: String
  /// Other parts by their names; relations of the text by their ids.
  var parts: [String: String] = [:]
  var relations: [String: (type: String, target: String)] = [:]
  var binaries: [String: [UInt8]] = [:]

  static func root(_ name: String, _ inner: String) -> String {
    let names = spaces.sorted { $0.key < $1.key }.map { " xmlns:\($0.key)=\"\($0.value)\"" }
      .joined()
    return
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><\(name)\(names)>\(inner)</\(name)>"
  }

  private static let officeRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  private static func list(_ relations: [String: (type: String, target: String)]) -> String {
    let lines = relations.sorted { $0.key < $1.key }.map { id, relation in
      let outside = relation.target.contains(":") ? " TargetMode=\"External\"" : ""
      return
        "<Relationship Id=\"\(id)\" Type=\"\(officeRelations)\(relation.type)\" Target=\"\(relation.target)\"\(outside)/>"
    }
    return
      "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + lines.joined() + "</Relationships>"
  }

  var bytes: [UInt8] {
    var relations = relations
    for name in ["styles", "numbering", "footnotes", "endnotes", "comments", "settings"]
    where parts["word/\(name).xml"] != nil {
      relations["r\(name)"] = (name, "\(name).xml")
    }
    var files: [(String, [UInt8])] = [
      (
        "[Content_Types].xml",
        Array(
          "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
            .utf8)
      ),
      ("_rels/.rels", Array(WordSample.list(["r1": ("officeDocument", "word/document.xml")]).utf8)),
      ("word/document.xml", Array(WordSample.root("w:document", "<w:body>\(body)</w:body>").utf8)),
      ("word/_rels/document.xml.rels", Array(WordSample.list(relations).utf8)),
    ]
    files += parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    files += binaries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return StoredZip.bytes(files)
  }
}

/// An archive whose parts are stored as they are.
enum StoredZip {
  static func bytes(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var (body, directory): ([UInt8], [UInt8]) = ([], [])
    for file in files {
      let name = Array(file.name.utf8)
      let sizes =
        number(crc(file.bytes), 4) + number(file.bytes.count, 4) + number(file.bytes.count, 4)
      let head =
        number(20, 2) + number(0x0800, 2) + number(0, 2) + number(0, 4) + sizes
        + number(name.count, 2) + number(0, 2)
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + head + number(0, 10) + number(body.count, 4) + name
      body += number(0x0403_4B50, 4) + head + name + file.bytes
    }
    return body + directory + number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2)
      + number(files.count, 2)
      + number(directory.count, 4) + number(body.count, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
