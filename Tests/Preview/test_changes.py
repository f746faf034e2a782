"""Whatever happens to the files, what is shown is what stands in them."""

import os
import shutil
import subprocess
import time

from .preview import ACHIEVEMENT, ACHIEVEMENT_FILE, OBJECTIVE, Preview, wait

WORDS = "## Altro\n\nParole nuove di prova.\n"


def test_an_edit_is_shown(preview):
    text = preview.read()
    preview.write(text + "\n" + WORDS)
    preview.shows("Parole nuove di prova")
    wait("the line of the rebuild", lambda: preview.said(rf"content/{ACHIEVEMENT_FILE}: \d+ pagine, \d+ ms"))
    preview.write(text)
    preview.hides("Parole nuove di prova")


def test_a_rename_of_an_editor_is_shown(preview):
    """Editors write beside the file and put the new one in its place."""
    text = preview.read()
    path = preview.content / ACHIEVEMENT_FILE
    for backup in (False, True):
        beside = path.with_name(".1-nuova-mensa.md.swp")
        beside.write_text(text + "\n" + WORDS, encoding="utf-8")
        if backup:
            path.rename(path.with_name(path.name + "~"))
        beside.rename(path)
        preview.shows("Parole nuove di prova")
        path.with_name(path.name + "~").unlink(missing_ok=True)
        preview.write(text)
        preview.hides("Parole nuove di prova")


def test_files_and_folders_come_and_go(preview):
    text = preview.read()
    new = "2021/1-scuole/2-altra-mensa.md"
    preview.write(text.replace("numero: 1", "numero: 2"), new)
    wait("the new page", lambda: preview.get("2021/scuole/altra-mensa/")[0] == 200)
    preview.shows("altra-mensa", OBJECTIVE)
    (preview.content / new).rename(preview.content / "2021/1-scuole/2-terza-mensa.md")
    wait("the page by its new name", lambda: preview.get("2021/scuole/terza-mensa/")[0] == 200)
    wait("no page by the old name", lambda: preview.get("2021/scuole/altra-mensa/")[0] == 404)
    (preview.content / "2021/1-scuole/2-terza-mensa.md").unlink()
    wait("no page without a file", lambda: preview.get("2021/scuole/terza-mensa/")[0] == 404)
    # A folder with all in it, and files that come into it after.
    folder = preview.content / "2021/2-strade"
    shutil.copytree(preview.content / "2021/1-scuole", folder)
    text = (folder / "obiettivo.yml").read_text(encoding="utf-8").replace("numero: 1", "numero: 2")
    (folder / "obiettivo.yml").write_text(text, encoding="utf-8")
    wait("the page of a new folder", lambda: preview.get("2021/strade/nuova-mensa/")[0] == 200)
    (folder / "1-nuova-mensa.md").rename(folder / "1-lampioni.md")
    wait("a page in a new folder", lambda: preview.get("2021/strade/lampioni/")[0] == 200)
    folder.rename(preview.content / "2021/3-vie")
    wait("the folder by its new name", lambda: preview.get("2021/vie/lampioni/")[0] == 200)
    renamed = preview.content / "2021/3-vie/1-lampioni.md"
    renamed.write_text(renamed.read_text(encoding="utf-8") + "\n" + WORDS, encoding="utf-8")
    preview.shows("Parole nuove di prova", "2021/vie/lampioni/")
    shutil.rmtree(preview.content / "2021/3-vie")
    wait("no page without a folder", lambda: preview.get("2021/vie/")[0] == 404)


def test_a_mistake_leaves_the_last_good_page(preview):
    preview.shows("data-stato")
    with preview.changed("stato:", "statoo:"):
        preview.shows("ultima versione buona")
        page = preview.text(ACHIEVEMENT)
        assert "La mensa" in page or "mensa" in page
        assert "chiave-ignota" in page and "<code>stato</code>" in page and "^^^^^^" in page
        assert f"vscode://file{preview.folder}/content/{ACHIEVEMENT_FILE}:" in page
        # Pages without the mistake show it too, and are not held back by it.
        assert "chiave-ignota" in preview.text("2021/")
        assert "ultima versione buona" not in preview.text("2021/")
        wait("the line of the mistake", lambda: preview.said("errore"))
    preview.hides("chiave-ignota")


