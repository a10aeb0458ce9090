"""Names and titles as drawings: outlines, lock-ups, icons, pictures for sharing; SVG as PNG.

The only package that imports uharfbuzz, fontTools, bidi and resvg_py: import it where it is used, since a
check and a small site need none of them.

    faces = open_faces(theme.fonts)                         # opened once per process
    palette = Palette(ink="#14213d", accents={"lille": "#b322d9", ...})
    lockup = Lockup(("Ombrelle", "Lille"), "fr", lit="lille")    # one line: Lockup(("Lille",), "fr", "lille")
    svg = lockup_svg(draw_mark(bearings, size=MARK), lockup, "colour", palette, faces)  # or mono, negative
    picture = png(svg, 1200)                                # bytes; same document, same bytes

What every lock-up of an edition is, with the name of its file, is in `ombrelle.outputs.lockups`.
"""
