"""Proposals that edit the rules themselves, or that are more than they seem."""

from __future__ import annotations

from tests.compare.proposals import (
    ACCOUNTS_LINE,
    LYON,
    RULES,
    RULES_LINES,
    TEAM,
    Case,
    adds,
    all_of,
    deletes,
    edits,
    entry,
    from_before,
    links,
    moves,
    other,
    writes,
)

CASES = [
    # The rules themselves.
    Case(
        "rights for oneself",
        TEAM,
        all_of(edits(RULES, "accounts:", 'accounts:\n  maintainers: ["mallory"]'), adds("ombrelle/build.py")),
        [
            other("ombrelle/build.py", "program", "maintainers", 2),
            other(RULES, "rules", "maintainers", ACCOUNTS_LINE + 1),
        ],
    ),
    Case(
        "the rules deleted",
        TEAM,
        all_of(deletes(RULES), adds("content/site.yaml", "x: 1\n")),
        [other("content/site.yaml", "umbrella", "umbrella", 2), other(RULES, "rules", "maintainers")],
    ),
    Case(
        "the rules moved",
        TEAM,
        moves(RULES, "quartiers/lyon/owners.yaml"),
        [other(RULES, "rules", "maintainers")],
    ),
    Case(
        "rules in which every team is the maintainers",
        TEAM,
        all_of(edits(RULES, "maintainers: maintainers", f"maintainers: {TEAM}"), adds("netlify.toml")),
        [other("netlify.toml", "workflow", "maintainers", 2), other(RULES, "rules", "maintainers", 6)],
    ),
    Case(
        "rules by the umbrella",
        "umbrella",
        adds(RULES),
        [other(RULES, "rules", "maintainers", RULES_LINES + 1)],
    ),
    Case(
        "reviewers",
        "umbrella",
        adds(".github/CODEOWNERS"),
        [other(".github/CODEOWNERS", "rules", "maintainers", 2)],
    ),
    Case(
        "reviewers elsewhere",
        TEAM,
        writes("CODEOWNERS", "* @mallory\n"),
        [other("CODEOWNERS", "rules", "maintainers")],
    ),
    Case("rules of before", TEAM, from_before, [other("content/site.yaml", "umbrella", "umbrella")]),
    # Files that are more than they seem.
    Case(
        "a link out",
        TEAM,
        links("quartiers/lyon/media/z.png", "../../../content/site.yaml"),
        ["quartiers/lyon/media/z.png:1 symbolic-link"],
    ),
    Case(
        "a district as a link",
        TEAM,
        links("quartiers/rennes", "lyon"),
        [other("quartiers/rennes", "new-district", "umbrella")],
    ),
    Case(
        "the rules as a link",
        TEAM,
        links(RULES, "quartiers/lyon/owners.yaml"),
        [other(RULES, "rules", "maintainers")],
    ),
    Case("facts as a link", TEAM, links(LYON, "../lille/quartier.yaml"), [f"{LYON}:1 symbolic-link"]),
    Case(
        "a submodule",
        TEAM,
        entry("quartiers/lyon/media/kit", mode="160000"),
        [other("quartiers/lyon/media/kit", "submodule", "maintainers")],
    ),
    Case(
        "a program",
        TEAM,
        entry("quartiers/lyon/media/run", mode="100755"),
        [other("quartiers/lyon/media/run", "executable", "maintainers")],
    ),
    Case(
        "a picture that can be run",
        TEAM,
        entry("quartiers/lyon/startups/a.yaml", "name: A\nwebsite: https://a.example\n", "100755"),
        [other("quartiers/lyon/startups/a.yaml", "executable", "maintainers")],
    ),
    Case(
        "attributes of git",
        TEAM,
        writes("quartiers/lyon/.gitattributes", "* filter=x\n"),
        [other("quartiers/lyon/.gitattributes", "settings", "maintainers")],
    ),
    Case(
        "a hidden folder",
        TEAM,
        writes("quartiers/lyon/.github/x.yml", ""),
        [other("quartiers/lyon/.github/x.yml", "settings", "maintainers")],
    ),
    # Names that are not what they seem.
    Case(
        "its folder in capitals",
        TEAM,
        entry("Quartiers/lyon/startups/d.yaml"),
        [
            other("Quartiers/lyon/startups/d.yaml", "program", "maintainers"),
            "Quartiers/lyon/startups/d.yaml:1 name-twice",
        ],
    ),
    Case(
        "a neighbour in capitals",
        TEAM,
        entry("quartiers/Lille/quartier.yaml"),
        [
            other("quartiers/Lille/quartier.yaml", "new-district", "umbrella"),
            "quartiers/Lille/quartier.yaml:1 name-twice",
        ],
    ),
    Case(
        "the rules in capitals",
        TEAM,
        entry("OWNERS.YAML"),
        [other("OWNERS.YAML", "program", "maintainers"), "OWNERS.YAML:1 name-twice"],
    ),
    Case(
        "facts in capitals",
        TEAM,
        entry("quartiers/lyon/QUARTIER.yaml"),
        ["quartiers/lyon/QUARTIER.yaml:1 name-twice"],
    ),
    Case(
        "the other form of an accent",
        TEAM,
        entry("quartiers/lyon/media/e\u0301te\u0301.png"),
        ["quartiers/lyon/media/e\u0301te\u0301.png:1 unsafe-name"],
    ),
    Case(
        "a line break",
        TEAM,
        entry("quartiers/lyon/startups/d.yaml\nowners.yaml"),
        ["quartiers/lyon/startups/d.yaml\nowners.yaml:1 unsafe-name"],
    ),
    Case(
        "a line break elsewhere",
        TEAM,
        entry("content/x\ny.yaml"),
        [other("content/x\ny.yaml", "umbrella", "umbrella"), "content/x\ny.yaml:1 unsafe-name"],
    ),
    Case(
        "a device",
        TEAM,
        entry("quartiers/lyon/startups/nul.yaml"),
        ["quartiers/lyon/startups/nul.yaml:1 unsafe-name"],
    ),
    Case(
        "a trailing dot",
        TEAM,
        entry("quartiers/lyon/startups./d.yaml"),
        ["quartiers/lyon/startups./d.yaml:1 unsafe-name"],
    ),
    Case("a short name", "maintainers", entry("OWNERS~1.YAM"), ["OWNERS~1.YAM:1 unsafe-name"]),
    Case(
        "an invisible sign",
        TEAM,
        entry("quartiers/lyon/.git\u200cignore"),
        [
            other("quartiers/lyon/.git\u200cignore", "settings", "maintainers"),
            "quartiers/lyon/.git\u200cignore:1 unsafe-name",
        ],
    ),
    # Who speaks.
    Case("an account nobody names, in one district", "@someone", adds("quartiers/lyon/startups/a.yaml")),
    Case(
        "an account nobody names, in two",
        "@someone",
        all_of(adds("quartiers/lyon/startups/a.yaml"), adds(LYON), adds("quartiers/lille/startups/c.yaml")),
        [other("quartiers/lille/startups/c.yaml", "district", "quartier-lille", 3)],
    ),
    Case(
        "an account nobody names, outside",
        "@someone",
        adds("content/site.yaml"),
        [other("content/site.yaml", "umbrella", "umbrella", 2)],
    ),
    Case("an account of a team", "@Dependabot[bot]", adds(".github/workflows/content.yml")),
    Case(
        "an account by the name of a team",
        "@maintainers",
        adds("netlify.toml"),
        [other("netlify.toml", "workflow", "maintainers", 2)],
    ),
]
