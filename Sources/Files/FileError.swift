package import Diagnostics
import Glibc

/// What the operating system refused, in words a person can act on.
package struct FileError: Error, Sendable {
  package enum Operation: Sendable {
    case read, write, create, remove, rename, list, lock
  }

  package let operation: Operation
  package let path: String
  /// The number that the system gave, as in `errno.h`.
  package let code: Int32

  package init(_ operation: Operation, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  package var message: Phrase {
    let verb =
      switch operation {
      case .read: Phrase(it: "leggere", en: "read")
      case .write: Phrase(it: "scrivere", en: "write")
      case .create: Phrase(it: "creare", en: "create")
      case .remove: Phrase(it: "togliere", en: "remove")
      case .rename: Phrase(it: "mettere al suo posto", en: "put into place")
      case .list: Phrase(it: "elencare", en: "list")
      case .lock: Phrase(it: "riservare", en: "lock")
      }
    let reason = reason
    let path = path.printable(keepsLines: false)
    return Phrase(
      it: "non riesco a \(verb.italian) `\(path)`: \(reason.italian)",
      en: "cannot \(verb.english) `\(path)`: \(reason.english)")
  }

  private var reason: Phrase {
    switch code {
    case ENOENT: Phrase(it: "non esiste", en: "it does not exist")
    case EACCES, EPERM: Phrase(it: "non hai il permesso", en: "permission denied")
    case ENOSPC: Phrase(it: "il disco è pieno", en: "the disk is full")
    case EDQUOT: Phrase(it: "lo spazio che ti spetta è finito", en: "your disk quota is used up")
    case EROFS: Phrase(it: "il disco è in sola lettura", en: "the file system is read-only")
    case ENOTDIR: Phrase(it: "non è una cartella", en: "it is not a folder")
    case EISDIR: Phrase(it: "è una cartella", en: "it is a folder")
    case EMFILE, ENFILE: Phrase(it: "troppi file aperti", en: "too many open files")
    case EBUSY: Phrase(it: "intanto è cambiato", en: "it has changed meanwhile")
    case EWOULDBLOCK: Phrase(it: "un'altra costruzione è in corso", en: "another build is running")
    default:
      Phrase(it: unsafe String(cString: strerror(code)), en: unsafe String(cString: strerror(code)))
    }
  }
}
