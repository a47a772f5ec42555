"""Stand-ins for services of others, as real HTTP servers on this machine. For tests only."""
