import Content
import Desk
import Diagnostics
import Files
import Preview
import Scaffolding
import SocialReport

extension Studio {
  /// The ways out of a question.
  enum Turn: String {
    case next = "avanti"
    case skip = "salta"
    case back = "indietro"
  }

  /// Whether there is no report yet: no folder of texts, or nothing in it.
  var isEmpty: Bool {
    guard FileSystem.status(content) != nil else { return true }
    let names = (try? FileSystem.names(in: content)) ?? [""]
    return names.allSatisfy { Folder.leavesAlone($0) }
  }

  func begin(
    _ step: BeginPage.Step, _ typed: [String: String], _ refusal: Phrase? = nil
  ) -> PreviewResponse {
    let view = BeginPage(step: step, token: session.token, typed: typed, refusal: refusal)
    return page(
      Shell(title: "\(step.title), passo \(step.rawValue)", hasErrors: refusal != nil), view.body())
  }

  /// One step further or back; behind the last the files are written.
  func begin(_ visit: StudioVisit, _ data: FormData, _ turn: Turn) async -> PreviewResponse {
    let step = data["passo"].flatMap { Int($0) }.flatMap(BeginPage.Step.init(rawValue:))
    guard let step, isEmpty else { return .done(to: Shell.root) }
    var typed = Dictionary(
      BeginPage.names.map { ($0, FormValue.received(data[$0] ?? "", .markdown)) },
      uniquingKeysWith: { $1 })
    if turn == .back { return begin(BeginPage.Step(rawValue: step.rawValue - 1) ?? step, typed) }
    if turn == .skip { for field in step.fields { typed[field.name] = "" } }
    let answers = BeginAnswers(typed)
    if let refusal = answers.refusal(at: step) { return begin(step, typed, refusal) }
    if let next = BeginPage.Step(rawValue: step.rawValue + 1) {
      if next == .edition, typed["anno"]?.isEmpty != false {
        typed["anno"] = String(Studio.lastYear)
      }
      return begin(next, typed)
    }
    do {
      let beginning = try answers.beginning(today)
      let files = try await files(of: beginning, answers)
      try desk.create(files.map { (path: $0.path, bytes: $0.new) }, as: ChangeNote(.creation))
      let path = beginning.achievementPath
      let made = await wait(visit, files).index.entries.first { $0.record.path == path }
      return .done(
        to: made.map { RecordPage.address($0) + "?fatto=\(Done.made.rawValue)" } ?? Shell.root)
    } catch let error as any ExplainedError {
      return begin(step, typed, error.message)
    } catch {
      return begin(step, typed, Phrase(it: "\(error)", en: "\(error)"))
    }
  }

  /// The files of a beginning with what was answered beside the names in their fields; nothing is on the disk yet.
  private func files(
    of beginning: Beginning, _ answers: BeginAnswers
  ) async throws -> [FileChange] {
    var revision = Revision(desk)
    for file in beginning.all { revision.begin(file.path, Array(file.text.utf8)) }
    if let source = answers.source, let title = AnsweredText(source) {
      let folder = Folder(
        root: content,
        texts: beginning.all.map { Folder.Text(path: $0.path, text: $0.text) }, assets: [])
      let place = try RecordPlace(
        root: content, outline: try await ProjectOutline(folder), edition: nil, language: .italian,
        today: today)
      let addition = try place.source(
        title, organisation: beginning.municipality.text, kind: "documento", quality: "ufficiale",
        url: nil)
      try place.apply(addition, to: &revision)
      if case .entry(let entry) = addition {
        try set([("fonte", entry.id)], at: beginning.indicatorPath, &revision)
      }
    }
    try set(answers.objectiveFields, at: beginning.first, &revision)
    try set(answers.achievementFields, at: beginning.achievementPath, &revision)
    try set(answers.figureFields, at: beginning.indicatorPath, &revision)
    return revision.changes
  }

  private func set(
    _ fields: [(name: String, value: String)], at path: String, _ revision: inout Revision
  ) throws(DeskError) {
    let filled = fields.filter { !$0.value.isEmpty }
    guard !filled.isEmpty else { return }
    let text = String(decoding: try revision.bytes(of: path), as: UTF8.self)
    guard let record = DeskRecord.read(text, at: path)?.records.first else { return }
    for field in filled { try revision.apply(.set(field.name, to: field.value), to: record) }
  }

