"""What districts propose every day, and what of it belongs to others."""

from __future__ import annotations

from tests.compare.proposals import (
    FACTS,
    LYON,
    NEW,
    RULES,
    TEAM,
    TEXT,
    Case,
    adds,
    all_of,
    behind,
    decided,
    deletes,
    edits,
    moves,
    other,
    writes,
)

CASES = [
    # What a district does every day.
    Case("nothing", TEAM, all_of()),
    Case("a company", TEAM, writes(NEW, "name: D\nwebsite: https://d.example\n")),
    Case("a summary", TEAM, edits(LYON, "Un quartier.", "Un beau quartier.")),
    Case("a company deleted", TEAM, deletes("quartiers/lyon/startups/a.yaml")),
    Case("a company renamed", TEAM, moves("quartiers/lyon/startups/a.yaml", NEW)),
    Case("a picture", TEAM, writes("quartiers/lyon/media/y.png", b"\x89PNG\r\n\x1a\n")),
    Case("a record of translations", TEAM, adds("quartiers/lyon/.sources/quartier.en.yaml.txt")),
    Case(
        "facts laid out otherwise",
        TEAM,
        edits(LYON, "name: {fr: Lyon, en: Lyon}", "name:\n  fr: Lyon\n  en: Lyon"),
    ),
    Case("a branch that is behind", TEAM, behind),
    # Fields that the umbrella decides.
    Case("status", TEAM, edits(LYON, "status: labelled", "status: renewed"), [decided("status", 2)]),
    Case("a label dated back", TEAM, edits(LYON, "2014-11-12", "2013-11-12"), [decided("labels", 3)]),
    Case("accent", TEAM, edits(LYON, "#017f84", "#c8102e"), [decided("accent", 5)]),
    Case("accent removed", TEAM, edits(LYON, 'accent: "#017f84"\n', ""), [decided("accent", 1)]),
    Case("name in one language", TEAM, edits(LYON, "en: Lyon", "en: Lyons"), [decided("name", 1)]),
    Case(
        "a former address", TEAM, adds(LYON, "redirect_from: [/fr/presse/]\n"), [decided("redirect_from", 7)]
    ),
    Case(
        "a laureate by itself",
        TEAM,
        writes(NEW, "name: D\nprogrammes: [excellence]\n"),
        [decided("programmes", 2, NEW)],
    ),
    Case(
        "a laureate renamed",
        TEAM,
        moves("quartiers/lyon/startups/b.yaml", NEW),
        [decided("programmes", 1, "quartiers/lyon/startups/b.yaml"), decided("programmes", 2, NEW)],
    ),
    Case(
        "a status given twice",
        TEAM,
        adds(LYON, "status: renewed\n"),
        [decided(name, 1) for name in ("name", "status", "labels", "accent", "slug", "redirect_from")],
    ),
    Case(
        "facts that cannot be read",
        TEAM,
        writes(LYON, b"name: \xff\n"),
        [decided(name, 1) for name in ("name", "status", "labels", "accent", "slug", "redirect_from")],
    ),
    Case(
        "facts deleted",
        TEAM,
        deletes(LYON),
        [decided(name, 1) for name in ("name", "status", "labels", "accent")],
    ),
    Case("a text", TEAM, edits(TEXT, "Un texte.", "Un autre texte.")),
    Case("a text without its head", TEAM, writes(TEXT, "Un texte.\n")),
    Case(
        "an address in the head of a text",
        TEAM,
        edits(TEXT, "summary:", "slug: paris\nsummary:"),
        [decided("slug", 2, TEXT)],
    ),
    Case(
        "an address in a head that is not closed",
        TEAM,
        writes(TEXT, "---\nslug: paris\n"),
        [decided("slug", 1, TEXT)],
    ),
    Case("status by the umbrella", "umbrella", edits(LYON, "status: labelled", "status: renewed")),
    # Files of others.
    Case(
        "a neighbour",
        TEAM,
        adds("quartiers/lille/quartier.yaml", "menu: []\n"),
        [other("quartiers/lille/quartier.yaml", "district", "quartier-lille", 7)],
    ),
    Case(
        "a company taken from a neighbour",
        TEAM,
        moves("quartiers/lille/startups/c.yaml", NEW),
        [other("quartiers/lille/startups/c.yaml", "district", "quartier-lille")],
    ),
    Case(
        "the site",
        TEAM,
        adds("content/site.yaml", "x: 1\n"),
        [other("content/site.yaml", "umbrella", "umbrella", 2)],
    ),
    Case(
        "laureates of a programme",
        TEAM,
        edits("content/programmes/excellence.yaml", "[]", "[{startup: a}]"),
        [other("content/programmes/excellence.yaml", "umbrella", "umbrella", 2)],
    ),
    Case(
        "a page of the umbrella deleted",
        TEAM,
        deletes("content/pages/about.fr.md"),
        [other("content/pages/about.fr.md", "umbrella", "umbrella")],
    ),
    Case(
        "a page of the umbrella moved home",
        TEAM,
        moves("content/pages/about.fr.md", "quartiers/lyon/pages/about.fr.md"),
        [other("content/pages/about.fr.md", "umbrella", "umbrella")],
    ),
    Case(
        "a new district",
        TEAM,
        writes("quartiers/nice/quartier.yaml", FACTS),
        [other("quartiers/nice/quartier.yaml", "new-district", "umbrella")],
    ),
    Case("a new district by the umbrella", "umbrella", writes("quartiers/nice/quartier.yaml", FACTS)),
    Case(
        "its own new district",
        "quartier-nice",
        writes("quartiers/nice/quartier.yaml", FACTS),
        ["no such team"],
    ),
    Case(
        "a file beside the districts",
        TEAM,
        writes("quartiers/x.yaml", ""),
        [other("quartiers/x.yaml", "new-district", "umbrella")],
    ),
    Case(
        "a workflow",
        TEAM,
        adds(".github/workflows/content.yml"),
        [other(".github/workflows/content.yml", "workflow", "maintainers", 2)],
    ),
    Case(
        "a new workflow",
        TEAM,
        writes(".github/workflows/x.yml", "on: pull_request_target\n"),
        [other(".github/workflows/x.yml", "workflow", "maintainers")],
    ),
    Case("the web host", TEAM, adds("netlify.toml"), [other("netlify.toml", "workflow", "maintainers", 2)]),
    Case(
        "a lock",
        TEAM,
        edits("requirements.lock", "a==1", "a==2"),
        [other("requirements.lock", "dependencies", "maintainers")],
    ),
    Case(
        "packages of npm",
        TEAM,
        adds("package-lock.json"),
        [other("package-lock.json", "dependencies", "maintainers", 2)],
    ),
    Case(
        "the theme",
        "umbrella",
        adds("themes/marque/theme.toml"),
        [other("themes/marque/theme.toml", "theme", "maintainers", 2)],
    ),
    Case(
        "the program",
        TEAM,
        edits("ombrelle/build.py", "print()", "pass"),
        [other("ombrelle/build.py", "program", "maintainers")],
    ),
    Case(
        "a new file at the root",
        TEAM,
        writes("sitecustomize.py", "x = 1\n"),
        [other("sitecustomize.py", "program", "maintainers")],
    ),
    Case(
        "everything by the maintainers",
        "maintainers",
        all_of(adds("ombrelle/build.py"), adds(RULES), deletes(LYON)),
    ),
    Case("actions by the robot", "dependabot", adds(".github/workflows/content.yml")),
    Case(
        "content by the robot",
        "dependabot",
        adds("content/site.yaml"),
        [other("content/site.yaml", "umbrella", "umbrella", 2)],
    ),
]
