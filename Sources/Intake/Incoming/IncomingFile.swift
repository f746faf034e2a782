import Diagnostics
import Files
import Office

/// A file that somebody sends: a document by itself, a letter with what hangs on it, or an archive of several.
package struct IncomingFile: Sendable {
  package let name: String
  package let bytes: [UInt8]
  /// The pictures of a page, by the addresses that it has for them.
  let pictures: [String: [UInt8]]
  /// What a letter says.
  let letter: Letter?
  /// The letter or the archive that brought it; nil for one that came by itself.
  package let bringer: String?

  /// What a letter says itself.
  struct Letter: Sendable {
    /// `Da`, `Data`, `Oggetto`, with their values.
    let head: [(name: Phrase, value: String)]
    /// Nil where it has only what hangs on it.
    let text: String?
    /// In UTF-8, where it has no plain text.
    let page: String?
    /// What hangs on it and is none of the documents that can be read.
    let left: [String]
    /// How many documents hang on it.
    let count: Int
  }

  private init(
    name: String, bytes: [UInt8], pictures: [String: [UInt8]] = [:], letter: Letter? = nil,
    bringer: String? = nil
  ) {
    (self.name, self.bytes, self.pictures) = (name, bytes, pictures)
    (self.letter, self.bringer) = (letter, bringer)
  }

  /// The documents of a file: itself, or for a letter first what it says, then what hangs on it; those of an archive.
  ///
  /// - Throws: `CrowdedArchive`, or `OfficeFlaw` for an archive that cannot be unpacked.
  package static func all(in bytes: [UInt8], named name: String) throws -> [IncomingFile] {
    let endings: Set<String> = ["eml", "mht", "mhtml"]
    if bytes.starts(with: [0x50, 0x4B]), let files = try packed(bytes, in: name) { return files }
    guard endings.contains(Path.ending(of: name).lowercased()), let message = MailPart(bytes[...])
    else { return [IncomingFile(name: name, bytes: bytes)] }
    var reading = Reading()
    reading.read(message, depth: 0)
    // A page that a program saved with its pictures is no letter.
    if message["from"] == nil || message.type == "multipart/related", let page = reading.page,
      reading.files.isEmpty
    {
      let pageName = Path.withoutEnding(Path.name(of: name)) + ".html"
      return [IncomingFile(name: pageName, bytes: Array(page.utf8), pictures: reading.pictures)]
    }
    let letter = Letter(
      head: reading.head, text: reading.text, page: reading.page, left: reading.left,
      count: reading.files.count)
    return [IncomingFile(name: name, bytes: bytes, letter: letter)]
      + reading.files.map {
        IncomingFile(name: $0.name, bytes: $0.bytes, bringer: Path.name(of: name))
      }
  }

  /// What can be read, by the endings of names.
  private static let (documents, pages, pictures): (Set<String>, Set<String>, Set<String>) = (
    [
      "docx", "odt", "xlsx", "ods", "csv", "tsv", "txt", "md", "doc", "xls", "rtf", "pdf", "dot",
      "xlt", "eml",
    ], ["html", "htm"],
    ["jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "tif", "tiff", "gif"]
  )

  private static func isReadable(_ ending: String) -> Bool {
    documents.contains(ending) || pages.contains(ending) || pictures.contains(ending)
  }

  // Archives

  /// Nobody sends more at once, and each is looked for among all that are there.
  private static let most = 200

  /// The files of an archive that an office packed; nil for a document, which is one too, or a page with its pictures.
  private static func packed(_ bytes: [UInt8], in name: String) throws -> [IncomingFile]? {
    guard let archive = try? ZipArchive(bytes), archive["[Content_Types].xml"] == nil,
      archive["mimetype"] == nil
    else { return nil }
    let parts = archive.parts.filter { part in
      // What systems put beside files, and nobody sends.
      let isHidden = part.name.split(separator: "/").contains {
        $0.hasPrefix(".") || $0.hasPrefix("~$") || $0 == "__MACOSX"
      }
      return !isHidden && !["Thumbs.db", "desktop.ini"].contains(Path.name(of: part.name))
    }
    let kinds = parts.map { Path.ending(of: $0.name).lowercased() }
    let isPage =
      kinds.count(where: pages.contains) == 1 && !kinds.contains(where: documents.contains)
    guard !isPage, kinds.contains(where: isReadable) else { return nil }
    guard parts.count <= most else { throw CrowdedArchive(count: parts.count, most: most) }
    return try parts.map { part in
      IncomingFile(
        name: part.name, bytes: try archive.bytes(of: part), bringer: Path.name(of: name))
    }
  }

  /// Goes through a message, and through those that hang on it: certified mail (PEC) has the letter in another one.
  private struct Reading {
    var text: String?
    var page: String?
    var files: [(name: String, bytes: [UInt8])] = []
    var pictures: [String: [UInt8]] = [:]
    var left: [String] = []
    /// Of the letter, and of those within it.
    var head: [(name: Phrase, value: String)] = []

    private static let fields: [(field: String, name: Phrase)] = [
      ("from", Phrase(it: "Da", en: "From")), ("date", Phrase(it: "Data", en: "Date")),
      ("subject", Phrase(it: "Oggetto", en: "Subject")),
    ]

    /// No letter hangs on so many others.
    private static let deepest = 10

    mutating func read(_ part: MailPart, depth: Int) {
      guard depth < Reading.deepest else { return }
      for (field, name) in Reading.fields {
        if let value = part[field] { head.append((name, value)) }
      }
      if let parts = part.parts {
        for inner in parts { read(inner, depth: depth + 1) }
        return
      }
      if part.type == "message/rfc822" {
        if let inner = MailPart(part.bytes[...]) { read(inner, depth: depth + 1) }
        return
      }
      let isText = part.type == "text/plain" || part.type == "text/html"
      if isText, part.fileName == nil {
        let words = part.text
        if part.type == "text/html" {
          page = page.map { $0 + words } ?? words
        } else if !words.allSatisfy(\.isWhitespace) {
          text = (text.map { $0 + "\n\n" } ?? "") + words
        }
        return
      }
      take(part)
    }

    private mutating func take(_ part: MailPart) {
      if part.type.hasPrefix("image/"), part["content-id"] != nil || part["content-location"] != nil
      {
        if let id = part["content-id"] {
          pictures["cid:" + id.filter { !"<>".contains($0) }] = part.bytes
        }
        if let place = part["content-location"] { pictures[place] = part.bytes }
        return
      }
      guard let name = part.fileName else {
        if !["text/css", "application/pkcs7-signature"].contains(part.type) {
          left.append(part.type)
        }
        return
      }
      let ending = Path.ending(of: name).lowercased()
      if ending == "eml", let inner = MailPart(part.bytes[...]) {
        read(inner, depth: 1)
      } else if IncomingFile.isReadable(ending) {
        files.append((name, part.bytes))
      } else {
        left.append(name)
      }
    }
  }
}

/// An archive with more in it than anybody sends.
struct CrowdedArchive: ExplainedError {
  let count: Int
  let most: Int

  var message: Phrase {
    Phrase(
      it: "l'archivio ha \(count) file, e se ne prendono \(most) alla volta",
      en: "the archive has \(count) files, and \(most) are taken at a time")
  }

  var help: Phrase? {
    Phrase(it: "dividilo in più archivi", en: "split it into several archives")
  }
}
