"""A showcase of any size, made up: companies in districts, with facts and with a text in every language.

python -m benchmarks.synthetic OUT --size 2500x4

The content is sound, and the same arguments give the same bytes on every machine. Each company has a handful
of facts and, in each language, about 300 words with headings, a list, a table, links, stress and a quotation:
what a site of this kind has, and what other generators are given when they are measured beside this one.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

VOCABULARIES = Path(__file__).resolve().parent.parent / "content/vocabularies"
LANGUAGES = ("fr", "en", "de", "ar", "es", "ja")
"""In the order in which a size takes them."""

_SEED = 2026
_PITCH = 100
"""Characters of a pitch at most, well within what a company may have."""
_WORDS = 2500
DISTRICTS: Mapping[str, tuple[str, float, float]] = {
    "bordeaux": ("Bordeaux", 44.84, -0.58),
    "brest": ("Brest", 48.39, -4.49),
    "grenoble": ("Grenoble", 45.19, 5.72),
    "lille": ("Lille", 50.63, 3.06),
    "lyon": ("Lyon", 45.76, 4.84),
    "marseille": ("Marseille", 43.30, 5.37),
    "montpellier": ("Montpellier", 43.61, 3.88),
    "nancy": ("Nancy", 48.69, 6.18),
    "nantes": ("Nantes", 47.22, -1.55),
    "nice": ("Nice", 43.70, 7.27),
    "paris": ("Paris", 48.86, 2.35),
    "rennes": ("Rennes", 48.11, -1.68),
    "rouen": ("Rouen", 49.44, 1.10),
    "strasbourg": ("Strasbourg", 48.58, 7.75),
    "toulouse": ("Toulouse", 43.60, 1.44),
}
SECTORS = (
    "health",
    "iot-industry",
    "edtech-media",
    "cleantech-mobility",
    "fintech",
    "security-privacy",
    "retail",
    "foodtech",
    "sports",
    "ai-data",
)
HEADCOUNTS = ("1-9", "10-49", "50-249")
_SOUNDS = {
    "ar": ("بتدرزسشفقكلمنهو", "اويةى"),
    "ja": ("かきくけこさしせそたてとなにのはひふまみ", "らりるれろやゆよわ"),
    "": ("bcfglmnprstv", "aeiou"),
}
"""Beginnings and ends of syllables, by language; those of the others are under the empty name."""

_SMALL_WORDS = {
    "fr": "le la les de des du et dans pour avec est une un sur par qui que nous vous ont leur cette chez",
    "en": "the of and to in is that for with are this from by have which we their was been they when there",
    "de": "der die das und ist mit für auf nicht eine einen auch sich dem werden wird durch wir oder nach",
    "ar": "في من على إلى هذا هذه التي الذي مع عن كان بين أو كل بعد قبل حيث كما لا ما هو هي",
    "es": "el la los las de y en que para con una por es del se como más este esta nuestro hay sus también",
    "ja": "これは それを ここに という から まで です ます して いる この その ために",
}
"""Half of the words are such, so that a text is in its language and the check of languages has its work."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many companies, and in how many languages each has its text."""

    startups: int
    languages: int

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages of the site, the source first."""
        return LANGUAGES[: self.languages]

    def __str__(self) -> str:
        return f"{self.startups}x{self.languages}"


@dataclass(frozen=True, slots=True)
class Company:
    """A made-up company: facts, and by language its pitch and its text. `day` is that of its funding."""

    id: str
    district: str
    name: str
    founded: int
    sector: str
    headcount: str
    day: str
    amount: int
    pitches: Mapping[str, str]
    texts: Mapping[str, str]

    @property
    def website(self) -> str:
        """Its address."""
        return f"https://{self.id}.example"


def size_type(text: str) -> Size:
    """A size as it is written on the command line, `2500x4`; ArgumentTypeError for another text."""
    match = re.fullmatch(r"([1-9]\d*)x([1-6])", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not like 2500x4 (at most {len(LANGUAGES)} languages)")
    return Size(int(match[1]), int(match[2]))


def write_site(root: Path, size: Size) -> Path:
    """Write the site below `root`, which is made where it is missing; gives `root`."""
    for path, text in _files(size):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a site of the size that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--size", type=size_type, default=Size(2500, 4), metavar="STARTUPSxLANGUAGES")
    given = parser.parse_args(arguments)
    write_site(given.out, given.size)
    return 0


def _files(size: Size) -> Iterator[tuple[str, str]]:
    """The path and the text of every file."""
    yield "content/site.yaml", _site(size)
    for vocabulary in sorted(VOCABULARIES.glob("*.yaml")):
        yield f"content/vocabularies/{vocabulary.name}", _vocabulary(vocabulary, size)
    for language in size.codes:
        yield (
            f"content/pages/about.{language}.md",
            f"---\ntitle: Site {language}\nsummary: Essai.\n---\n\nDe quoi mesurer.\n",
        )
    for id_, (name, latitude, longitude) in DISTRICTS.items():
        yield f"quartiers/{id_}/quartier.yaml", _district(id_, name, latitude, longitude)
    for company in companies(size):
        yield from _startup(company)


def companies(size: Size) -> Iterator[Company]:
    """The companies of a size, the same for every generator."""
    random = Random(_SEED)  # noqa: S311 the same bytes every time are what is wanted
    writers = {language: _Writer(random, language) for language in size.codes}
    for number in range(size.startups):
        district, name = random.choice(tuple(DISTRICTS)), next(iter(writers.values())).name()
        pitches = {lang: f"{writer.pitch()} {number}." for lang, writer in writers.items()}
        day = f"20{random.randint(10, 25)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
        founded, sector = random.randint(1995, 2025), random.choice(SECTORS)
        headcount, amount = random.choice(HEADCOUNTS), random.randint(1, 90) * 100_000
        texts = {lang: writer.text() for lang, writer in writers.items()}
        facts = (district, f"{name} {number}", founded, sector, headcount, day, amount)
        yield Company(f"startup-{number:06d}", *facts, pitches, texts)


def _site(size: Size) -> str:
    codes = ", ".join(size.codes)
    return (
        f"name: Essai {size}\ntagline: Des entreprises par milliers\nsummary: Un site pour mesurer.\n"
        f"base_url: https://mesure.example\nlanguages: [{codes}]\nnavigation: [districts, startups]\n"
        "footer: ['page:about']\ncontact: {email: bonjour@mesure.example}\n"
        "security: {email: securite@mesure.example}\npublisher: Essai\n"
        "data_licence: {name: Licence d’essai, url: https://mesure.example/licence}\n"
        # Districts of a large site hold more than a real one may by default.
        f"district_budget: {{entries: {1000 + size.startups}, files: {5000 + 8 * size.startups}}}\n"
    )


def _vocabulary(path: Path, size: Size) -> str:
    """A vocabulary of the real site without the forms in languages that the site has not."""
    missing = "|".join(code for code in LANGUAGES if code not in size.codes)
    text = path.read_text(encoding="utf-8")
    if not missing:
        return text
    return re.sub(rf"^ +(?:{missing}): .*\n|, (?:{missing}): [^,}}]*", "", text, flags=re.MULTILINE)


def _district(id_: str, name: str, latitude: float, longitude: float) -> str:
    return (
        f"name: {name}\nstatus: labelled\nplaces: [{{name: {name}, lat: {latitude}, lon: {longitude}}}]\n"
        f"summary: Les entreprises de {name}.\ncontacts: {{general: {{email: {id_}@mesure.example}}}}\n"
    )


def _startup(company: Company) -> Iterator[tuple[str, str]]:
    folder = f"quartiers/{company.district}/startups"
    pitches = "".join(f"  {lang}: {pitch}\n" for lang, pitch in company.pitches.items())
    source = "source: {title: Registre d’essai, url: https://mesure.example/registre}"
    yield (
        f"{folder}/{company.id}.yaml",
        (
            f"name: {company.name}\nplace: {{city: {DISTRICTS[company.district][0]}}}\n"
            f"website: {company.website}\nfounded: {company.founded}\nstatus: active\n"
            f"sectors: [{company.sector}]\nheadcount: {company.headcount}\n"
            f"funding: [{{date: {company.day}, amount: {company.amount}, {source}}}]\n"
            f"pitch:\n{pitches}{source}\nas_of: 2026\n"
        ),
    )
    for lang, text in company.texts.items():
        yield f"{folder}/{company.id}.{lang}.md", text


class _Writer:
    """Writes texts of made-up words in one language."""

    def __init__(self, random: Random, language: str) -> None:
        starts, ends = _SOUNDS.get(language, _SOUNDS[""])
        self._random = random
        self._names = [
            "".join(random.choice(starts) + random.choice(ends) for _ in range(random.randint(2, 5)))
            for _ in range(_WORDS)
        ]
        small = _SMALL_WORDS[language].split()
        self._words = self._names + small * (_WORDS // len(small))

    def name(self) -> str:
        """A word with a capital."""
        return self._random.choice(self._names).capitalize()

    def pitch(self) -> str:
        """A sentence without its full stop, short enough to be one."""
        return self._plain(12)[:_PITCH].rstrip()

    def text(self) -> str:
        """About 250 words of running text, and what stands between them."""
        items = "".join(f"- {self._sentence(7)}\n" for _ in range(4))
        rows = "".join(f"| {self.name()} | {self._random.randint(1, 9999)} |\n" for _ in range(3))
        parts = (
            self._sentence(45),
            f"## {self._plain(4)}",
            self._sentence(60),
            items.rstrip(),
            self._sentence(50),
            f"## {self._plain(3)}",
            f"| {self.name()} | {self.name()} |\n|---|---|\n{rows.rstrip()}",
            self._sentence(40),
            f"> {self._sentence(15)}",
        )
        return "\n\n".join(parts) + "\n"

    def _plain(self, length: int) -> str:
        return " ".join(self._random.choices(self._words, k=length)).capitalize()

    def _sentence(self, length: int) -> str:
        """A sentence in which a word of each twenty or so is stressed or a link."""
        words = self._plain(length).split()
        for place in range(0, length, 20):
            words[place] = self._marked(words[place])
        return f"{' '.join(words)}."

    def _marked(self, word: str) -> str:
        dice = self._random.random()
        if dice < 0.25:
            return f"**{word}**"
        if dice < 0.5:
            return f"*{word}*"
        return f"[{word}](https://mesure.example/{self._random.randint(1, 999)})" if dice < 0.65 else word


if __name__ == "__main__":
    sys.exit(main())
