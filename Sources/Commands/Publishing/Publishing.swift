import ArgumentParser
import Diagnostics
import Files
import Glibc
import Output
import Pipeline
import Publish
import Site
import SocialReport

/// What `publish` and `status` have in common: the site of the texts, and where it goes.
struct Publishing {
  let run: SiteRun
  /// The address that the pages are made for, absolute, and ending in `/`.
  let builtAddress: String
  /// The folder of the project, which holds the texts.
  private let project: String
  private var language: Language { run.language }

  /// Whose address the pages have.
  enum Destination {
    /// That of a target by its name, or of the only one; the site's own where there are several.
    case target(String?)
    /// That of the only target that is none of trial, or the site's own: what is closed stays.
    case record
  }

  /// - Parameter closing: the id of an edition that is being closed for the first time.
  init(
    _ source: SourceOptions, _ destination: Destination, isQuiet: Bool, tellsAll: Bool = false,
    closing: String? = nil, drafts: Bool = false
  ) async throws {
    var settings = SiteRun.Settings(source: source, isQuiet: isQuiet, tellsAll: tellsAll)
    settings.pipeline.baseURL = { Publishing.address($0, destination) }
    settings.pipeline.isTrial = { Publishing.chosen($0, destination)?.isTrial ?? false }
    settings.pipeline.closing = closing
    settings.pipeline.includesDrafts = drafts
    settings.needsPrints = true
    run = try await SiteRun(settings)
    builtAddress = run.report.map { Publishing.address($0.site, destination) } ?? ""
    project = Path.parent(of: run.contentRoot) ?? "."
  }

  private static func address(_ site: SiteInfo, _ destination: Destination) -> String {
    chosen(site, destination)?.address?.value ?? site.baseURL.value
  }

  private static func chosen(
    _ site: SiteInfo, _ destination: Destination
  ) -> SiteInfo.PublishingTarget? {
    switch destination {
    case .target(nil): return site.targets.count == 1 ? site.targets[0] : nil
    case .target(let name?): return site.targets.first { $0.name.value == name }
    case .record:
      let targets = site.targets.filter { !$0.isTrial }
      return targets.count == 1 ? targets[0] : nil
    }
  }

  /// The folder for what publications leave on this machine.
  var home: String { inProject(".bilancio") }
  /// The folder that the site is made in.
  var site: String { Path.join(home, "sito") }
  var ledger: Ledger { Ledger(in: project) }

  private func inProject(_ name: String) -> String {
    project == "." ? name : Path.join(project, name)
  }

  /// Makes the folder, which version control is to leave alone, and keeps it for this process.
  func openHome() throws -> FolderLock {
    // Readers come through a web server, which is another user.
    umask(0o022)
    do throws(FileError) {
      try FileSystem.makeFolder(home)
      let ignore = Path.join(home, ".gitignore")
      if try FileSystem.found(ignore, followingLinks: false) == nil {
        try FileSystem.write(Array("*\n".utf8), to: ignore)
      }
      return try FolderLock(home)
    } catch { throw Failure(PublishError(error), language) }
  }

  // Targets

  /// The targets of the site's file, or the one that was named.
  func targets(_ name: String?) throws -> [SiteInfo.PublishingTarget] {
    let known = run.report?.site.targets ?? []
    // A mistake in it may be why a target is not there.
    if known.isEmpty || name.map({ name in !known.contains { $0.name.value == name } }) ?? false,
      !run.isFine(with: [])
    {
      run.tellErrors()
      if known.isEmpty { throw ExitCode(1) }
    }
    guard !known.isEmpty else {
      throw Failure(
        Phrase(
          it: "non so dove pubblicare: in `sito.yml` manca `pubblicazione`",
          en: "there is nowhere to publish to: the site's file has no `publishing`"),
        help: Phrase(
          it: """
            per esempio, per una cartella di questo computer o di un disco di rete:

              pubblicazione:
                - nome: web
                  tipo: cartella
                  dove: /var/www/bilancio-sociale

            Tutti i modi: `bilancio manuale pubblicare`
            """,
          en: """
            for example, for a folder of this machine or of a network disk:

              publishing:
                - name: web
                  kind: folder
                  location: /var/www/social-report

            All ways: `bilancio manual pubblicare`
            """), language)
    }
    guard let name else { return known }
    guard let target = known.first(where: { $0.name.value == name }) else {
      let names = known.map(\.name.value)
      throw Failure(
        Phrase(
          it: "in `sito.yml` non c'è un posto che si chiama `\(name)`",
          en: "the site's file has no place called `\(name)`"),
        help: NearMiss.help(for: name, among: names)
          ?? Phrase(
            it: "ci sono: \(names.joined(separator: ", "))",
            en: "there are: \(names.joined(separator: ", "))"), language)
    }
    return [target]
  }

  /// The one target that is meant.
  func target(_ name: String?) throws -> SiteInfo.PublishingTarget {
    let known = try targets(name)
    guard known.count == 1 else {
      let names = known.map(\.name.value).joined(separator: ", ")
      throw Failure(
        Phrase(
          it: "i posti in cui pubblicare sono \(known.count): di' quale",
          en: "there are \(known.count) places to publish to: say which"),
        help: Phrase(
          it: "`bilancio pubblica NOME`, con uno di: \(names)",
          en: "`bilancio publish NAME`, with one of: \(names)"), language)
    }
    return known[0]
  }

  func publisher(_ target: SiteInfo.PublishingTarget) async throws(PublishError) -> Publisher {
    try await Publisher(
      target, home: home, sources: run.roots,
      access: access)
  }

  /// What this machine has for reaching others.
  var access: Access {
    Access(
      shell: Terminal.environment("BILANCIO_SSH"),
      patience: Terminal.environment("BILANCIO_PATIENCE"),
      userFolder: Terminal.environment("HOME"))
  }

  /// The file of each edition, by the folder of its pages.
  var editionFiles: [String: String] {
    let editions = (run.report?.editions ?? []).compactMap { edition in
      run.path(of: edition.place).map { (edition.id.value, $0) }
    }
    return Dictionary(editions) { first, _ in first }
  }

  // The site

  /// Makes the site as it would be published.
  ///
  /// - Returns: what was found, with the list of files where no mistake keeps it from being made; nil where
  ///   there is nothing to make it of.
  func build() async throws -> Output.Result? {
    guard let output = run.output else { return nil }
    do {
      return try await output.build(to: site, isDurable: false) { run.isFine(with: $0) }
    } catch let error as any ExplainedError {
      throw Failure(error, language)
    }
  }
}

/// Whoever runs the program.
enum OperatingUser {
  /// The name that the machine knows, else the login.
  static var name: String {
    guard let entry = unsafe getpwuid(getuid()) else { return "\(getuid())" }
    let full = unsafe entry.pointee.pw_gecos.map { unsafe String(cString: $0) } ?? ""
    let name = full.prefix { $0 != "," }
    return unsafe name.isEmpty ? String(cString: entry.pointee.pw_name) : String(name)
  }
}