  private static var lastYear: Int {
    let text = Timestamp.now.text.prefix(4)
    return (Int(text) ?? 2025) - 1
  }
}

/// What was answered to the questions of a beginning.
struct BeginAnswers {
  private let typed: [String: String]

  init(_ typed: [String: String]) { self.typed = typed }

  private func said(_ name: String) -> String? { typed[name].flatMap { $0.isEmpty ? nil : $0 } }

  private var offices: [AnsweredText] {
    var seen: Set<String> = []
    return (typed["uffici"] ?? "").split(whereSeparator: \.isNewline).compactMap {
      AnsweredText(String($0))
    }
    .filter { seen.insert($0.text.lowercased()).inserted }
  }

  private static let years = 1990...2200

  /// Why a step cannot be left yet.
  func refusal(at step: BeginPage.Step) -> Phrase? {
    switch step {
    case .municipality:
      if said("comune") == nil {
        return Phrase(it: "scrivi come si chiama il Comune", en: "write the municipality's name")
      }
      guard let address = said("indirizzo") else { return nil }
      do throws(SiteAddress.Flaws) { _ = try SiteAddress(address) } catch {
        return error.message("Indirizzo", "Address")
      }
      return nil
    case .edition:
      return said("anno").flatMap { Int($0) }.map(BeginAnswers.years.contains) == true
        ? nil : Phrase(it: "scrivi l'anno con quattro cifre", en: "write the year in four digits")
    case .offices:
      return offices.isEmpty
        ? Phrase(it: "scrivi almeno un ufficio", en: "write one office at least") : nil
    case .figure:
      return said("valore").flatMap(BeginAnswers.refusal(ofValue:))
    case .objective: return nil
    case .achievement:
      let count = said("in_breve")?.count ?? 0
      guard case .text(_, let maximum?)? = BeginPage.summaryField?.type, count > maximum else {
        return nil
      }
      return Phrase(
        it: "«In breve» ha \(count) caratteri: al massimo \(maximum)",
        en: "the summary has \(count) characters: at most \(maximum)")
    }
  }

  private static func refusal(ofValue value: String) -> Phrase? {
    switch Numerals.read(value, isQuoted: false) {
    case .number: nil
    case .ambiguous:
      Phrase(
        it: "`\(value)` può voler dire due numeri: scrivilo senza il punto o con la virgola",
        en: "`\(value)` may be two numbers: write it without the point or with a comma")
    case .none:
      Phrase(
        it: "`\(value)` non è un numero: scrivi solo le cifre, l'unità va nel suo campo",
        en: "`\(value)` is no number: write the digits alone, the unit goes in its own field")
    }
  }

  func beginning(
    _ today: (Int) -> CalendarDate
  ) throws(ProjectOutline.Refusal) -> Beginning {
    guard let name = said("comune").flatMap({ AnsweredText($0) }),
      let year = said("anno").flatMap({ Int($0) }), !offices.isEmpty
    else {
      throw ProjectOutline.Refusal(Phrase(it: "mancano delle risposte", en: "answers are missing"))
    }
    var beginning = Beginning(
      municipality: name, year: year, offices: offices, address: said("indirizzo"),
      files: RecordFiles(.italian, today: today(year)))
    beginning.titles.objective = said("obiettivo").flatMap { AnsweredText($0) }
    beginning.titles.achievement = said("realizzazione").flatMap { AnsweredText($0) }
    beginning.titles.indicator = said("dato").flatMap { AnsweredText($0) }
    return beginning
  }

  var source: String? { said("dato") == nil ? nil : said("fonte") }

  var objectiveFields: [(name: String, value: String)] {
    [("premessa", said("premessa") ?? "")]
  }

  var achievementFields: [(name: String, value: String)] {
    [("in_breve", said("in_breve") ?? ""), ("stato", said("stato") ?? "")]
  }

  var figureFields: [(name: String, value: String)] {
    guard said("dato") != nil else { return [] }
    let unit = said("unita") ?? ""
    return [
      ("unita", unit), ("misura", unit == "%" ? "percentuale" : ""),
      ("osservazioni.1.valore", said("valore") ?? ""),
    ]
  }
}
