"""Random faults in the folder of one district, as hurry, other programs and ill will make them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.hostile.shapes import TEXTS
from tests.hostile.vectors import vectors

_VECTORS = tuple(vector.text for vector in vectors())
_FAULTY_LINES = (
    "champ_inconnu: x\n",
    "publish_on: 2026-31-12\n",
    "publish_on: le premier jeudi du mois\n",
    "source: [\n",
    "\tname: x\n",
    "name: 'x\n",
    "- un\n- deux\n",
    "name: !!python/object:os.system x\n",
    "a: &a [x]\nb: *a\n",
)


class Spoiler:
    """Spoils the folder `home` of a district; the same `random` spoils it in the same way.

    `others` are the companies of other districts, by id. `taken` is set where a fault claims what is theirs:
    an id or an address.
    """

    def __init__(self, home: Path, others: list[str], random: Random) -> None:
        self.taken = False
        self._home, self._others, self._random = home, others, random
        self._faults: tuple[Callable[[], str], ...] = (
            self._add_line,
            self._add_line,
            self._cut,
            self._repeat_key,
            self._make_noise,
            self._make_junk,
            self._write_latin_1,
            self._write_hostile,
            self._link_nowhere,
            self._misname,
            self._delete,
            self._delete_facts,
            self._damage_picture,
            self._make_shortcut,
            self._take_id,
            self._take_address,
            self._take_redirect,
        )

    def spoil(self) -> str:
        """Make one fault; what it was, for whom it concerns."""
        return self._random.choice(self._faults)()

    def _add_line(self) -> str:
        line = self._random.choice(_FAULTY_LINES)
        return self._rewritten("yaml", lambda text: text + line, repr(line))

    def _cut(self) -> str:
        at = self._random.random()
        return self._rewritten("*", lambda text: text[: int(at * len(text))], "cut")

    def _repeat_key(self) -> str:
        return self._rewritten("yaml", lambda text: text + text.split("\n", 1)[0] + "\n", "key twice")

    def _make_noise(self) -> str:
        signs = "\t\n :-{}[]#&*!|>'\"%@`,éa0"
        noise = "".join(self._random.choices(signs, k=self._random.randint(1, 2000)))
        return self._rewritten("*", lambda _: noise, "noise")

    def _make_junk(self) -> str:
        path = self._any("*")
        path.write_bytes(self._random.randbytes(self._random.randint(1, 5000)))
        return f"junk in {path.name}"

    def _write_latin_1(self) -> str:
        path = self._any("yaml")
        path.write_bytes(path.read_bytes() + "# été\n".encode("latin-1"))
        return f"Latin-1 in {path.name}"

    def _write_hostile(self) -> str:
        text = self._random.choice((*_VECTORS, *(shape(200) for shape in TEXTS.values())))
        return self._rewritten("md", lambda own: f"{own}\n\n{text}\n", "hostile text")

    def _link_nowhere(self) -> str:
        return self._rewritten("md", lambda own: f"{own}\n\n[Rien](startup:nulle-part)\n", "dead link")

    def _misname(self) -> str:
        path = self._any("yaml")
        path.rename(path.with_name(self._random.choice(("Pas Un Id.yaml", "a.yml", "con.yaml", "é.yaml"))))
        return f"other name for {path.name}"

    def _delete(self) -> str:
        path = self._any("*")
        path.unlink()
        return f"without {path.name}"

    def _delete_facts(self) -> str:
        (self._home / "quartier.yaml").unlink(missing_ok=True)
        return "without the facts of the district"

    def _damage_picture(self) -> str:
        path = self._home / "media" / self._random.choice(("cassee.png", "embleme.svg", "cassee.jpg"))
        path.parent.mkdir(exist_ok=True)
        head = path.read_bytes()[:100] if path.exists() else b"\x89PNG\r\n\x1a\n"
        path.write_bytes(head + self._random.randbytes(50))
        return f"damaged {path.name}"

    def _make_shortcut(self) -> str:
        path = self._home / "raccourci.yaml"
        path.unlink(missing_ok=True)
        path.symlink_to(self._home / "quartier.yaml")
        return "a shortcut"

    def _take_id(self) -> str:
        self.taken = True
        return self._company(self._random.choice(self._others), "")

    def _take_address(self) -> str:
        self.taken = True
        return self._company("zz", f"slug: {{fr: {self._random.choice(self._others)}}}\n")

    def _take_redirect(self) -> str:
        line = f"redirect_from: [/fr/startups/{self._random.choice(self._others)}/]\n"
        return self._rewritten("yaml", lambda text: text + line, repr(line))

    def _company(self, id_: str, more: str) -> str:
        path = self._home / f"startups/{id_}.yaml"
        path.parent.mkdir(exist_ok=True)
        facts = "name: Prise\npitch: {fr: Prise ailleurs}\nwebsite: https://prise.example/\nstatus: active\n"
        path.write_text(
            f"{facts}source: {{title: Prise, url: https://prise.example/}}\nas_of: 2026\n{more}",
            encoding="utf-8",
        )
        return f"{path.name} with {more!r}"

    def _rewritten(self, form: str, made: Callable[[str], str], what: str) -> str:
        path = self._any(form)
        path.write_text(made(path.read_text(encoding="utf-8", errors="replace")), encoding="utf-8")
        return f"{path.name}: {what}"

    def _any(self, form: str) -> Path:
        """A file of facts or a text that there still is; a new one where there is none."""
        forms = ("yaml", "md") if form == "*" else (form,)
        found = sorted(path for each in forms for path in self._home.rglob(f"*.{each}") if path.is_file())
        found = [path for path in found if not path.is_symlink()]
        if found:
            return self._random.choice(found)
        path = self._home / f"quartier.{'fr.md' if form == 'md' else 'yaml'}"
        path.write_text("", encoding="utf-8")
        return path
