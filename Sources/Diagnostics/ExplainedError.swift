/// An error that says for itself what is wrong and what to do about it.
package protocol ExplainedError: Error {
  var message: Phrase { get }
  /// Nil where the message says it.
  var help: Phrase? { get }
}
