"""Work of sessions that takes a moment: its queues, and the lists that are kept in memory."""