def test_a_deleted_page_is_gone_whatever_is_wrong_elsewhere(preview):
    other = "2021/1-scuole/2-altra.md"
    preview.write(preview.read().replace("numero: 1", "numero: 2"), other)
    wait("the other page", lambda: preview.get("2021/scuole/altra/")[0] == 200)
    with preview.changed("stato:", "statoo:"):
        preview.shows("ultima versione buona")
        (preview.content / other).unlink()
        wait("no other page", lambda: preview.get("2021/scuole/altra/")[0] == 404)
        assert "/2021/scuole/altra/" not in preview.text("_preview/")
        assert preview.get(ACHIEVEMENT)[0] == 200
    preview.hides("chiave-ignota")


def test_a_broken_site_file_leaves_all_pages(preview):
    with preview.changed("tipo: sito", "tipo: [sito", "sito.yml"):
        wait("the mistake", lambda: "class=\"pannello\"" in preview.text("2021/"))
        assert preview.get(ACHIEVEMENT)[0] == 200
    preview.hides("class=\"pannello\"", "2021/")


def test_half_of_a_file_is_not_shown(preview):
    """A slow writer who empties the file first does not make its page go away."""
    text = preview.read()
    for _ in range(10):
        statuses, last, longest = set(), time.monotonic(), 0
        with open(preview.content / ACHIEVEMENT_FILE, "w", encoding="utf-8") as file:
            for part in (text[:200], text[200:400], text[400:] + "\n" + WORDS):
                file.write(part)
                file.flush()
                time.sleep(0.03)
                statuses.add((preview.get(ACHIEVEMENT)[0], "pannello" in preview.text(ACHIEVEMENT)))
                longest, last = max(longest, time.monotonic() - last), time.monotonic()
        if statuses == {(200, False)}:
            break
        # A writer whom a busy machine held up for too long looks like one who is done.
        assert longest > 0.06, (statuses, longest)
        preview.write(text)
        preview.hides("pannello")
    else:
        raise AssertionError(f"half of the file was shown: {statuses}")
    preview.shows("Parole nuove di prova")
    preview.write(text)
    preview.hides("Parole nuove di prova")


def test_the_theme_is_followed(preview):
    theme = preview.folder / "themes/comune"
    style = theme / "assets/stile.css"
    text = style.read_text(encoding="utf-8")

    def page():
        return preview.text(ACHIEVEMENT).split("<bilancio-anteprima")[0]

    before = page()
    style.write_text(text + "\nbody { color: #123456 }\n", encoding="utf-8")

    def sheet():
        address = preview.text(ACHIEVEMENT).split('rel="stylesheet" href="/')[1].split('"')[0]
        return preview.text(address)

    wait("the new rule", lambda: "#123456" in sheet())
    style.write_text(text, encoding="utf-8")
    wait("the old sheet", lambda: "#123456" not in sheet())
    template = theme / "templates/achievement.md"
    text = template.read_text(encoding="utf-8")
    lines = len(preview.lines)
    template.write_text(text + "\n\nIn fondo al modello.\n", encoding="utf-8")
    preview.shows("In fondo al modello")
    # Good is what was looked at whole.
    wait("all pages", lambda: len(preview.lines) > lines)
    template.write_text(text + "\n\n{{nessuno}}\n", encoding="utf-8")
    preview.shows("class=\"pannello\"")
    # A theme that cannot be used leaves the last good pages.
    assert "In fondo al modello" in preview.text(ACHIEVEMENT)
    template.write_text(text, encoding="utf-8")
    preview.hides("class=\"pannello\"")
    wait("the page as it was", lambda: page() == before)


def test_the_folder_may_go_away(preview):
    away = preview.folder / "altrove"
    preview.content.rename(away)
    preview.shows("qui non c'è la cartella", "2021/")
    assert preview.get(ACHIEVEMENT)[0] == 200
    away.rename(preview.content)
    preview.hides("class=\"pannello\"", "2021/")
    preview.write(preview.read() + "\n" + WORDS)
    preview.shows("Parole nuove di prova")
    preview.write(preview.read().replace("\n" + WORDS, ""))
    preview.hides("Parole nuove di prova")


