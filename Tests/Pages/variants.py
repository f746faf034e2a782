"""Good sites that are configured in other ways than the small one."""

import re

from . import fixture
from .broken import PAGE


def variants():
    """Good sites that are configured in another way: a name, the mode, and texts to replace."""
    section = re.search("<section data-element=.*</section>", fixture.good()[PAGE], re.S)[0]
    disabled = re.sub(r"<(input|textarea|button)(?! type=.hidden)", r"<\1 disabled", section)
    stars = re.search('<fieldset class="rating">.*?</fieldset>', section, re.S)[0]
    useful = (
        "<fieldset><legend>Ti è stata utile questa pagina?</legend>"
        + "".join(
            f'<input type="radio" name="utile" value="{value}" id="utile-{value}"><label'
            f' for="utile-{value}">{text}</label> '
            for value, text in (("si", "Sì"), ("in_parte", "In parte"), ("no", "No"))
        )
        + "</fieldset>"
    )
    follow = section[
        section.index('<fieldset data-element="feedback-rating-positive"') : section.index('<div class="form-group">')
    ]
    yield "a form without an address", "chiarezza", section, disabled.replace(
        f' action="{fixture.FEEDBACK}"', ""
    ).replace("<p id=", "<p>Questo modulo non è attivo.</p><p id=")
    yield "a form on the site's own server", "chiarezza", fixture.FEEDBACK, "/valutazioni"
    yield "a page in English", "chiarezza", fixture.good()[PAGE], translated(fixture.good()[PAGE])
    yield "both questions", "entrambi", stars, useful + stars
    yield "only whether it was useful", "utile", section, section.replace(stars, useful).replace(follow, "").replace(
        'data-element="feedback"', ""
    ).replace('data-element="feedback-title"', "")
    yield "no feedback", "nessuno", section, ""
    log_in = '<a href="https://comune.example.it/accesso?torna=/2020/servizi/">accedi</a>'
    closed = f"<p>Per valutare questa pagina devi essere registrato: {log_in}</p>"
    yield "readers who are registered", "registrati", section, closed


def translated(text):
    """The page with other words where the criterion prescribes Italian ones."""
    words = [
        ("Quanto sono chiare", "How clear are"),
        ("Valuta", "Rate"),
        ("Quali sono", "Which"),
        ("Dove hai", "Where"),
        ("Le indicazioni", "The words"),
        ("Per favore", "Please"),
        ('lang="it"', 'lang="en"'),
    ]
    for italian, english in words:
        text = text.replace(italian, english)
    return text
