package import Diagnostics

/// The small files with which Visual Studio Code, VSCodium and their kin help with the texts.
package enum EditorFiles {
  /// Beside the folder of the texts.
  package static let folder = ".vscode"
  package static let schemas = ".vscode/bilancio"
  /// The schema that files are checked by as they are written.
  package static let schema = "\(schemas)/contenuto.json"
  /// The file that may be somebody's already.
  package static let settings = "\(folder)/settings.json"

  /// - Parameter content: the name of the folder of the texts.
  package static func all(content: String, _ language: Language) -> [ProjectFile] {
    let schema = EditorSchema(language).content
    return [
      ProjectFile(path: settings, text: settings(content: content, language)),
      ProjectFile(path: "\(folder)/extensions.json", text: extensions(language)),
      ProjectFile(path: EditorFiles.schema, text: String(decoding: schema, as: UTF8.self)),
    ]
  }

  /// The setting by which files are checked.
  package static func line(content: String) -> String {
    var folder = JSONWriter()
    folder.array { json in
      for ending in ["yml", "yaml"] { json.string("\(content)/**/*.\(ending)") }
    }
    let globs = String(decoding: folder.bytes, as: UTF8.self)
    return #""yaml.schemas": { "./\#(schema)": \#(globs) }"#
  }

  private static func settings(content: String, _ language: Language) -> String {
    let words = Phrase(
      it: """
          // Con l'estensione YAML (redhat.vscode-yaml) l'editor completa, spiega e controlla i campi dei file .yml.
          // Dopo un aggiornamento del programma: bilancio schema. I file .md li controlla solo bilancio controlla.
        """,
      en: """
          // With the YAML extension (redhat.vscode-yaml) the editor completes, explains and checks fields of .yml files.
          // After an update of the program: bilancio schema. Files .md are checked by bilancio check only.
        """)
    return """
      {
      \(words.text(in: language))
        \(line(content: content)),
        "files.encoding": "utf8",
        "files.insertFinalNewline": true,
        "[markdown]": { "editor.wordWrap": "on" },
        "[yaml]": { "editor.wordWrap": "on" },
        "redhat.telemetry.enabled": false
      }

      """
  }

  private static func extensions(_ language: Language) -> String {
    let words = Phrase(
      it: """
          // L'editor propone di installare questa estensione, che legge gli schemi dei campi.
          // Senza, tutto funziona: solo non c'è aiuto mentre si scrive.
        """,
      en: """
          // The editor offers to install this extension, which reads the schemas of the fields.
          // Without it all works: there is only no help while one writes.
        """)
    return """
      {
      \(words.text(in: language))
        "recommendations": ["redhat.vscode-yaml"]
      }

      """
  }
}
