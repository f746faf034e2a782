import Desk
import Diagnostics
import Files
import Intake
import Office
import Preview
import Scaffolding
import SocialReport

extension Studio {
  func intakePage(
    _ visit: StudioVisit, _ edition: (folder: String, name: String)
  ) -> PreviewResponse {
    let view = IntakePage(
      edition: edition.name, objectives: visit.index.records(of: .objective, in: edition.folder),
      offices: visit.index.records(of: .offices, in: edition.folder)
        + visit.index.records(of: .offices, in: nil),
      objective: visit.request.query("obiettivo") ?? "", notes: KeptNotes.names(below: content),
      token: session.token)
    return page(Shell(title: "Porta dentro un documento", edition: edition.name), view.body())
  }

  /// A note of what was imported, to be copied from; nil where there is none of that name.
  func intakeNote(_ name: String, _ edition: (folder: String, name: String)) -> PreviewResponse? {
    guard let text = KeptNotes.text(name, below: content) else { return nil }
    return page(
      Shell(title: "Appunto", edition: edition.name),
      """
      <nav aria-label="Dove sei"><a href="\(Shell.root)\(edition.name)/">Quadro</a> › <a href="\(Shell.root)\(edition.name)/?importa">documento</a> › appunto</nav>
      <h1>\(name)</h1><p>Quello che è arrivato e non sta in nessuna pagina: da qui si copia. Nessuno lo vede nel sito.</p>
      <pre>\(text)</pre>
      """)
  }

  /// Makes a draft of a document that was sent, or says what would come of it.
  func takeDocument(
    _ visit: StudioVisit, _ edition: (folder: String, name: String), named name: String
  ) async -> PreviewResponse {
    func said(_ name: String) -> String? {
      visit.request.query(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    var wishes = ImportWishes()
    wishes.kind = said("come").flatMap(EntityKind.init(word:))
    (wishes.objective, wishes.office) = (said("obiettivo"), said("ufficio"))
    wishes.keepsOwn = said("tieni") != nil
    let isTrial = said("prova") != nil
    var (visit, answer) = (visit, IntakeAnswer())
    do {
      for file in try IncomingFile.all(in: visit.request.body, named: name) {
        // Read anew for each: what came before has taken a number and a name.
        let outline = try await ProjectOutline(try await wholeFolder())
        let place = try RecordPlace(
          root: content, outline: outline, edition: edition.name, language: outline.language,
          today: today)
        do {
          let made = try await Imported.of(file, into: place, wishes, desk)
          guard !isTrial else {
            answer.add(made, pages: [])
            continue
          }
          try closedFolders(visit).check(made.changes)
          try made.write(with: desk)
          visit = await wait(visit, made.changes)
          answer.add(made, pages: pages(of: made, visit, edition))
        } catch let error as any ExplainedError {
          guard file.bringer != nil else { throw error }
          // What else hangs on the letter, or is in the archive, is taken all the same.
          answer.add(error, of: file.name)
        }
      }
      return answer.response(isTrial: isTrial)
    } catch let conflict as ImportConflict {
      return IntakeAnswer.response(conflict)
    } catch let error as any ExplainedError {
      let help = error.help.map { Phrase(it: "; \($0.italian)", en: "; \($0.english)") }
      return CheckAnswer.failed(
        Phrase(
          it: error.message.italian + (help?.italian ?? ""),
          en: error.message.english + (help?.english ?? "")))
    } catch {
      return CheckAnswer.failed(Phrase(it: "\(error)", en: "\(error)"))
    }
  }

  /// The pages and notes that somebody opens now, each once.
  private func pages(
    of made: Imported, _ visit: StudioVisit, _ edition: (folder: String, name: String)
  ) -> [IntakeAnswer.Page] {
    var seen: Set<String> = []
    let paths = made.paths.filter { seen.insert($0).inserted }
    return paths.compactMap { path in
      if let name = KeptNotes.name(of: path) {
        return ("Leggi l'appunto", IntakePage.address(ofNote: name, in: edition.name))
      }
      return visit.index.entries.last { $0.record.path == path }.map { entry in
        (paths.count == 1 ? "Apri la bozza" : "Apri «\(entry.title)»", RecordPage.address(entry))
      }
    }
  }
}

/// What came of a document that was sent, or of those that hang on a letter.
private struct IntakeAnswer {
  private var made: [Phrase] = []
  private var accounts: [Phrase] = []
  /// A link: its words and where it leads.
  typealias Page = (words: String, address: String)

  private var pages: [Page] = []
  private var remarks: [Phrase] = []

  mutating func add(_ one: Imported, pages: [Page]) {
    made.append(one.summary)
    accounts.append(one.account)
    self.pages += pages
    remarks += one.remarks
  }

  mutating func add(_ error: any ExplainedError, of name: String) {
    remarks.append(
      Phrase(
        it: "`\(name)`: \(error.message.italian)", en: "`\(name)`: \(error.message.english)"))
  }

  func response(isTrial: Bool) -> PreviewResponse {
    var json = JSONWriter()
    json.object { json in
      json.member("fatto", made.map(\.italian).joined(separator: "; "))
      json.member("conto", accounts.map(\.italian).joined(separator: "; "))
      json.member("prova", isTrial ? "sì" : "")
      json.member("pagine") { json in
        json.array { json in
          for page in pages {
            json.object { json in
              json.member("parole", page.words)
              json.member("indirizzo", page.address)
            }
          }
        }
      }
      json.member("righe") { json in
        json.array { json in for remark in remarks { json.string(remark.italian) } }
      }
    }
    return .file(json.bytes, name: "x.json")
  }

  /// What is different here and in the document, to be shown side by side.
  static func response(_ conflict: ImportConflict) -> PreviewResponse {
    var json = JSONWriter()
    json.object { json in
      json.member("guasto", conflict.message.italian)
      json.member("conflitti") { json in
        json.array { json in
          for field in conflict.fields {
            json.object { json in
              json.member("campo", field.label.italian)
              json.member("qui", field.here)
              json.member("documento", field.there)
            }
          }
        }
      }
    }
    return .file(json.bytes, name: "x.json")
  }
}