def test_another_branch_is_followed(preview):
    def git(*arguments):
        subprocess.run(
            ["git", "-c", "user.name=Prova", "-c", "user.email=prova@example.it", *arguments],
            cwd=preview.folder, check=True, capture_output=True,
        )

    text = preview.read()
    git("init", "-q", "-b", "uno")
    git("add", "content")
    git("commit", "-qm", "uno")
    git("checkout", "-qb", "due")
    preview.write(text + "\n" + WORDS)
    for number in range(2, 40):
        preview.write(text.replace("numero: 1", f"numero: {number}"), f"2021/1-scuole/{number}-mensa-{number}.md")
    git("add", "content")
    git("commit", "-qm", "due")
    wait("all pages", lambda: preview.get("2021/scuole/mensa-39/")[0] == 200)
    git("checkout", "-q", "uno")
    wait("no page of the other branch", lambda: preview.get("2021/scuole/mensa-39/")[0] == 404)
    preview.hides("Parole nuove di prova")
    git("checkout", "-q", "due")
    wait("the pages of the other branch", lambda: preview.get("2021/scuole/mensa-39/")[0] == 200)
    preview.shows("Parole nuove di prova")
    git("checkout", "-q", "uno")
    preview.hides("Parole nuove di prova")
    shutil.rmtree(preview.folder / ".git")


def test_two_hundred_saves_in_a_second_end_with_the_last(preview):
    text = preview.read()
    before = len(preview.lines)
    for number in range(200):
        preview.write(text + f"\nSalvataggio numero {number} di prova.\n")
        time.sleep(0.004)
    preview.shows("Salvataggio numero 199 di prova")
    wait("the last line", lambda: len(preview.lines) > before)
    time.sleep(0.5)
    assert "Salvataggio numero 199 di prova" in preview.text(ACHIEVEMENT)
    assert len(preview.lines) - before < 100, "a burst of saves is one rebuild"
    preview.write(text)
    preview.hides("Salvataggio numero")


def test_a_link_to_a_file_elsewhere_is_followed(preview):
    text = preview.read()
    path = preview.content / ACHIEVEMENT_FILE
    elsewhere = preview.content / "_condivisi"
    elsewhere.mkdir()
    (elsewhere / "mensa.md").write_text(text, encoding="utf-8")
    path.unlink()
    path.symlink_to(elsewhere / "mensa.md")
    wait("the page", lambda: preview.get(ACHIEVEMENT)[0] == 200)
    (elsewhere / "mensa.md").write_text(text + "\n" + WORDS, encoding="utf-8")
    preview.shows("Parole nuove di prova")
    # And by a rename, after which it is another file.
    (elsewhere / "nuovo.md").write_text(text, encoding="utf-8")
    (elsewhere / "nuovo.md").rename(elsewhere / "mensa.md")
    preview.hides("Parole nuove di prova")
    (elsewhere / "mensa.md").write_text(text + "\n" + WORDS, encoding="utf-8")
    preview.shows("Parole nuove di prova")
    path.unlink()
    preview.write(text)
    preview.hides("Parole nuove di prova")


def test_links_that_lead_nowhere_and_elsewhere_are_followed(preview):
    """What stands behind a link may come, go and change without any watched folder telling."""
    text = preview.read()
    path = preview.content / ACHIEVEMENT_FILE
    elsewhere = preview.content / "_archivio"
    elsewhere.mkdir()
    (elsewhere / "a.md").write_text(text + "\nVersione A di prova.\n", encoding="utf-8")
    (elsewhere / "b.md").write_text(text + "\nVersione B di prova.\n", encoding="utf-8")
    (elsewhere / "corrente.md").symlink_to("a.md")
    path.unlink()
    path.symlink_to(elsewhere / "corrente.md")
    preview.shows("Versione A di prova")
    (elsewhere / "corrente.md").unlink()
    preview.shows("non porta a niente", "_preview/")
    (elsewhere / "corrente.md").symlink_to("b.md")
    preview.shows("Versione B di prova")
    path.unlink()
    preview.write(text)
    preview.hides("di prova")


