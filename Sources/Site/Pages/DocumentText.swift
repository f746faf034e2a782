package import Diagnostics
package import Facts
import Files
package import SocialReport
import Theme

/// The whole document of an edition by itself, for who makes something else of it than a page.
package struct DocumentText: Sendable {
  package let edition: Edition
  package let entity: String
  /// What the edition is about, in a sentence.
  package let description: String
  /// The words that only a print has, by their names in the theme's strings (`print.…`).
  package let words: [String: String]
  package let colour: String
  /// What the year came to, in few words for a picture, the most telling first.
  package let figures: [Figure]
  /// The parts in order, as fragments of HTML whose addresses begin at the site's base path.
  package let html: [UInt8]
  /// The id of the part that a page is, by the page's address relative to the site's root.
  package let parts: [String: String]
  /// The ids of the parts that are lists of facts, with short entries.
  package let registers: Set<String>
  package let fields: DocumentFields
  package let basePath: String
  package let baseURL: String
  /// The content's own files that it shows, by where the site has them.
  package let files: [String: String]
  /// What is wrong with the pages that it is made of.
  package let diagnostics: [Diagnostic]

  /// «8 obiettivi», and below it «5 raggiunti, 2 raggiunti in parte».
  package struct Figure: Equatable, Sendable {
    package let count: String
    package let label: String
  }
}

extension Site {
  /// Makes the whole documents of all editions that are rendered: closed ones have theirs.
  ///
  /// Their pages are made once more for it, without what stands around them.
  package func documents() async throws -> [DocumentText] {
    let bare = context.bare
    var documents: [DocumentText] = []
    for index in bare.indexes where context.closed[index.edition.id.value] == nil {
      let pages = EditionPages(
        PageRenderer(context: bare, index: index, frame: PageFrame(bare, index)), index, moved: [])
      documents.append(try await pages.documentText())
    }
    return documents
  }
}

extension EditionPages {
  fileprivate func documentText() async throws -> DocumentText {
    let path = DocumentPage.path(edition)
    let jobs = jobs
    let made = try await Parallel.map(count: jobs.count) { number in
      let product = jobs[number].run()
      let pieces = product.files.compactMap { file -> (number: Int, bytes: [UInt8])? in
        guard file.path == path, case .piece(let bytes, let number) = file.body else { return nil }
        return (number, bytes)
      }
      return (pieces: pieces, used: product.usedFiles, diagnostics: product.diagnostics)
    }
    let pieces = made.flatMap(\.pieces).sorted { $0.number < $1.number }
    let used = made.reduce(into: Set<String>()) { $0.formUnion($1.used) }
    return DocumentText(
      edition: edition, entity: context.report.site.entity.name.value,
      description: edition.subtitle?.value ?? views.about,
      words: Dictionary(
        DocumentText.wordNames.map { ($0, strings["print.\($0)"]) }, uniquingKeysWith: { $1 }),
      colour: context.theme.colour, figures: views.figures, html: pieces.flatMap(\.bytes),
      parts: DocumentPage.parts(of: edition),
      registers: Set(PageKind.closing(edition).map { DocumentPage.id(of: $0) }),
      fields: DocumentFields(edition) { strings[$0] },
      basePath: context.basePath, baseURL: context.baseURL,
      files: Dictionary(
        used.map { (ContentFiles.decodedAddress(of: $0), $0) }, uniquingKeysWith: { $1 }),
      diagnostics: made.flatMap(\.diagnostics))
  }
}

extension DocumentText {
  /// The names of the words that only a print has.
  package static let wordNames = ["contents", "page", "pages", "address", "access", "rest"]

  /// The parts of what an objective is about: its own, and those of its achievements.
  private func parts(of objective: Objective) -> Set<String> {
    Set(
      [DocumentPage.id(of: objective)]
        + objective.achievements.map { DocumentPage.id(of: $0, objective) })
  }

  /// Some of its parts, as a file of their own.
  package struct Selection: Sendable {
    /// What the file is called.
    package let heading: String
    package let parts: Parts

    package enum Parts: Sendable {
      /// Those of some ids.
      case only(Set<String>)
      case allBut(Set<String>)
    }

    package init(_ heading: String, _ parts: Parts) {
      (self.heading, self.parts) = (heading, parts)
    }
  }

  /// All of it in files that are not too long: what stands in no objective, and each objective.
  package var volumes: [(part: PrintedFile.Part, selection: Selection)] {
    let ofObjectives = edition.objectives.map { selection(of: $0) }
    let ids = edition.objectives.reduce(into: Set<String>()) { $0.formUnion(parts(of: $1)) }
    let rest = Selection("\(edition.name) – \(words["rest"] ?? "")", .allBut(ids))
    return [(.rest, rest)]
      + zip(edition.objectives, ofObjectives).map { (.objective($0), $1) }
  }

  /// An objective with its achievements.
  package func selection(of objective: Objective) -> Selection {
    Selection(objective.title.value, .only(parts(of: objective)))
  }

  /// What an office answers for; nil where that is nothing.
  package func selection(of office: Office) -> Selection? {
    let ids = parts(ofOffice: office.id.value)
    return ids.isEmpty ? nil : Selection(office.name.value, .only(ids))
  }

  private func parts(ofOffice id: String) -> Set<String> {
    var parts: Set<String> = []
    for objective in edition.objectives {
      if objective.owner?.value == id { parts.insert(DocumentPage.id(of: objective)) }
      for achievement in objective.achievements where achievement.office.value == id {
        parts.insert(DocumentPage.id(of: achievement, objective))
      }
    }
    return parts
  }
}
