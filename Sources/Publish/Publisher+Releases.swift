import Diagnostics
import Files
import Output

// Which release undoing and doing again bring back.
extension Publisher {
  /// The release that undoing would bring back.
  package func before(_ live: LiveSite) async throws(PublishError) -> ReleaseFolder.Release {
    guard let manifest = live.manifest else {
      throw PublishError(
        Phrase(
          it: "in \(place) non c'è ancora niente da annullare",
          en: "there is nothing to undo at \(place) yet"))
    }
    let before = try goal(after: manifest, live)
    guard let before else {
      if live.unfinished == nil, let known = try release(of: manifest.digest),
        let next = try releases.after(known)
      {
        throw PublishError(
          Phrase(
            it: "non ho la versione prima di quella che è in linea: è la più vecchia",
            en: "the release before the one that is live is not here: it is the oldest"),
          help: Phrase(
            it:
              "per rimettere quella annullata (\(next.spoken.italian)): `bilancio pubblica --rimetti`",
            en: "to bring back what was undone (\(next.spoken.english)): `bilancio publish --redo`")
        )
      }
      throw PublishError(
        Phrase(
          it: "non ho la versione prima di quella che è in linea",
          en: "the release before the one that is live is not here"),
        help: Phrase(
          it: remote == nil
            ? "è la prima, o le altre sono state tolte: riporta i testi com'erano e pubblica"
            : "se ce n'è una, sta sul computer da cui è stata pubblicata; oppure riporta i testi "
              + "com'erano e pubblica",
          en: remote == nil
            ? "it is the first, or the others were removed: bring the texts back and publish"
            : "if there is one, it is on the machine it was published from; or bring the texts back "
              + "and publish"))
    }
    return try await whole(before)
  }

  /// The release that was live before it was taken back.
  package func after(_ live: LiveSite) async throws(PublishError) -> ReleaseFolder.Release {
    guard live.unfinished == nil else {
      throw PublishError(
        Phrase(
          it: "in \(place) una pubblicazione è rimasta a metà",
          en: "a publication to \(place) was interrupted"),
        help: Phrase(
          it: "`bilancio pubblica` la finisce, `bilancio pubblica --annulla` torna a prima",
          en: "`bilancio publish` finishes it, `bilancio publish --undo` goes back"))
    }
    let known = try live.manifest.flatMap { manifest throws(PublishError) in
      try release(of: manifest.digest)
    }
    let next = try known.flatMap { known throws(PublishError) in try releases.after(known) }
    guard let next else {
      throw PublishError(
        Phrase(
          it: "in \(place) non c'è niente di annullato da rimettere",
          en: "nothing was undone at \(place) that could be brought back"),
        help: Phrase(
          it: "`bilancio pubblica` pubblica i testi di adesso",
          en: "`bilancio publish` publishes the texts of now"))
    }
    return try await whole(next)
  }

  /// - Throws: `PublishError` where a release is none to go to.
  private func whole(
    _ before: ReleaseFolder.Release
  ) async throws(PublishError) -> ReleaseFolder.Release {
    // What somebody wrote into a release that readers saw is what they would see again; a release that
    // nobody should have touched, or that lacks something, is none to go back to.
    let changed = try await releases.damaged(before)
    let damaged = try PublishError.wrapping { () throws(FileError) in
      guard remote == nil else { return changed }
      var gone: [String] = []
      for path in changed where try FileSystem.found(Path.join(before.folder, path)) == nil {
        gone.append(path)
      }
      return gone
    }
    guard damaged.isEmpty else {
      let paths = damaged.prefix(3).joined(separator: ", ")
      throw PublishError(
        Phrase(
          it: "la versione del \(before.spoken.italian) non è più intera: \(paths)",
          en: "the release of \(before.spoken.english) is no longer whole: \(paths)"),
        help: Phrase(
          it: "riporta i testi com'erano e pubblica", en: "bring the texts back and publish"))
    }
    return before
  }

  /// The release to go back to.
  private func goal(
    after manifest: Manifest, _ live: LiveSite
  ) throws(PublishError) -> ReleaseFolder.Release? {
    guard let known = try release(of: manifest.digest) else { return nil }
    guard live.unfinished != nil else { return try releases.before(known) }
    // What was going back goes on doing so; what was coming goes back to what it was to replace.
    let current = try releases.current() ?? known
    let wanted = try live.goal.flatMap { digest throws(PublishError) in
      try releases.all().last { $0.manifest.digest == digest && $0.name < current.name }
    }
    return wanted ?? current
  }

  /// The release with a content hash, the current one before others that are the same.
  private func release(of digest: String) throws(PublishError) -> ReleaseFolder.Release? {
    let current = try releases.current()
    if let current, current.manifest.digest == digest { return current }
    return try releases.all().last { $0.manifest.digest == digest }
  }

  /// Makes the release that is live the current one, where a run ended before it could say so.
  package func align(with live: LiveSite) throws(PublishError) {
    guard remote != nil, live.unfinished == nil, let digest = live.manifest?.digest,
      let release = try release(of: digest), try releases.current()?.name != release.name
    else { return }
    try releases.makeCurrent(release)
  }
}

extension Optional {
  /// As `flatMap`, for a step that throws an error of a known type.
  fileprivate func flatMap<Other>(
    _ step: (Wrapped) throws(PublishError) -> Other?
  ) throws(PublishError) -> Other? {
    guard let self else { return nil }
    return try step(self)
  }
}
