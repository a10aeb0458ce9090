"""Pictures: what a file is, told from its first bytes; the sizes and formats in which pages offer it.

    bytes ─► form ─► Original ─► ladder ─► addresses          known to every page, nothing decoded
                                       └─► make ─► store      the files behind the addresses, Pillow's part

Only `make` imports Pillow, and only where pictures are made: a check reads headers.
"""
