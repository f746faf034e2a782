import Attachments
package import Diagnostics
package import Facts
package import SocialReport

/// The files that fields name: attachments, archived copies, acts, the logo.
package struct NamedFiles {
  private let context: SiteContext
  package private(set) var used: Set<String> = []
  package private(set) var diagnostics: [Diagnostic] = []

  package init(_ context: SiteContext) { self.context = context }

  package mutating func collect(_ edition: Edition) {
    for entity in edition.entities {
      for file in entity.files { add(file) }
    }
  }

  package mutating func logo(of site: SiteInfo) -> [Diagnostic] {
    let before = diagnostics.count
    for file in site.files { add(file, isPicture: true) }
    if let logo = site.entity.logo,
      let file = LocalFile.find(logo.value, of: logo.place, context),
      context.files.pictureSize(of: file.path) == nil,
      context.files.flaw(of: file.path)?.isForbidden != true
    {
      diagnostics.append(ProsePicture.unreadable(logo.value, at: logo.place))
    }
    return Array(diagnostics[before...])
  }

  /// - Parameter isPicture: whether it is shown, so that a damaged one is told as a picture.
  private mutating func add(_ name: Sourced<String>, isPicture: Bool = false) {
    guard let file = LocalFile.find(name.value, of: name.place, context) else {
      var state = PageState(context, nil)
      LocalFile.reportMissing(
        name.value, LocalFile.path(name.value, of: name.place, context) ?? name.value,
        from: name.place, at: name.place, &state)
      diagnostics += state.diagnostics
      used.formUnion(state.usedFiles)
      return
    }
    used.insert(file.path)
    diagnostics += LargeFile.diagnostics(name.value, file.path, at: name.place, context)
    if let flaw = context.files.flaw(of: file.path), flaw.isForbidden || !isPicture {
      diagnostics.append(flaw.diagnostic(name.value, at: name.place))
    }
  }
}
