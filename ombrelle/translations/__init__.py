"""Freshness: what each translation was made from, and so what of it is to be done, paragraph by paragraph.

    units ─► record ─► freshness ─► survey ─► done

A record beside the files says from which source each block of a translation was made. What the source says
now and what it said then are compared; neither git nor the date of a file is asked.
"""
