import Content
import Desk
import Files
import SocialReport
import Writing

/// Where pictures stand, and what is said there for who does not see them.
struct PictureUses {
  struct Use: Equatable {
    enum Words: Equatable {
      case description(String)
      case decorative
      case missing
      /// In a field of its own, or put in by a reference.
      case named
    }

    /// The file with the text.
    let path: String
    let words: Words
  }

  /// By the paths of pictures.
  private var uses: [String: [Use]] = [:]

  init(_ folder: Folder) {
    for text in folder.texts where text.invalidAt == nil && Path.ending(of: text.path) != "csv" {
      let isMarkdown = Path.ending(of: text.path) == "md"
      guard let file = try? YAMLFile(Array(text.text.utf8), isMarkdown: isMarkdown) else {
        look(in: text.text, text.path)
        continue
      }
      for field in FieldVisit(file).texts {
        if case .file = field.type {
          note(field.value, .named, text.path)
        } else {
          look(in: field.value, text.path)
        }
      }
      file.body.map { look(in: $0, text.path) }
    }
  }

  func of(_ path: String) -> [Use] { uses[path] ?? [] }

  private mutating func look(in text: String, _ path: String) {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return }
    let marks = PictureMark.all(in: text)
    for mark in marks { note(mark.address, mark.words, path) }
    let described = Set(marks.map(\.address))
    for address in LinkAddresses(text).all where !described.contains(address) {
      note(address, .named, path)
    }
  }

  private mutating func note(_ address: String, _ words: Use.Words, _ path: String) {
    let home = Path.folder(of: path)
    for spelling in Set([address, Path.decoded(address) ?? address]) {
      guard let target = Path.normalised(Path.join(home, spelling)) else { continue }
      uses[target, default: []].append(Use(path: path, words: words))
    }
  }
}

/// A picture of a Markdown text, `![…](… "…")`, found without parsing it.
struct PictureMark: Equatable {
  let address: String
  let words: PictureUses.Use.Words

  static func all(in text: String) -> [PictureMark] {
    let form =
      /!\[(?<description>(?:\\.|\[[^\[\]]{0,500}\]|[^\[\]\\]){0,2000})\]\((?:<(?<bracketed>[^<>\n\r]{1,1000})>|(?<plain>[^\s()<>]{1,1000}))(?:\s+"(?<title>(?:\\.|[^"\\]){0,2000})")?\s*\)/
    return text.matches(of: form).map { match in
      let description = match.description.replacing(/\\([[:punct:]])/) { $0.output.1 }
      let words: PictureUses.Use.Words =
        if !description.allSatisfy(\.isWhitespace) {
          .description(String(description))
        } else if ["decorativa", "decorative"].contains(match.title ?? "") {
          .decorative
        } else {
          .missing
        }
      return PictureMark(
        address: String(match.bracketed ?? match.plain ?? ""), words: words)
    }
  }
}
