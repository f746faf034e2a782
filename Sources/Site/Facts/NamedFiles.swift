import Diagnostics
import SocialReport

/// The files that fields name: attachments, archived copies, acts, the logo.
struct NamedFiles {
  private let context: SiteContext
  private(set) var used: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ context: SiteContext) { self.context = context }

  mutating func collect(_ edition: Edition) {
    add(edition.assurance?.document)
    for source in edition.sources { add(source.archived?.file) }
    for act in edition.acts { add(act.file) }
    for achievement in edition.achievements {
      for attachment in achievement.attachments {
        add(attachment.file)
        add(attachment.archived)
      }
    }
  }

  mutating func logo(of site: SiteInfo) -> [Diagnostic] {
    let before = diagnostics.count
    add(site.entity.logo)
    if let logo = site.entity.logo, let path = LocalFile.path(logo.value, of: logo.place, context),
      context.files.contains(path), context.files.pictureSize(of: path) == nil
    {
      diagnostics.append(PicturePass.unreadable(logo.value, at: logo.place))
    }
    return Array(diagnostics[before...])
  }

  private mutating func add(_ name: Sourced<String>?) {
    guard let name else { return }
    guard let path = LocalFile.path(name.value, of: name.place, context),
      context.files.contains(path)
    else {
      var state = PageState(context, nil)
      LocalFile.reportMissing(
        name.value, LocalFile.path(name.value, of: name.place, context) ?? name.value,
        from: name.place, at: name.place, &state)
      diagnostics += state.diagnostics
      return
    }
    used.insert(path)
    diagnostics += LargeFile.diagnostics(name.value, path, at: name.place, context)
  }
}

/// Files of the content that no page shows or offers.
enum UnusedFiles {
  static func diagnostics(_ used: Set<String>, _ context: SiteContext) -> [Diagnostic] {
    // What could not be read may use any of them.
    let gaps = context.report.gaps
    guard gaps.ids.isEmpty, !gaps.hasUnreadableFile else { return [] }
    return context.files.loosePaths.filter { !used.contains($0) }.map { path in
      Diagnostic(
        .unusedFile,
        Phrase(it: "nessuna pagina usa il file `\(path)`", en: "no page uses the file `\(path)`"),
        help: Phrase(
          it: "toglilo, oppure dagli un nome che comincia con `_`",
          en: "remove it, or give it a name that begins with `_`"), at: nil, severity: .warning)
    }
  }
}
