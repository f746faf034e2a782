package import Diagnostics
import SocialReport
import Writing

/// A register with entries more, and every other byte as it was.
package struct RegisterAddition {
  /// Why an entry cannot be added: the file is not understood well enough.
  package struct Refusal: ExplainedError {
    package let message: Phrase
    package let help: Phrase?
  }

  /// The whole of the file's bytes.
  package let bytes: [UInt8]

  /// - Parameters:
  ///   - bytes: the file as it is on the disk.
  ///   - name: the path by which its author knows it.
  /// - Throws: `Refusal` where the shape of the list is none that an entry can be added to.
  package init(
    of entries: [RegisterEntry], to bytes: [UInt8], name: String, _ language: Language
  ) throws(Refusal) {
    do throws(WritingRefusal) {
      let file = try YAMLFile(bytes, isMarkdown: false)
      let keys = [EntityKind.entries.italian, EntityKind.entries.english]
      let key = keys.first { file.holds(FieldPath([.field($0)])) } ?? keys[0]
      let list = FieldPath([.field(key)])
      self.bytes = try file.appending(entries.map { .fields($0.written(language)) }, to: list)
    } catch {
      throw Refusal(name, error.message)
    }
  }
}

extension RegisterAddition.Refusal {
  fileprivate init(_ name: String, _ reason: Phrase) {
    self.init(
      message: Phrase(
        it: "non posso aggiungere una voce a `\(name)`: \(reason.italian)",
        en: "cannot add an entry to `\(name)`: \(reason.english)"),
      help: Phrase(
        it:
          "il file è rimasto com'era; correggilo (`bilancio controlla`), o aggiungi la voce a mano",
        en: "the file is as it was; mend it (`bilancio check`), or add the entry by hand"))
  }
}
