"""The page bilancio(1), in Italian and in English, from the help that the program's commands declare."""

import json
import os
import re

import about

WORDS = {
    "it": {
        "title": "Manuale di bilancio", "name": "NOME", "synopsis": "SINTASSI", "description": "DESCRIZIONE",
        "commands": "COMANDI", "options": "OPZIONI", "exit": "STATO DI USCITA", "environment": "AMBIENTE",
        "files": "FILE", "also": "VEDERE ANCHE", "command": "comando", "choices": "uno di: ",
        "default": "se non lo dici: ", "same": "Anche:",
        "Show the version.": "Dice la versione.", "Show help information.": "Spiega questo comando.",
        "statuses": [
            ("0", "tutto bene, o solo avvisi"), ("1", "errori nei testi o nel tema"),
            ("2", "comando sbagliato, o file che non si leggono o non si scrivono")],
        "variables": [
            ("BILANCIO_EDITOR", "il programma che i collegamenti dell'anteprima aprono"),
            ("BILANCIO_SSH", "il comando con cui si raggiunge un server, al posto di quello di sempre"),
            ("BILANCIO_PATIENCE", "quanti secondi si aspetta un server che non dà segno"),
            ("NO_COLOR", "niente colori nei messaggi")],
        "paths": [
            ("content/sito.yml", "il file del sito, da cui si riconosce un progetto"),
            ("../share/bilancio/", "il tema, il manuale e l'esempio, accanto alla cartella del programma")],
        "see": "Il manuale intero: \\fBbilancio manuale\\fR.",
    },
    "en": {
        "title": "Manual of bilancio", "name": "NAME", "synopsis": "SYNOPSIS", "description": "DESCRIPTION",
        "commands": "COMMANDS", "options": "OPTIONS", "exit": "EXIT STATUS", "environment": "ENVIRONMENT",
        "files": "FILES", "also": "SEE ALSO", "command": "command", "choices": "one of: ",
        "default": "default: ", "same": "Also:",
        "Show the version.": "Tell the version.", "Show help information.": "Explain this command.",
        "statuses": [
            ("0", "all is well, or warnings only"), ("1", "errors in content or theme"),
            ("2", "a wrong call, or files that cannot be read or written")],
        "variables": [
            ("BILANCIO_EDITOR", "the program that links of the preview open"),
            ("BILANCIO_SSH", "the command that reaches a server, in place of the usual one"),
            ("BILANCIO_PATIENCE", "how many seconds a server that gives no sign is waited for"),
            ("NO_COLOR", "no colours in messages")],
        "paths": [
            ("content/sito.yml", "the site's file, which tells a project"),
            ("../share/bilancio/", "the theme, the manual and the example, beside the program's folder")],
        "see": "The whole manual (in Italian): \\fBbilancio manual\\fR.",
    },
}


def page(program, language):
    """The page's source, for `man` and `mandoc`."""
    environment = os.environ | {"LC_ALL": {"it": "it_IT.UTF-8", "en": "en_GB.UTF-8"}[language]}
    help_ = json.loads(about.output(program, "--experimental-dump-help", env=environment))["command"]
    words = WORDS[language]
    lines = [
        f'.TH BILANCIO 1 {about.date():%Y-%m-%d} "bilancio {about.version()}" "{words["title"]}"',
        f'.SH {words["name"]}', f'bilancio \\- {escaped(help_["abstract"].rstrip("."))}',
        f'.SH {words["synopsis"]}', f'.B bilancio\n.I {words["command"]}\n.RI [ opzioni ]'.replace(
            "opzioni", "opzioni" if language == "it" else "options"),
        f'.SH {words["description"]}', *text(help_["discussion"]),
        f'.SH {words["options"]}', *options(help_["arguments"], words),
        f'.SH {words["commands"]}', *commands(help_, "bilancio", "bilancio", words),
        f'.SH {words["exit"]}', *terms(words["statuses"]),
        f'.SH {words["environment"]}', *terms(words["variables"]),
        f'.SH {words["files"]}', *terms(words["paths"]),
        f'.SH {words["also"]}', words["see"],
    ]
    return "\n".join(lines) + "\n"


def commands(parent, path, other, words):
    """The commands below one, by their names and by those of the other language."""
    lines = []
    for command in parent.get("subcommands", []):
        if not command.get("shouldDisplay", True) or command["commandName"] == "help":
            continue
        name = f'{path} {command["commandName"]}'
        operands = "".join(
            f' \\fI{escaped(argument["valueName"])}\\fR' for argument in command.get("arguments", [])
            if argument["kind"] == "positional")
        lines += [f".SS {escaped(name)}{operands}", escaped(command.get("abstract", ""))]
        if aliases := command.get("aliases"):
            names = ", ".join(f"\\fB{escaped(other + ' ' + alias)}\\fR" for alias in aliases)
            lines += [".PP", f'{words["same"]} {names}.']
        if discussion := command.get("discussion"):
            lines += [".PP", *text(discussion)]
        # What every command has stands above.
        own = [entry for entry in command.get("arguments", []) if entry["valueName"] not in ("help", "version")]
        lines += options(own, words) + commands(
            command, name, f'{other} {(aliases or [command["commandName"]])[0]}', words)
    return lines


def options(arguments, words):
    lines = []
    for argument in arguments:
        if not argument.get("shouldDisplay", True):
            continue
        value = f' \\fI{escaped(argument["valueName"])}\\fR'
        if argument["kind"] == "positional":
            tag = value.strip()
        else:
            names = argument["names"]
            tag = ", ".join(
                f"\\fB{escaped(('-' if name['kind'] == 'short' else '--') + name['name'])}\\fR" for name in names)
            if argument["kind"] == "option":
                tag += value
        explained = argument.get("abstract", "")
        more = []
        if values := argument.get("allValues"):
            more.append(words["choices"] + ", ".join(values))
        if default := argument.get("defaultValue"):
            more.append(words["default"] + default)
        explained = words.get(explained, explained) + (f' ({"; ".join(more)})' if more else "")
        lines += [".TP", tag, escaped(explained)]
    return lines


def terms(pairs):
    return [line for term, meaning in pairs for line in (".TP", f"\\fB{escaped(term)}\\fR", escaped(meaning))]


def text(discussion):
    """Paragraphs, and lines that stand as they are where they are indented."""
    lines = []
    for number, part in enumerate(discussion.split("\n\n")):
        if part.startswith("  "):
            lines += [".PP", ".nf", ".RS 4", *(escaped(line[2:]) for line in part.splitlines()), ".RE", ".fi"]
        else:
            lines += ([".PP"] if number else []) + [escaped(part)]
    return lines


def escaped(words):
    """Text as roff takes it; what stands in backquotes is bold."""
    words = words.replace("\\", "\\e").replace("-", "\\-")
    words = re.sub(r"`([^`\n]*)`", r"\\fB\1\\fR", words)
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in words.splitlines())
