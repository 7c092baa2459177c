"""The frozen types that pass between rooms: no I/O, no logic but answering about themselves."""
