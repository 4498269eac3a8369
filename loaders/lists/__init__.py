"""Lists that people bring: read as they come, placed offline, every row accounted for."""