def test_nothing_outside_is_shown_and_nothing_odd_waited_for(preview):
    """Links that lead out of the texts, a link to the whole disk, pipes: told, and then forgotten."""
    outside = preview.folder / "segreto.md"
    outside.write_text(preview.read() + "\nParole segrete di prova.\n", encoding="utf-8")
    folder = preview.content / "2021/1-scuole"
    (folder / "2-fuori.md").symlink_to(outside)
    (folder / "disco").symlink_to("/")
    preview.shows("porta fuori", "_preview/")
    preview.hides("Parole segrete", "_preview/")
    outside.write_text("altro", encoding="utf-8")
    os.mkfifo(folder / "3-canale.md")
    preview.shows("è un canale", "_preview/")
    for name in ("2-fuori.md", "disco", "3-canale.md"):
        (folder / name).unlink()
    preview.hides("è un canale", "_preview/")
    preview.hides("porta fuori", "_preview/")
    outside.unlink()


def test_folders_made_one_after_the_other_are_followed(preview):
    """A folder in a new folder, made at any moment of the reading of the first."""
    text = preview.read()
    for number in range(20):
        first = preview.content / f"2021/9-nuova-{number}"
        first.mkdir()
        time.sleep(number / 2000)
        (first / "dentro").mkdir()
        time.sleep(0.05)
        (first / "dentro/obiettivo.yml").write_text("tipo: obiettivoo\n", encoding="utf-8")
        preview.shows(f"9-nuova-{number}/dentro/obiettivo.yml")
        shutil.rmtree(first)
    preview.hides("obiettivoo")
    assert text == preview.read()


def test_a_theme_that_is_missing_is_waited_for(preview):
    with preview.changed("indirizzo:", "tema: nuovo\nindirizzo:", "sito.yml"):
        preview.shows("il tema `nuovo` non c'è", "_preview/")
        shutil.copytree(preview.folder / "themes/comune", preview.folder / "themes/nuovo")
        preview.hides("il tema `nuovo` non c'è", "_preview/")
    preview.hides("pannello")
    shutil.rmtree(preview.folder / "themes/nuovo")


def test_pictures_are_those_on_the_disk(preview):
    """A picture that was changed is another, though its address is the same."""
    text = preview.read()
    one, other = (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(3) + bytes([n]) + bytes(3) + b"\x01\x08\x02\x00\x00\x00"
                  for n in (1, 2))
    (preview.content / "2021/1-scuole/foto.png").write_bytes(one)
    preview.write(text + "\n![Una foto della mensa](foto.png)\n")
    address = "2021/file/1-scuole/foto.png"
    preview.shows(f'src="/{address}"')
    assert preview.get(address)[2] == one
    (preview.content / "2021/1-scuole/foto.png").write_bytes(other)
    wait("the other picture", lambda: preview.get(address)[2] == other)
    preview.shows('width="2"')
    preview.write(text)
    (preview.content / "2021/1-scuole/foto.png").unlink()
    wait("no picture", lambda: preview.get(address)[0] == 404)


def test_news_name_the_page():
    # A preview of its own: what another test leaves may still be on its way.
    with Preview() as preview:
        news = preview.news()
        while next(news)[0] != "controllato":
            pass
        with preview.changed("numero: 1", "numero: 7"):
            name, data = next(news)
            assert name == "fatto"
            assert [page["indirizzo"] for page in data] == [ACHIEVEMENT], data
            assert next(news)[0] == "controllato"
        assert next(news)[0] == "fatto"


def test_a_start_with_mistakes_tells_them():
    """With nothing to show yet, what keeps it from being shown is shown, and goes when it is mended."""
    preview = Preview()
    site = preview.read("sito.yml")
    preview.write(site.replace("tipo: sito", "tipo: [sito"), "sito.yml")
    with preview:
        status, _, body = preview.get(ACHIEVEMENT)
        assert status == 503 and "content/sito.yml:" in body.decode("utf-8")
        preview.write(site, "sito.yml")
        wait("the page", lambda: preview.get(ACHIEVEMENT)[0] == 200)


def test_scans_follow_too():
    with Preview("--scan") as preview:
        test_an_edit_is_shown(preview)
        test_files_and_folders_come_and_go(preview)
