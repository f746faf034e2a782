package import Diagnostics
import Glibc

/// What the operating system refused, or what is not opened at all, in words a person can act on.
package struct FileError: ExplainedError, Sendable {
  package enum Operation: Sendable {
    case read, write, create, remove, rename, list, lock
    /// A second name.
    case link
    /// What is somebody else's, in a folder that is made anew.
    case keep
  }

  package enum Cause: Sendable, Equatable {
    /// The number that the system gave, as in `errno.h`.
    case system(Int32)
    /// A link that leads out of the folder that is read.
    case leadsOut(of: String)
    /// A link to nothing.
    case leadsNowhere
    /// A link to a folder that it stands in.
    case leadsBack
    /// A pipe, a socket or a device: to read it might never end.
    case special
    /// More bytes than such a file ever has.
    case tooLarge(limit: Int)
    /// What links show of other folders is more than anybody could mean.
    case tooManyLinked
    /// A name that is not UTF-8.
    case name
    /// A name that no list of files and no address can hold.
    case control
    /// A list of files of which a line is amiss.
    case brokenList(line: Int)
    /// A table in which quotes open that do not close.
    case brokenTable(line: Int)
    /// A list of files that has both a file and a folder of its name.
    case fileAndFolder(String)
  }

  package let operation: Operation
  package let path: String
  package let cause: Cause

  package init(_ operation: Operation, _ path: String, code: Int32 = errno) {
    self.init(operation, path, .system(code))
  }

  package init(_ operation: Operation, _ path: String, _ cause: Cause) {
    (self.operation, self.path, self.cause) = (operation, path, cause)
  }

  /// The number that the system gave; nil where it was not the system that refused.
  package var code: Int32? { if case .system(let code) = cause { code } else { nil } }

  /// Whether it is a list of files that can be read, and tells nothing.
  package var isBrokenList: Bool {
    switch cause {
    case .brokenList, .fileAndFolder: true
    default: false
    }
  }

  package var message: Phrase {
    let verb =
      switch operation {
      case .read: Phrase(it: "leggere", en: "read")
      case .write: Phrase(it: "scrivere", en: "write")
      case .create, .link: Phrase(it: "creare", en: "create")
      case .remove: Phrase(it: "togliere", en: "remove")
      case .rename: Phrase(it: "mettere al suo posto", en: "put into place")
      case .list: Phrase(it: "elencare", en: "list")
      case .lock: Phrase(it: "riservare", en: "lock")
      case .keep: Phrase(it: "conservare", en: "keep")
      }
    let reason = cause.reason
    let path = path.printable(keepsLines: false)
    return Phrase(
      it: "non riesco a \(verb.italian) `\(path)`: \(reason.italian)",
      en: "cannot \(verb.english) `\(path)`: \(reason.english)")
  }

  package var help: Phrase? { (operation == .keep ? keepingHelp : nil) ?? cause.help }

  /// What to do about what is others'.
  private var keepingHelp: Phrase? {
    switch code {
    case EXDEV:
      Phrase(
        it:
          "è di altri e nel sito nuovo non può venire: stacca quel disco, o scegli un'altra cartella",
        en:
          "it is others' and cannot come to the new site: unmount that disk, or choose another folder"
      )
    case EPERM, EACCES:
      Phrase(
        it:
          "è di altri e va nel sito nuovo così com'è: chiedi a chi l'ha messo di poterlo spostare",
        en:
          "it is others' and goes to the new site as it is: ask its owner for the right to move it")
    case EEXIST:
      Phrase(
        it: "non è mio e sta dove va un file del sito: spostalo altrove",
        en: "it is not ours and stands where a file of the site goes: move it elsewhere")
    default: nil
    }
  }
}

extension FileError.Cause {
  fileprivate var reason: Phrase {
    switch self {
    case .system(let code): FileError.Cause.words(of: code)
    case .leadsOut(let folder):
      Phrase(
        it: "è un collegamento che porta fuori da `\(folder)`",
        en: "it is a link that leads out of `\(folder)`")
    case .leadsNowhere:
      Phrase(it: "è un collegamento che non porta a niente", en: "it is a link to nothing")
    case .leadsBack:
      Phrase(
        it: "è un collegamento a una cartella in cui sta", en: "it is a link to a folder it is in")
    case .special:
      Phrase(
        it: "non è un file, è un canale o un dispositivo del sistema",
        en: "it is no file but a pipe or a device of the system")
    case .tooLarge(let limit):
      Phrase(it: "supera \(limit >> 20) MiB", en: "it is over \(limit >> 20) MiB")
    case .tooManyLinked:
      Phrase(
        it: "i collegamenti mostrano troppi file di altre cartelle",
        en: "links show too many files of other folders")
    case .name: Phrase(it: "il nome non è in UTF-8", en: "the name is not UTF-8")
    case .control:
      Phrase(
        it: "nel nome c'è un carattere che non si vede",
        en: "in the name there is a character that cannot be seen")
    case .brokenTable(let line):
      Phrase(
        it: "alla riga \(line) si aprono virgolette che non si chiudono",
        en: "in line \(line) quotes open that do not close")
    case .brokenList(let line):
      Phrase(
        it: "la riga \(line) non è quella di un elenco di file",
        en: "line \(line) is none of a list of files")
    case .fileAndFolder(let path):
      Phrase(
        it: "per l'elenco `\(path)` è insieme un file e una cartella",
        en: "for the list `\(path)` is a file and a folder at once")
    }
  }

