"""Problems told to people and to programs: a text for a terminal, JSON, and the pages of the codes."""
