"""A theme: its folder, its tokens and assets, the map and the mark that are drawn with them."""