  /// What to do; nil where the reason says it.
  fileprivate var help: Phrase? {
    switch self {
    case .system(EACCES), .system(EPERM):
      Phrase(
        it: "chiedi il permesso a chi ha il file, o a chi gestisce il computer",
        en: "ask whoever has the file, or manages the computer, for the permission")
    case .system(ELOOP), .leadsNowhere:
      Phrase(
        it: "toglilo, o metti al suo posto il file che manca",
        en: "remove it, or put the file that is missing in its place")
    case .system(ENAMETOOLONG):
      Phrase(
        it: "accorcia i nomi delle cartelle, o mettine meno una dentro l'altra",
        en: "shorten the names of the folders, or put fewer of them inside each other")
    case .system(ENOSPC), .system(EDQUOT):
      Phrase(it: "libera spazio, poi ripeti", en: "make room, then repeat")
    case .system(EROFS): Phrase(it: "scegli un'altra cartella", en: "choose another folder")
    case .system(EBUSY), .system(ENOTEMPTY): Phrase(it: "ripeti più tardi", en: "repeat later")
    case .system(EMFILE), .system(ENFILE):
      Phrase(it: "chiudi altri programmi, poi ripeti", en: "close other programs, then repeat")
    case .system(EIO):
      Phrase(
        it:
          "ripeti; se succede ancora, dillo a chi gestisce il computer: il disco o la rete cedono",
        en: "repeat; if it happens again, tell whoever manages the computer: the disk or the "
          + "network is failing")
    case .system: nil
    case .leadsOut:
      Phrase(
        it: "metti al suo posto il file o la cartella a cui porta",
        en: "put the file or the folder that it leads to in its place")
    case .leadsBack, .special, .tooManyLinked: Phrase(it: "toglilo", en: "remove it")
    case .tooLarge: nil
    case .name:
      Phrase(
        it: "rinominalo, per esempio senza lettere accentate: spesso viene da un vecchio zip",
        en: "rename it, for example without accents: often it comes from an old zip")
    case .control: Phrase(it: "rinominalo", en: "rename it")
    case .brokenTable:
      Phrase(
        it: "chiudile, o riporta il file com'era da una copia di sicurezza",
        en: "close them, or bring the file back from a backup")
    case .brokenList, .fileAndFolder:
      Phrase(
        it: "riportalo com'era da una copia di sicurezza, o metti altrove la cartella in cui sta",
        en: "bring it back from a backup, or move the folder that it is in elsewhere")
    }
  }

  private static func words(of code: Int32) -> Phrase {
    switch code {
    case ENOENT: Phrase(it: "non esiste", en: "it does not exist")
    case EACCES, EPERM: Phrase(it: "non hai il permesso", en: "permission denied")
    case ENOSPC: Phrase(it: "il disco è pieno", en: "the disk is full")
    case EDQUOT: Phrase(it: "lo spazio che ti spetta è finito", en: "your disk quota is used up")
    case EROFS: Phrase(it: "il disco è in sola lettura", en: "the file system is read-only")
    case EIO: Phrase(it: "il disco non risponde bene", en: "the disk answers with an error")
    case ENOTDIR: Phrase(it: "non è una cartella", en: "it is not a folder")
    case EISDIR: Phrase(it: "è una cartella", en: "it is a folder")
    case ELOOP:
      Phrase(
        it: "è un collegamento che gira in tondo", en: "it is a link that goes round in circles")
    case ENAMETOOLONG: Phrase(it: "il percorso è troppo lungo", en: "the path is too long")
    case EMFILE, ENFILE: Phrase(it: "troppi file aperti", en: "too many open files")
    case EBUSY: Phrase(it: "è in uso, o intanto è cambiato", en: "it is in use, or has changed")
    case EEXIST: Phrase(it: "lì c'è già qualcosa", en: "something is there already")
    case ENOTEMPTY: Phrase(it: "la cartella non è vuota", en: "the folder is not empty")
    case EXDEV: Phrase(it: "sta su un altro disco", en: "it is on another disk")
    case ENODATA: Phrase(it: "ne manca un pezzo", en: "a piece of it is missing")
    case EWOULDBLOCK: Phrase(it: "un'altra costruzione è in corso", en: "another build is running")
    default:
      Phrase(it: unsafe String(cString: strerror(code)), en: unsafe String(cString: strerror(code)))
    }
  }
}
